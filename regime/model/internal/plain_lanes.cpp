#include "regime/model/internal/plain_lanes.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "regime/model/internal/exact_expectations.hpp"
#include "regime/model/internal/maximisation.hpp"

namespace regimen::hmm::internal {

PlainLanes::PlainLanes(int states, std::size_t lanes)
    : states_(states),
      lanes_(lanes),
      runs_(lanes, nullptr),
      places_(lanes, std::vector<int>(static_cast<std::size_t>(states))) {
  const auto k = static_cast<std::size_t>(states);
  for (LaneArray* array : {&start, &mean, &variance, &log_variance, &end, &row, &first, &second,
                           &start_gamma, &end_gamma, &weight}) {
    array->Reserve(k * lanes);
  }
  for (LaneArray* array : {&transition, &pair}) array->Reserve(k * k * lanes);
  quadratic.Reserve(3 * k * lanes);
  for (LaneArray* array :
       {&variance_observations, &mean_observations, &transition_count, &sticky_count, &start_count,
        &scatter, &floor, &count, &last, &sum, &sum_of_squares, &lowest, &highest, &end_sum,
        &end_exponent, &end_shift, &log_likelihood, &log_prior, &whole}) {
    array->Reserve(lanes);
  }
  for (std::size_t lane = 0; lane < lanes; ++lane) Clear(lane);
}

void PlainLanes::Measure() {
  length_ = 0;
  ragged_ = false;
  for (const EmRun* run : runs_) {
    if (run == nullptr) continue;
    ragged_ = ragged_ || (length_ != 0 && run->series->length != length_);
    length_ = std::max(length_, run->series->length);
  }
  length_ = std::max<std::size_t>(length_, 1);
  if (length_ <= capacity_) return;
  // Growing forgets: the other lanes' series go in again.
  capacity_ = length_;
  const auto k = static_cast<std::size_t>(states_);
  x.Reserve(capacity_ * lanes_);
  alpha.Reserve(capacity_ * k * lanes_);
  ratio.Reserve(capacity_ * k * lanes_);
  reference.Reserve(capacity_ * lanes_);
  scale.Reserve((capacity_ / 8 + 1) * lanes_);
  for (std::size_t lane = 0; lane < lanes_; ++lane) {
    if (runs_[lane] == nullptr) continue;
    const std::vector<double>& values = runs_[lane]->series->values;
    for (std::size_t t = 0; t < values.size(); ++t) x[t * lanes_ + lane] = values[t];
  }
}

void PlainLanes::Load(std::size_t lane, const EmRun& run) {
  Clear(lane);
  runs_[lane] = &run;
  Measure();
  const WorkingSeries& series = *run.series;
  for (std::size_t t = 0; t < series.length; ++t) x[t * lanes_ + lane] = series.values[t];
  count[lane] = static_cast<double>(series.length);
  last[lane] = static_cast<double>(series.length - 1);
  sum[lane] = series.sum;
  sum_of_squares[lane] = series.sum_of_squares;
  lowest[lane] = series.lowest;
  highest[lane] = series.highest;

  const EmSettings& settings = *run.settings;
  variance_observations[lane] = settings.prior.variance_observations;
  mean_observations[lane] = settings.prior.mean_observations;
  transition_count[lane] = settings.prior.transition_count;
  sticky_count[lane] = settings.prior.sticky_count;
  start_count[lane] = settings.prior.start_count;
  scatter[lane] = settings.scatter[0];
  floor[lane] = settings.variance_floor;

  const auto k = static_cast<std::size_t>(states_);
  for (std::size_t i = 0; i < k; ++i) {
    start[i * lanes_ + lane] = run.parameters.start[i];
    mean[i * lanes_ + lane] = run.parameters.means[i];
    variance[i * lanes_ + lane] = run.parameters.covariances[i];
  }
  for (std::size_t i = 0; i < k * k; ++i) {
    transition[i * lanes_ + lane] = run.parameters.transitions[i];
  }
}

// An empty lane holds a model that one pseudo-observation keeps where it is, on a series of zeros.
void PlainLanes::Clear(std::size_t lane) {
  runs_[lane] = nullptr;
  Measure();
  for (std::size_t t = 0; t < capacity_; ++t) x[t * lanes_ + lane] = 0;
  for (LaneArray* array : {&mean_observations, &transition_count, &sticky_count, &start_count,
                           &scatter, &last, &sum, &sum_of_squares, &lowest, &highest}) {
    (*array)[lane] = 0;
  }
  variance_observations[lane] = 1;
  floor[lane] = 1e-3;
  count[lane] = 1;
  const auto k = static_cast<std::size_t>(states_);
  for (std::size_t i = 0; i < k; ++i) {
    start[i * lanes_ + lane] = 1 / static_cast<double>(k);
    mean[i * lanes_ + lane] = 0;
    variance[i * lanes_ + lane] = 1;
    for (std::size_t j = 0; j < k; ++j) {
      transition[(i * k + j) * lanes_ + lane] = 1 / static_cast<double>(k);
    }
  }
  std::iota(places_[lane].begin(), places_[lane].end(), 0);
}

void PlainLanes::PutWidestFirst(std::size_t lane) {
  const auto k = static_cast<std::size_t>(states_);
  std::size_t widest = 0;
  for (std::size_t i = 1; i < k; ++i) {
    if (variance[i * lanes_ + lane] > variance[widest * lanes_ + lane]) widest = i;
  }
  if (widest == 0) return;
  for (LaneArray* array : {&start, &mean, &variance}) {
    std::swap((*array)[lane], (*array)[widest * lanes_ + lane]);
  }
  for (std::size_t j = 0; j < k; ++j) {
    std::swap(transition[j * lanes_ + lane], transition[(widest * k + j) * lanes_ + lane]);
  }
  for (std::size_t i = 0; i < k; ++i) {
    std::swap(transition[i * k * lanes_ + lane], transition[(i * k + widest) * lanes_ + lane]);
  }
  std::swap(places_[lane][0], places_[lane][widest]);
}

void PlainLanes::Extract(std::size_t lane, HmmParameters& parameters) const {
  const auto k = static_cast<std::size_t>(states_);
  for (std::size_t i = 0; i < k; ++i) {
    const auto target = static_cast<std::size_t>(places_[lane][i]);
    parameters.start[target] = start[i * lanes_ + lane];
    parameters.means[target] = mean[i * lanes_ + lane];
    parameters.covariances[target] = variance[i * lanes_ + lane];
    for (std::size_t j = 0; j < k; ++j) {
      const auto column = static_cast<std::size_t>(places_[lane][j]);
      parameters.transitions[target * k + column] = transition[(i * k + j) * lanes_ + lane];
    }
  }
}

void PlainLanes::ComputeExactly(std::size_t lane) {
  if (runs_[lane] == nullptr) return;
  HmmParameters parameters = runs_[lane]->parameters;
  Extract(lane, parameters);
  StateStatistics statistics(states_, 1);
  log_likelihood[lane] = ExactExpectations(parameters, *runs_[lane]->series, statistics);
  const auto k = static_cast<std::size_t>(states_);
  for (std::size_t i = 0; i < k; ++i) {
    const auto source = static_cast<std::size_t>(places_[lane][i]);
    start_gamma[i * lanes_ + lane] = statistics.start[source];
    weight[i * lanes_ + lane] = statistics.weight[source];
    first[i * lanes_ + lane] = statistics.first[source];
    second[i * lanes_ + lane] = statistics.second[source];
    row[i * lanes_ + lane] = 0;
    for (std::size_t j = 0; j < k; ++j) {
      const auto column = static_cast<std::size_t>(places_[lane][j]);
      const double expected = statistics.transitions[source * k + column];
      pair[(i * k + j) * lanes_ + lane] = expected;
      row[i * lanes_ + lane] += expected;
    }
  }
}

LaneScore PlainLanes::Score(std::size_t lane) const {
  LaneScore score{.log_likelihood = log_likelihood[lane], .log_prior = log_prior[lane]};
  for (std::size_t i = 0; i < static_cast<std::size_t>(states_); ++i) {
    score.state_died = score.state_died || !(weight[i * lanes_ + lane] >= kDeadWeight);
  }
  return score;
}

}  // namespace regimen::hmm::internal
