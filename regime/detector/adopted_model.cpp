#include "regime/detector/adopted_model.hpp"

#include <cmath>
#include <limits>

namespace regimen {

namespace {

hmm::ProbabilityTable PosteriorOf(const hmm::GaussianHmm& model, const ObservationWindow& window) {
  const hmm::Observations bars{.values = window.Rows(),
                               .dimensions = model.Parameters().dimensions};
  return model.SmoothInHindsight(bars, hmm::MissingPolicy::Skip).smoothed;
}

hmm::ProbabilityTable Reordered(const hmm::ProbabilityTable& table, std::span<const int> order) {
  hmm::ProbabilityTable result(table.Times(), order.size());
  for (std::size_t t = 0; t < table.Times(); ++t) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      result.Row(t)[i] = table(t, static_cast<std::size_t>(order[i]));
    }
  }
  return result;
}

// Weighted moments of returns; NaN returns do not count.
class MomentSums {
 public:
  void Add(double log_return, double weight) {
    if (std::isnan(log_return)) return;
    weight_ += weight;
    sum_ += weight * log_return;
    squares_ += weight * log_return * log_return;
  }
  double Weight() const { return weight_; }
  StateMoments Moments() const {
    const double mean = sum_ / weight_;
    return {mean, std::sqrt(std::max(0.0, squares_ / weight_ - mean * mean))};
  }

 private:
  double weight_ = 0;
  double sum_ = 0;
  double squares_ = 0;
};

}  // namespace

AdoptedModel::AdoptedModel(const hmm::HmmParameters& fitted, const ObservationWindow& window,
                           std::span<const double> weights, const AdoptedModel* before,
                           double bars_per_year)
    : parameters_(fitted),
      filter_(hmm::GaussianHmm(fitted)),
      posterior_(PosteriorOf(hmm::GaussianHmm(fitted), window)),
      first_number_(window.FirstNumber()) {
  if (before != nullptr) {
    alignment_ = AlignLabels(before->posterior_, posterior_, first_number_ - before->first_number_);
    posterior_ = Reordered(posterior_, alignment_.order);
    parameters_ = parameters_.Permuted(alignment_.order);
    filter_ = hmm::HmmFilter(hmm::GaussianHmm(parameters_));
  }
  for (std::size_t bar = 0; bar < window.Size(); ++bar) filter_.Update(window.Row(bar));
  NameByMoments(window, weights, bars_per_year);
}

void AdoptedModel::NameByMoments(const ObservationWindow& window, std::span<const double> weights,
                                 double bars_per_year) {
  // A state that has none of the window's bars is described by all of them.
  constexpr double kLeastWeight = 1e-6;
  MomentSums all;
  std::vector<MomentSums> sums(posterior_.States());
  for (std::size_t t = 0; t < window.Size(); ++t) {
    const double log_return = window.Returns()[t];
    const double weight = weights.empty() ? 1 : weights[t];
    all.Add(log_return, weight);
    for (std::size_t k = 0; k < sums.size(); ++k)
      sums[k].Add(log_return, weight * posterior_(t, k));
  }
  std::vector<StateMoments> moments;
  moments.reserve(sums.size());
  for (const MomentSums& sum : sums) {
    moments.push_back((sum.Weight() > kLeastWeight ? sum : all).Moments());
  }
  states_ = NameStates(moments, bars_per_year);
}

double AdoptedModel::ExpectedDuration(int state) const {
  const double stay = parameters_.Transition(state, state);
  return stay < 1 ? 1 / (1 - stay) : std::numeric_limits<double>::infinity();
}

StateMoments AdoptedModel::NextReturn() const {
  double mean = 0;
  double squares = 0;
  const std::span<const double> predicted = filter_.Predicted();
  for (std::size_t k = 0; k < states_.size(); ++k) {
    const StateMoments& moments = states_[k].moments;
    mean += predicted[k] * moments.mean;
    squares +=
        predicted[k] * (moments.volatility * moments.volatility + moments.mean * moments.mean);
  }
  return {mean, std::sqrt(std::max(0.0, squares - mean * mean))};
}

}  // namespace regimen
