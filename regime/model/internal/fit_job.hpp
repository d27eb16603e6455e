// A task on its way through the lanes.
#pragma once

#include <vector>

#include "regime/model/fit_result.hpp"
#include "regime/model/fit_task.hpp"
#include "regime/model/internal/em_run.hpp"
#include "regime/model/internal/em_settings.hpp"
#include "regime/model/internal/working_series.hpp"
#include "regime/model/internal/working_space.hpp"

namespace regimen::hmm::internal {

// Turns a task into runs, and their ends into a result. Not copyable: its runs point into it.
// Borrows the task's observations while it is built only.
class FitJob {
 public:
  // Throws HmmError if the task cannot be fitted.
  explicit FitJob(const FitTask& task);
  FitJob(const FitJob&) = delete;
  FitJob& operator=(const FitJob&) = delete;

  std::vector<EmRun>& Runs() { return runs_; }

  // Chooses among the ends. Requires: all runs are done.
  FitResult Finish() const;

 private:
  void AddStarts(const FitTask& task);
  void AddRun(InitMethod method, HmmParameters start);
  std::size_t BestRun() const;
  void DescribeOptima(FitReport& report) const;

  FitOptions options_;
  WorkingSpace space_;
  WorkingSeries series_;
  EmSettings settings_;
  double observations_ = 0;
  std::vector<EmRun> runs_;
};

}  // namespace regimen::hmm::internal
