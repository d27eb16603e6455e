#include "regime/model/online_hmm.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "regime/model/hmm_error.hpp"
#include "regime/model/internal/filter_step.hpp"

namespace regimen::hmm {
namespace {

constexpr double kLogTwoPi = 1.8378770664093454836;

// Statistics thinner than this say nothing of a parameter.
constexpr double kThin = 1e-6;

// Of a Gaussian more than 1400 standard deviations away.
constexpr double kLeastScore = -1e6;

void Require(bool holds, const char* rule) {
  if (!holds) throw HmmError(HmmFault::InvalidOption, rule);
}

double VarianceOf(const HmmParameters& model, const std::vector<double>& probabilities) {
  double mean = 0;
  double square = 0;
  for (std::size_t k = 0; k < probabilities.size(); ++k) mean += probabilities[k] * model.means[k];
  for (std::size_t k = 0; k < probabilities.size(); ++k) {
    const double deviation = model.means[k] - mean;
    square += probabilities[k] * (model.covariances[k] + deviation * deviation);
  }
  return square;
}

}  // namespace

void OnlineOptions::Validate() const {
  Require(memory > 0 && memory <= 1, "memory must lie within 0 and 1");
  Require(smoothing >= 0 && smoothing < 1, "smoothing must lie within 0 and 1, below 1");
  Require(variance_floor > 0 && variance_floor < 1, "variance_floor must lie within 0 and 1");
  Require(change_threshold >= 0 && change_slack >= 0,
          "change_threshold and change_slack must not be negative");
}

OnlineHmm::OnlineHmm(const GaussianHmm& model, const OnlineOptions& options)
    : states_(static_cast<std::size_t>(model.Parameters().states)),
      options_(options),
      first_(model.Parameters()) {
  options.Validate();
  if (first_.dimensions != 1 || first_.emission_type != EmissionType::Gaussian) {
    throw HmmError(HmmFault::DimensionMismatch, "an online model is Gaussian in one dimension");
  }
  for (std::vector<double>* values :
       {&log_constants_, &half_precisions_, &previous_, &predicted_, &densities_}) {
    values->resize(states_);
  }
  ResetAdaptation();
}

void OnlineHmm::ResetAdaptation() {
  const std::vector<double> stationary = StationaryDistribution(first_.transitions);
  least_variance_ = options_.variance_floor * VarianceOf(first_, stationary);
  // Never forgetting, the first model counts as a hundred observations.
  const double length = options_.memory < 1 ? 1 / (1 - options_.memory) : 100;
  transitions_ = first_.transitions;
  means_ = centre_ = first_.means;
  variances_ = first_.covariances;
  weight_.resize(states_);
  scatter_.resize(states_);
  pair_.resize(states_ * states_);
  for (std::size_t i = 0; i < states_; ++i) {
    weight_[i] = length * stationary[i];
    scatter_[i] = weight_[i] * variances_[i];
    for (std::size_t j = 0; j < states_; ++j) {
      pair_[i * states_ + j] = weight_[i] * transitions_[i * states_ + j];
    }
  }
  filtered_ = first_.start;
  state_ =
      static_cast<int>(std::max_element(filtered_.begin(), filtered_.end()) - filtered_.begin());
  observations_in_state_ = 0;
  began_ = false;
  statistics_ = {};
  statistics_.effective_length = length;
  score_variance_ = shortfall_ = 0;
  UpdateParameters();
}

bool OnlineHmm::AddObservation(double value) {
  if (std::isinf(value)) throw HmmError(HmmFault::NotFinite, "an observation is infinite");
  previous_ = filtered_;
  if (began_) {
    internal::Propagate(previous_, transitions_, predicted_);
  } else {
    predicted_ = previous_;
  }
  filtered_ = predicted_;
  const double score = std::isnan(value) ? 0.0 : Condition(value);
  if (!std::isnan(value) && score > kLeastScore) Learn(value);
  began_ = true;
  const auto winner = std::max_element(filtered_.begin(), filtered_.end()) - filtered_.begin();
  observations_in_state_ = winner == state_ ? observations_in_state_ + 1 : 1;
  state_ = static_cast<int>(winner);
  return !std::isnan(value) && Detect(score);
}

// Returns: the log-score of the observation, at least kLeastScore: what is that far out belongs to
// no state, and changes no probability.
double OnlineHmm::Condition(double value) {
  for (std::size_t k = 0; k < states_; ++k) {
    const double deviation = value - means_[k];
    densities_[k] = log_constants_[k] - half_precisions_[k] * deviation * deviation;
  }
  const double score = internal::Condition(predicted_, densities_, filtered_);
  if (score > kLeastScore) return score;
  filtered_ = predicted_;
  return kLeastScore;
}

void OnlineHmm::Learn(double value) {
  const double memory = options_.memory;
  for (std::size_t j = 0; j < states_; ++j) {
    const double g = filtered_[j];
    // previous(i) A(i,j) / predicted(j), the share of i in what came to j, is at most 1 however
    // small both are.
    for (std::size_t i = 0; began_ && i < states_; ++i) {
      const double came = previous_[i] * transitions_[i * states_ + j];
      double& count = pair_[i * states_ + j];
      count = memory * count + (came > 0 ? g * (came / predicted_[j]) : 0.0);
    }
    weight_[j] = memory * weight_[j] + g;
    const double deviation = value - centre_[j];
    if (weight_[j] > kThin) centre_[j] += g * deviation / weight_[j];
    scatter_[j] = memory * scatter_[j] + g * deviation * (value - centre_[j]);
  }
  statistics_.effective_length = memory * statistics_.effective_length + 1;
  UpdateParameters();
}

void OnlineHmm::UpdateParameters() {
  const double old_share = options_.smoothing;
  const double new_share = 1 - old_share;
  const bool tied = first_.covariance_type == CovarianceType::Tied;
  const double all = std::accumulate(weight_.begin(), weight_.end(), 0.0);
  const double pooled = std::accumulate(scatter_.begin(), scatter_.end(), 0.0) / all;
  for (std::size_t i = 0; i < states_; ++i) {
    double row = 0;
    for (std::size_t j = 0; j < states_; ++j) row += pair_[i * states_ + j];
    for (std::size_t j = 0; row > kThin && j < states_; ++j) {
      double& transition = transitions_[i * states_ + j];
      transition = old_share * transition + new_share * pair_[i * states_ + j] / row;
    }
    if (weight_[i] > kThin) {
      means_[i] = old_share * means_[i] + new_share * centre_[i];
    }
    // A common variance learns from every state.
    if (tied || weight_[i] > kThin) {
      const double seen = tied ? pooled : scatter_[i] / weight_[i];
      variances_[i] = old_share * variances_[i] + new_share * seen;
    }
    variances_[i] = std::max(variances_[i], least_variance_);
    half_precisions_[i] = 0.5 / variances_[i];
    log_constants_[i] = -(kLogTwoPi + std::log(variances_[i])) / 2;
  }
}

// Keeps the log-scores' statistics and their cumulative shortfall.
bool OnlineHmm::Detect(double score) {
  ++statistics_.observations;
  statistics_.log_likelihood += score;
  const double share =
      std::max(1 - options_.memory, 1 / static_cast<double>(statistics_.observations));
  const double shortfall = statistics_.mean_log_score - score;
  bool changed = false;
  constexpr std::size_t kWarmUp = 20;
  if (options_.change_threshold > 0 && statistics_.observations > kWarmUp && score_variance_ > 0) {
    const double standardised = shortfall / std::sqrt(score_variance_);
    shortfall_ = std::max(0.0, shortfall_ + standardised - options_.change_slack);
    changed = shortfall_ > options_.change_threshold;
  }
  statistics_.mean_log_score -= share * shortfall;
  score_variance_ = (1 - share) * (score_variance_ + share * shortfall * shortfall);
  if (changed) {
    ++statistics_.changes;
    shortfall_ = 0;
  }
  return changed;
}

OnlineInfo OnlineHmm::Info() const {
  const auto k = static_cast<std::size_t>(state_);
  const double staying = transitions_[k * states_ + k];
  OnlineInfo info;
  info.state = state_;
  info.confidence = filtered_[k];
  info.observations_in_state = observations_in_state_;
  info.transition_probability = std::max(1 - staying, 0.0);
  info.expected_duration = info.transition_probability > 0
                               ? 1 / info.transition_probability
                               : std::numeric_limits<double>::infinity();
  info.strength = std::min(1.0, std::abs(means_[k]) / std::sqrt(variances_[k]));
  return info;
}

OnlineStatistics OnlineHmm::Statistics() const { return statistics_; }

std::vector<double> OnlineHmm::PredictTransitions(int horizon) const {
  Require(horizon >= 0, "the horizon must not be negative");
  std::vector<double> result(static_cast<std::size_t>(horizon) * states_);
  std::span<const double> now = filtered_;
  for (std::size_t begin = 0; begin < result.size(); begin += states_) {
    const std::span<double> next = std::span(result).subspan(begin, states_);
    internal::Propagate(now, transitions_, next);
    now = next;
  }
  return result;
}

HmmParameters OnlineHmm::Parameters() const {
  HmmParameters result = first_;
  result.start = filtered_;
  result.start_type = StartType::Fixed;
  result.transitions = transitions_;
  result.means = means_;
  result.covariances = variances_;
  return result;
}

}  // namespace regimen::hmm
