#include "regime/model/internal/feature_lanes.hpp"

#include <algorithm>
#include <cmath>

#include "regime/model/internal/exact_expectations.hpp"
#include "regime/model/internal/maximisation.hpp"

namespace regimen::hmm::internal {
namespace {

constexpr double kLogTwoPi = 1.8378770664093454836;
constexpr double kLogPi = 1.1447298858494001741;
constexpr double kEighths = 8 / 0.69314718055994530942;

HmmParameters IdleModel(const FeatureShape& shape) {
  const auto k = static_cast<std::size_t>(shape.states);
  const auto d = static_cast<std::size_t>(shape.dimensions);
  HmmParameters model;
  model.states = shape.states;
  model.dimensions = shape.dimensions;
  model.start.assign(k, 1 / static_cast<double>(k));
  model.transitions.assign(k * k, 1 / static_cast<double>(k));
  model.means.assign(k * d, 0.0);
  model.covariances.assign(k * d * d, 0.0);
  for (std::size_t i = 0; i < k * d; ++i) model.covariances[i * d + i % d] = 1;
  if (shape.student) {
    model.emission_type = EmissionType::StudentT;
    model.degrees_of_freedom.assign(k, 5.0);
  }
  return model;
}

}  // namespace

FeatureLanes::FeatureLanes(const FeatureShape& shape, std::size_t lanes)
    : shape_(shape),
      states_(static_cast<std::size_t>(shape.states)),
      dimensions_(static_cast<std::size_t>(shape.dimensions)),
      products_(shape.triangle ? dimensions_ * (dimensions_ + 1) / 2 : dimensions_),
      lanes_(lanes),
      runs_(lanes, nullptr),
      parameters_(lanes),
      log_prior_(lanes, 0.0),
      forms_(states_),
      statistics_(shape.states, shape.dimensions),
      exact_(lanes, Exact{.statistics = statistics_}) {
  for (LaneArray* array : {&last, &end_sum, &end_exponent, &end_shift}) array->Reserve(lanes);
  for (LaneArray* array :
       {&start, &constant, &peak, &power, &nu, &start_gamma, &weight, &scaled, &tail}) {
    array->Reserve(states_ * lanes);
  }
  for (LaneArray* array : {&transition, &pair}) array->Reserve(states_ * states_ * lanes);
  for (LaneArray* array : {&linear, &first}) array->Reserve(states_ * dimensions_ * lanes);
  for (LaneArray* array : {&product, &second}) array->Reserve(states_ * products_ * lanes);
  idle_settings_.prior = {.variance_observations = 1, .mean_observations = 0};
  idle_settings_.scatter.assign(dimensions_ * dimensions_, 0.0);
  idle_settings_.variance_floor = 1e-3;
  for (std::size_t lane = 0; lane < lanes; ++lane) Clear(lane);
}

void FeatureLanes::Measure() {
  length_ = 1;
  has_breaks_ = false;
  for (const EmRun* run : runs_) {
    if (run == nullptr) continue;
    length_ = std::max(length_, run->series->length);
    has_breaks_ = has_breaks_ || run->series->sequence_starts.size() > 1;
  }
  if (length_ <= capacity_) return;
  // Growing forgets: the other lanes' series go in again.
  capacity_ = length_;
  for (LaneArray* array : {&density, &alpha}) array->Reserve(capacity_ * states_ * lanes_);
  if (shape_.student) {
    for (LaneArray* array : {&student_weight, &student_tail}) {
      array->Reserve(capacity_ * states_ * lanes_);
    }
  }
  for (LaneArray* array : {&observation_weight, &begins, &shift})
    array->Reserve(capacity_ * lanes_);
  z.Reserve(capacity_ * dimensions_ * lanes_);
  for (std::size_t lane = 0; lane < lanes_; ++lane) {
    if (runs_[lane] != nullptr) WriteSeries(lane, *runs_[lane]->series);
  }
}

void FeatureLanes::WriteSeries(std::size_t lane, const WorkingSeries& series) {
  for (std::size_t i = 0; i < series.values.size(); ++i) z[i * lanes_ + lane] = series.values[i];
  for (std::size_t t = 0; t < series.length; ++t) {
    observation_weight[t * lanes_ + lane] = series.weights[t];
    begins[t * lanes_ + lane] = 0;
  }
  for (const std::size_t time : series.sequence_starts) begins[time * lanes_ + lane] = 1;
}

void FeatureLanes::Load(std::size_t lane, const EmRun& run) {
  Clear(lane);
  runs_[lane] = &run;
  Measure();
  WriteSeries(lane, *run.series);
  last[lane] = static_cast<double>(run.series->length - 1);
  parameters_[lane] = run.parameters;
  WriteParameters(lane);
}

void FeatureLanes::Clear(std::size_t lane) {
  runs_[lane] = nullptr;
  Measure();
  for (std::size_t t = 0; t < capacity_; ++t) {
    observation_weight[t * lanes_ + lane] = 0;
    begins[t * lanes_ + lane] = t == 0 ? 1 : 0;
    for (std::size_t d = 0; d < dimensions_; ++d) z[(t * dimensions_ + d) * lanes_ + lane] = 0;
  }
  last[lane] = 0;
  parameters_[lane] = IdleModel(shape_);
  WriteParameters(lane);
}

void FeatureLanes::WriteParameters(std::size_t lane) {
  const HmmParameters& parameters = parameters_[lane];
  for (std::size_t k = 0; k < states_; ++k) {
    start[k * lanes_ + lane] = parameters.start[k];
    forms_[k] = QuadraticFormOf(parameters, static_cast<int>(k));
    WriteDensity(lane, k, forms_[k]);
  }
  for (std::size_t i = 0; i < states_ * states_; ++i) {
    transition[i * lanes_ + lane] = parameters.transitions[i];
  }
  log_prior_[lane] = LogPrior(parameters, forms_,
                              runs_[lane] == nullptr ? idle_settings_ : *runs_[lane]->settings);
}

void FeatureLanes::WriteDensity(std::size_t lane, std::size_t state, const QuadraticForm& form) {
  const HmmParameters& parameters = parameters_[lane];
  const auto width = static_cast<double>(dimensions_);
  // The factor that makes a squared distance what the kernel wants.
  double factor = 1;
  double offset = 0;
  if (shape_.student) {
    const double df = parameters.degrees_of_freedom[state];
    nu[state * lanes_ + lane] = df;
    power[state * lanes_ + lane] = (df + width) / 2 * kEighths;
    peak[state * lanes_ + lane] =
        kEighths * (std::lgamma((df + width) / 2) - std::lgamma(df / 2) -
                    width / 2 * (std::log(df) + kLogPi) - form.log_determinant / 2);
  } else {
    factor = -kEighths / 2;
    offset = factor * (width * kLogTwoPi + form.log_determinant);
  }
  constant[state * lanes_ + lane] = factor * form.constant + offset;
  std::size_t in_triangle = 0;
  for (std::size_t d = 0; d < dimensions_; ++d) {
    linear[(state * dimensions_ + d) * lanes_ + lane] = factor * form.linear[d];
    for (std::size_t e = 0; e <= d; ++e, ++in_triangle) {
      if (!shape_.triangle && e < d) continue;
      const std::size_t at = shape_.triangle ? in_triangle : d;
      product[(state * products_ + at) * lanes_ + lane] = factor * form.quadratic[in_triangle];
    }
  }
}

LaneScore FeatureLanes::Score(std::size_t lane) const {
  LaneScore score{.log_prior = log_prior_[lane]};
  if (exact_[lane].in_use) {
    score.log_likelihood = exact_[lane].log_likelihood;
    for (const double sum : exact_[lane].statistics.weight) {
      score.state_died = score.state_died || !(sum >= kDeadWeight);
    }
    return score;
  }
  const double eighths = end_exponent[lane] * 8 + end_shift[lane];
  score.log_likelihood = eighths / kEighths + std::log(end_sum[lane]);
  for (std::size_t k = 0; k < states_; ++k) {
    score.state_died = score.state_died || !(weight[k * lanes_ + lane] >= kDeadWeight);
  }
  return score;
}

bool FeatureLanes::FallsShort(std::size_t lane) const {
  double total = 0;
  for (std::size_t k = 0; k < states_; ++k) {
    const double start_now = parameters_[lane].start[k];
    total += start_gamma[k * lanes_ + lane] * std::min(start_now / kLeastProbability, 1.0);
  }
  for (std::size_t i = 0; i < states_ * states_; ++i) {
    total += pair[i * lanes_ + lane] * parameters_[lane].transitions[i];
  }
  const auto times = static_cast<double>(runs_[lane]->series->length);
  return !(total >= times * (1 - kTolerableShortfall));
}

void FeatureLanes::Repair() {
  for (std::size_t lane = 0; lane < lanes_; ++lane) {
    exact_[lane].in_use = runs_[lane] != nullptr && FallsShort(lane);
    if (!exact_[lane].in_use) continue;
    exact_[lane].log_likelihood =
        ExactExpectations(parameters_[lane], *runs_[lane]->series, exact_[lane].statistics);
  }
}

void FeatureLanes::ReadStatistics(std::size_t lane) {
  const HmmParameters& parameters = parameters_[lane];
  for (std::size_t k = 0; k < states_; ++k) {
    // The passes lift impossible starts off 0 for safety; here they are 0 again.
    statistics_.start[k] = parameters.start[k] > 0 ? start_gamma[k * lanes_ + lane] : 0.0;
    statistics_.weight[k] = weight[k * lanes_ + lane];
    statistics_.scaled[k] = scaled[k * lanes_ + lane];
    statistics_.tail[k] = tail[k * lanes_ + lane];
    std::size_t at = 0;
    for (std::size_t d = 0; d < dimensions_; ++d) {
      const std::size_t row = k * dimensions_ + d;
      statistics_.first[row] = first[row * lanes_ + lane];
      for (std::size_t e = shape_.triangle ? 0 : d; e <= d; ++e, ++at) {
        const double sum = second[(k * products_ + at) * lanes_ + lane];
        statistics_.second[row * dimensions_ + e] = sum;
        statistics_.second[(k * dimensions_ + e) * dimensions_ + d] = sum;
      }
    }
  }
  for (std::size_t i = 0; i < states_ * states_; ++i) {
    statistics_.transitions[i] = pair[i * lanes_ + lane] * parameters.transitions[i];
  }
}

void FeatureLanes::Maximise(std::size_t lane) {
  if (runs_[lane] == nullptr) return;
  if (!exact_[lane].in_use) ReadStatistics(lane);
  StateStatistics& statistics = exact_[lane].in_use ? exact_[lane].statistics : statistics_;
  internal::Maximise(statistics, *runs_[lane]->settings, parameters_[lane]);
  WriteParameters(lane);
}

}  // namespace regimen::hmm::internal
