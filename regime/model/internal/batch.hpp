// The tasks of a batch on their way to the threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <span>
#include <vector>

#include "regime/model/fit_result.hpp"
#include "regime/model/fit_task.hpp"
#include "regime/model/internal/kernel_kind.hpp"

namespace regimen::hmm::internal {

// Sorts tasks by kernel and hands them out one by one. `Work` may run on any number of threads at
// once; each makes kernels of its own and writes the results of the tasks it took, no others.
class Batch {
 public:
  Batch(std::span<const FitTask> tasks, InstructionSet instructions);
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  // Takes tasks until none is left. Never throws: what is not an HmmError ends the batch and is
  // kept.
  void Work();

  // The results in the order of the tasks. Rethrows what ended the batch early.
  // Requires: every `Work` has returned.
  std::vector<FitResult> TakeResults();

 private:
  friend class BatchQueue;

  // Tasks for one kernel, longest first.
  struct Group {
    KernelKind kind;
    std::vector<std::size_t> tasks;
    std::atomic<std::size_t> next = 0;
  };

  void AddTask(std::size_t index);
  void WorkOn(Group& group);
  void Reject(std::size_t index, HmmFault fault, const char* message);

  std::span<const FitTask> tasks_;
  InstructionSet instructions_;
  std::vector<FitResult> results_;
  std::vector<std::unique_ptr<Group>> groups_;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace regimen::hmm::internal
