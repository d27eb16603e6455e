// Models to fit, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "regime/model/fit_task.hpp"
#include "regime/model/hmm_parameters.hpp"
#include "regime/model/internal/fit_job.hpp"
#include "regime/model/internal/kernel_kind.hpp"
#include "regime/model/internal/run_queue.hpp"

namespace regimen::bench {

struct ModelSize {
  int states;
  int times;
  int dimensions = 1;
};

// EM iterations of one run.
constexpr int kIterations = 100;

// Daily returns in per cent of three regimes, as many dimensions side by side as wanted.
std::vector<double> SimulatedReturns(const ModelSize& size, std::uint64_t seed);

// A start of persistent states from calm to wild.
hmm::HmmParameters StartOf(const ModelSize& size);

// One model to fit from `starts` equal starts; `values` is borrowed.
hmm::FitTask MakeTask(const ModelSize& size, const std::vector<double>& values, int starts);

// Runs of kIterations iterations each, ready for lanes: what making them costs is not timed. Not
// thread-safe.
class PreparedRuns final : public hmm::internal::RunQueue {
 public:
  PreparedRuns(const ModelSize& size, int models, int starts_each);

  // Runs all of them from their starts. Returns: the number of E-steps made.
  int Run(hmm::internal::LaneKernel& kernel);

  const hmm::internal::KernelKind& Kind() const { return kind_; }

  hmm::internal::EmRun* Next() override { return next_ < runs_.size() ? &runs_[next_++] : nullptr; }
  void Done(hmm::internal::EmRun& /*run*/) override {}

 private:
  hmm::internal::KernelKind kind_;
  hmm::internal::EmSettings settings_;
  std::vector<std::unique_ptr<hmm::internal::FitJob>> jobs_;
  std::vector<hmm::internal::EmRun> fresh_;
  std::vector<hmm::internal::EmRun> runs_;
  std::size_t next_ = 0;
};

}  // namespace regimen::bench
