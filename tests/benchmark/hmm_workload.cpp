#include "tests/benchmark/hmm_workload.hpp"

#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/random_stream.hpp"

namespace regimen::bench {

std::vector<double> SimulatedReturns(const ModelSize& size, std::uint64_t seed) {
  const hmm::GaussianHmm model(
      hmm::MakeUnivariate({0.4, 0.3, 0.3}, {0.97, 0.02, 0.01, 0.02, 0.95, 0.03, 0.02, 0.05, 0.93},
                          {0.08, 0.02, -0.15}, {0.3, 1.0, 4.0}));
  hmm::RandomStream random(seed);
  return model.Sample(static_cast<std::size_t>(size.times * size.dimensions), random).values;
}

hmm::HmmParameters StartOf(const ModelSize& size) {
  hmm::HmmParameters start;
  start.states = size.states;
  start.dimensions = size.dimensions;
  const auto k = static_cast<std::size_t>(size.states);
  const auto d = static_cast<std::size_t>(size.dimensions);
  start.start.assign(k, 1.0 / size.states);
  start.transitions.assign(k * k, size.states > 1 ? 0.1 / (size.states - 1) : 0);
  start.means.assign(k * d, 0);
  start.covariances.assign(k * d * d, 0);
  for (std::size_t i = 0; i < k; ++i) {
    start.transitions[i * k + i] = size.states > 1 ? 0.9 : 1;
    for (std::size_t e = 0; e < d; ++e) {
      start.means[i * d + e] = 0.1 - 0.2 * static_cast<double>(i) / size.states;
      start.covariances[(i * d + e) * d + e] = 0.3 + 3 * static_cast<double>(i) / size.states;
    }
  }
  return start;
}

hmm::FitTask MakeTask(const ModelSize& size, const std::vector<double>& values, int starts) {
  hmm::FitTask task{.observations = {.values = values, .dimensions = size.dimensions}};
  task.options.states = size.states;
  task.options.starts = {};
  task.options.max_iterations = kIterations;
  task.options.tolerance = 0;
  task.options.minimum_observations = 1;
  task.given.assign(static_cast<std::size_t>(starts), StartOf(size));
  return task;
}

PreparedRuns::PreparedRuns(const ModelSize& size, int models, int starts_each) {
  for (int i = 0; i < models; ++i) {
    const std::vector<double> values = SimulatedReturns(size, static_cast<std::uint64_t>(i) + 1);
    const hmm::FitTask task = MakeTask(size, values, starts_each);
    kind_ = hmm::internal::KindOf(task);
    jobs_.push_back(std::make_unique<hmm::internal::FitJob>(task));
    settings_ = *jobs_.back()->Runs().front().settings;
    for (hmm::internal::EmRun& run : jobs_.back()->Runs()) fresh_.push_back(run);
  }
  // No gain is too small to go on: every run makes all its iterations, and lanes stay full.
  settings_.tolerance = -1e9;
  for (hmm::internal::EmRun& run : fresh_) run.settings = &settings_;
}

int PreparedRuns::Run(hmm::internal::LaneKernel& kernel) {
  runs_ = fresh_;
  next_ = 0;
  hmm::internal::RunLanes(kernel, *this);
  int steps = 0;
  for (const hmm::internal::EmRun& run : runs_) steps += run.report.iterations + 1;
  return steps;
}

}  // namespace regimen::bench
