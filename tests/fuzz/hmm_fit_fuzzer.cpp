// Any bounded numbers with any options: either a typed error, or a fit whose rows sum to 1, whose
// objective never decreases, with no NaN in it and a report that says how it went.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <source_location>
#include <span>
#include <vector>

#include "regime/model/baum_welch.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/hmm_error.hpp"
#include "regime/model/hmm_json.hpp"
#include "regime/model/online_hmm.hpp"

namespace {

using namespace regimen::hmm;

// Takes the input apart, from its front; zeros when it is used up.
class Input {
 public:
  explicit Input(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::size_t Left() const { return bytes_.size(); }

  unsigned Byte() {
    if (bytes_.empty()) return 0;
    const unsigned byte = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return byte;
  }

  int Below(int limit) { return static_cast<int>(Byte()) % limit; }

  // One of a few special numbers, or two bytes on a scale.
  double Number(double scale) {
    const unsigned kind = Byte();
    if (kind == 255) return std::numeric_limits<double>::quiet_NaN();
    if (kind == 254) return 0;
    if (kind == 253) return 1e6 * scale;
    const int high = static_cast<int>(kind) - 126;
    return scale * (high + static_cast<double>(Byte()) / 256) / 32;
  }

 private:
  std::span<const std::uint8_t> bytes_;
};

struct Fuzzed {
  std::vector<double> values, weights;
  std::vector<std::size_t> lengths;
  FitTask task;
};

void ReadOptions(Input& input, FitOptions& options) {
  options.states = 1 + input.Below(8);
  options.covariance_type = static_cast<CovarianceType>(input.Below(4));
  options.emission_type = static_cast<EmissionType>(input.Below(2));
  options.start_type = static_cast<StartType>(input.Below(3));
  const int flags = input.Below(256);
  options.estimate_degrees_of_freedom = (flags & 1) != 0;
  if ((flags & 2) != 0) options.prior = Prior::None();
  if ((flags & 4) != 0) options.prior.sticky_count = 10;
  if ((flags & 8) != 0) options.prior.transition_count = 0.1;
  if ((flags & 16) != 0) options.prior.start_count = 0.5;
  if ((flags & 32) != 0) options.prior.scatter = 0.01;
  if ((flags & 64) != 0) options.variance_floor = 1e-9;
  options.random_starts = (flags & 128) != 0 ? 3 : 0;
  options.missing = MissingPolicy::Skip;
  options.minimum_observations = 1;
  options.max_iterations = 40;
  options.tolerance = 0;
  options.keep_history = true;
}

// A model with exact zeros among its transitions.
HmmParameters OneWay(const FitOptions& options, int dimensions) {
  const auto k = static_cast<std::size_t>(options.states);
  const auto d = static_cast<std::size_t>(dimensions);
  HmmParameters model;
  model.states = options.states;
  model.dimensions = dimensions;
  model.covariance_type = options.covariance_type;
  model.emission_type = options.emission_type;
  model.start.assign(k, 0.0);
  model.start[0] = 1;
  model.transitions.assign(k * k, 0.0);
  model.means.assign(k * d, 0.0);
  model.covariances.assign(k * d * d, 0.0);
  for (std::size_t i = 0; i < k; ++i) {
    model.transitions[i * k + i] = i + 1 < k ? 0.75 : 1;
    if (i + 1 < k) model.transitions[i * k + i + 1] = 0.25;
    for (std::size_t a = 0; a < d; ++a) {
      model.means[i * d + a] = static_cast<double>(i);
      model.covariances[(i * d + a) * d + a] = 0.5;
    }
    if (options.emission_type == EmissionType::StudentT) model.degrees_of_freedom.push_back(4);
  }
  return model;
}

Fuzzed Read(Input& input) {
  Fuzzed fuzzed;
  ReadOptions(input, fuzzed.task.options);
  const int dimensions = 1 + input.Below(4) * input.Below(2);
  const int shape = input.Below(16);
  const double scale = std::pow(10.0, input.Below(13) - 6);
  // Absolute, not relative to the series: with nearly collinear dimensions no digit would be left.
  if (dimensions > 1 || scale < 1) fuzzed.task.options.prior.scatter = 0;
  if (dimensions > 1) fuzzed.task.options.variance_floor = 1e-4;  // for the same reason
  const auto width = static_cast<std::size_t>(dimensions);
  while (input.Left() > 0 && fuzzed.values.size() < 300 * width) {
    for (std::size_t d = 0; d < width; ++d) fuzzed.values.push_back(input.Number(scale));
    if ((shape & 1) != 0) fuzzed.weights.push_back(input.Below(5) / 2.0);
  }
  const std::size_t count = fuzzed.values.size() / width;
  if ((shape & 2) != 0 && count > 2) fuzzed.lengths = {count / 3, count - count / 3};
  fuzzed.task.observations.dimensions = dimensions;
  if ((shape & 4) != 0) {
    fuzzed.task.given = {OneWay(fuzzed.task.options, dimensions)};
    fuzzed.task.options.starts.clear();
  }
  if ((shape & 8) != 0) fuzzed.task.warm = OneWay(fuzzed.task.options, dimensions);
  return fuzzed;
}

void Require(bool holds, std::source_location where = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s, line %u\n", where.function_name(), where.line());
  std::abort();
}

void CheckRow(std::span<const double> row) {
  double sum = 0;
  for (const double probability : row) {
    Require(probability >= 0 && probability <= 1 + 1e-12);
    sum += probability;
  }
  Require(std::abs(sum - 1) <= 1e-9);
}

void CheckFit(const FitTask& task, const FitResult& result) {
  const FitReport& report = result.report;
  Require(result.parameters.has_value() && report.stop != StopReason::Rejected);
  Require(std::isfinite(report.log_likelihood) && std::isfinite(report.objective));
  Require(std::isfinite(report.bic) && std::isfinite(report.aic));
  Require(std::isfinite(report.gap_to_next));
  for (const StartReport& start : report.starts) {
    Require(start.stop != StopReason::Rejected && start.stop != StopReason::Decreased);
    Require(std::isfinite(start.log_likelihood) && std::isfinite(start.objective));
  }
  // Up to rounding: squared distances lose digits over the smallest variance.
  const double lost =
      4e-14 * static_cast<double>(task.observations.Count()) / task.options.variance_floor;
  for (std::size_t i = 1; i < report.history.size(); ++i) {
    const double before = report.history[i - 1].objective;
    Require(report.history[i].objective >= before - 1e-9 * (1 + std::abs(before)) - lost);
  }
  const HmmParameters& model = *result.parameters;
  model.Validate();
  const auto k = static_cast<std::size_t>(model.states);
  CheckRow(model.start);
  for (std::size_t i = 0; i < k; ++i) CheckRow(std::span(model.transitions).subspan(i * k, k));
  Require(FromJson(ToJson(model)) == model);
}

// The filter over the fitted series; the online model over it and whatever comes.
void CheckInference(const Fuzzed& fuzzed, const FitTask& task, const FitResult& result) {
  const GaussianHmm model(*result.parameters);
  const FilterResult filter = model.Filter(task.observations, MissingPolicy::Skip);
  Require(std::isfinite(filter.log_likelihood));
  for (std::size_t t = 0; t < filter.filtered.Times(); ++t) {
    CheckRow(filter.filtered.Row(t));
    CheckRow(filter.predicted.Row(t));
  }
  const SmoothResult smooth = model.SmoothInHindsight(task.observations, MissingPolicy::Skip);
  for (std::size_t t = 0; t < smooth.smoothed.Times(); ++t) CheckRow(smooth.smoothed.Row(t));
  if (task.observations.dimensions != 1 || task.options.emission_type != EmissionType::Gaussian) {
    return;
  }
  OnlineHmm online(model);
  for (const double value : fuzzed.values) {
    online.AddObservation(value);
    CheckRow(online.Probabilities());
  }
  online.Parameters().Validate();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input({data, size});
  const Fuzzed fuzzed = Read(input);
  FitTask task = fuzzed.task;
  task.observations.values = fuzzed.values;
  task.observations.weights = fuzzed.weights;
  task.observations.lengths = fuzzed.lengths;
  try {
    const FitResult result = Fit(task);
    CheckFit(task, result);
    CheckInference(fuzzed, task, result);
  } catch (const HmmError& error) {
    // What a fit may refuse; anything else would be a fit that broke its own promises.
    const HmmFault fault = error.Fault();
    Require(fault == HmmFault::TooFewObservations || fault == HmmFault::ConstantSeries ||
            fault == HmmFault::CollinearDimensions || fault == HmmFault::NotFinite);
  }
  return 0;
}
