#include "regime/model/internal/fit_job.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/internal/start_values.hpp"
#include "regime/model/internal/variance_floor.hpp"

namespace regimen::hmm::internal {
namespace {

// Ends closer than this, in nats, are one optimum: EM stops a little short of it, each start
// elsewhere.
constexpr double kDistinct = 1e-3;

WorkingSpace CheckedSpace(const FitTask& task) {
  task.options.Validate();
  task.observations.Validate(task.options.missing);
  return {task.observations, task.options.covariance_type};
}

double PresentCount(const WorkingSeries& series) {
  return static_cast<double>(std::count_if(series.weights.begin(), series.weights.end(),
                                           [](double weight) { return weight > 0; }));
}

EmSettings SettingsOf(const FitOptions& options, const WorkingSpace& space,
                      const WorkingSeries& series) {
  const auto width = static_cast<Eigen::Index>(series.dimensions);
  return {.prior = options.prior,
          .scatter = space.ToWorking(options.prior.scatter * SmallMatrix::Identity(width, width)),
          .variance_floor = options.variance_floor,
          .tolerance = options.tolerance * PresentCount(series),
          .max_iterations = options.max_iterations,
          .estimate_degrees_of_freedom = options.estimate_degrees_of_freedom,
          .keep_history = options.keep_history};
}

void CheckEnough(const FitOptions& options, const WorkingSeries& series, double observations) {
  const int wanted = options.minimum_observations > 0
                         ? options.minimum_observations
                         : options.FreeParameters(static_cast<int>(series.dimensions));
  const double numbers = observations * static_cast<double>(series.dimensions);
  if (numbers >= wanted) return;
  throw HmmError(HmmFault::TooFewObservations, std::to_string(static_cast<long>(numbers)) +
                                                   " numbers cannot decide a model that asks for " +
                                                   std::to_string(wanted) +
                                                   "; take fewer states or more data");
}

void CheckShape(const HmmParameters& start, const FitOptions& options, int dimensions) {
  start.Validate();
  if (start.states == options.states && start.dimensions == dimensions &&
      start.covariance_type == options.covariance_type &&
      start.emission_type == options.emission_type) {
    return;
  }
  throw HmmError(
      HmmFault::DimensionMismatch,
      "a given start must have the states, dimensions, covariance and emission type that "
      "are to be fitted");
}

// What is exactly 0 never revives in EM: a warm start gets a little of everything.
HmmParameters Softened(const HmmParameters& warm, const FitTask& task) {
  HmmParameters result = warm;
  const auto uniform = 1 / static_cast<double>(warm.states);
  if (task.options.start_type == StartType::Free) {
    const SmoothResult smooth =
        GaussianHmm(warm).SmoothInHindsight(task.observations, task.options.missing);
    for (std::size_t k = 0; k < result.start.size(); ++k) {
      result.start[k] = 0.95 * smooth.smoothed(0, k) + 0.05 * uniform;
    }
  }
  for (double& transition : result.transitions) transition = 0.999 * transition + 0.001 * uniform;
  return result;
}

bool IsHealthy(const EmRun& run) {
  return run.report.stop == StopReason::Converged || run.report.stop == StopReason::IterationLimit;
}

// Whether `a` is to be preferred to the earlier `b`, which keeps its place if both found one
// optimum.
bool IsBetter(const EmRun& a, const EmRun& b) {
  if (IsHealthy(a) != IsHealthy(b)) return IsHealthy(a);
  const bool a_finite = a.report.stop != StopReason::NotFinite;
  const bool b_finite = b.report.stop != StopReason::NotFinite;
  if (a_finite != b_finite) return a_finite;
  return a.report.objective > b.report.objective + kDistinct;
}

}  // namespace

FitJob::FitJob(const FitTask& task)
    : options_(task.options),
      space_(CheckedSpace(task)),
      series_(space_.ToWorking(task.observations)),
      settings_(SettingsOf(options_, space_, series_)),
      observations_(PresentCount(series_)) {
  CheckEnough(options_, series_, observations_);
  AddStarts(task);
}

void FitJob::AddStarts(const FitTask& task) {
  runs_.reserve(1 + task.given.size() + options_.starts.size() +
                static_cast<std::size_t>(options_.random_starts));
  if (task.warm) {
    CheckShape(*task.warm, options_, task.observations.dimensions);
    AddRun(InitMethod::Warm, space_.ToWorking(Softened(*task.warm, task)));
  }
  for (const HmmParameters& given : task.given) {
    CheckShape(given, options_, task.observations.dimensions);
    AddRun(InitMethod::Given, space_.ToWorking(given));
  }
  for (const InitMethod method : options_.starts) {
    AddRun(method, StartValues(method, series_, options_, 0));
  }
  for (int number = 1; number <= options_.random_starts; ++number) {
    AddRun(InitMethod::Random, StartValues(InitMethod::Random, series_, options_, number));
  }
  if (runs_.empty()) {
    throw HmmError(HmmFault::InvalidOption,
                   "a fit needs a start: starts, random_starts, warm or given");
  }
}

void FitJob::AddRun(InitMethod method, HmmParameters start) {
  start.start_type = options_.start_type;
  RaiseToFloor(options_.variance_floor, start);
  if (options_.start_type == StartType::Stationary) {
    start.start = StationaryDistribution(start.transitions);
  }
  EmRun& run = runs_.emplace_back();
  run.series = &series_;
  run.settings = &settings_;
  run.parameters = std::move(start);
  run.report.method = method;
}

std::size_t FitJob::BestRun() const {
  std::size_t best = 0;
  for (std::size_t i = 1; i < runs_.size(); ++i) {
    if (IsBetter(runs_[i], runs_[best])) best = i;
  }
  const EmRun& first = runs_.front();
  const bool keep_warm =
      first.report.method == InitMethod::Warm && IsHealthy(first) &&
      runs_[best].report.objective <= first.report.objective + options_.warm_margin;
  return keep_warm ? 0 : best;
}

void FitJob::DescribeOptima(FitReport& report) const {
  std::vector<double> ends;
  for (const EmRun& run : runs_) {
    if (IsHealthy(run)) ends.push_back(run.report.objective);
  }
  std::sort(ends.begin(), ends.end(), std::greater<>());
  const double returned = runs_[static_cast<std::size_t>(report.best_start)].report.objective;
  bool found_next = false;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (i == 0 || ends[i - 1] - ends[i] > kDistinct) ++report.distinct_optima;
    if (!found_next && std::abs(ends[i] - returned) > kDistinct) {
      found_next = true;
      report.gap_to_next = returned - ends[i];
    }
  }
}

FitResult FitJob::Finish() const {
  FitResult result;
  FitReport& report = result.report;
  for (const EmRun& run : runs_) {
    StartReport start = run.report;
    start.log_likelihood += space_.LogLikelihoodOffset();
    start.objective += space_.LogLikelihoodOffset();
    report.starts.push_back(start);
  }
  const std::size_t best = BestRun();
  report.best_start = static_cast<int>(best);
  report.stop = report.starts[best].stop;
  report.log_likelihood = report.starts[best].log_likelihood;
  report.objective = report.starts[best].objective;
  report.iterations = report.starts[best].iterations;
  report.states_on_floor = report.starts[best].states_on_floor;
  report.free_parameters = options_.FreeParameters(static_cast<int>(series_.dimensions));
  report.observations = observations_;
  report.bic = -2 * report.log_likelihood + report.free_parameters * std::log(observations_);
  report.aic = -2 * report.log_likelihood + 2.0 * report.free_parameters;
  DescribeOptima(report);
  for (const FitStep& step : runs_[best].history) {
    report.history.push_back({step.log_likelihood + space_.LogLikelihoodOffset(),
                              step.objective + space_.LogLikelihoodOffset()});
  }
  result.parameters = space_.FromWorking(runs_[best].parameters);
  return result;
}

}  // namespace regimen::hmm::internal
