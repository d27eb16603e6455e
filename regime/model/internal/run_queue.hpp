// Where lanes get their work.
#pragma once

#include "regime/model/internal/em_run.hpp"
#include "regime/model/internal/lane_kernel.hpp"

namespace regimen::hmm::internal {

class RunQueue {
 public:
  RunQueue() = default;
  RunQueue(const RunQueue&) = delete;
  RunQueue& operator=(const RunQueue&) = delete;
  virtual ~RunQueue() = default;

  // Returns: the next run to make, or null when there is none left.
  virtual EmRun* Next() = 0;

  // Takes a run back, finished.
  virtual void Done(EmRun& run) = 0;
};

// Makes all runs of the queue. A lane gets the next as soon as its last has stopped.
void RunLanes(LaneKernel& kernel, RunQueue& queue);

}  // namespace regimen::hmm::internal
