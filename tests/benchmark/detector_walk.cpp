#include "tests/benchmark/detector_walk.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <vector>

#include "regime/detector/regime_detector.hpp"
#include "regime/model/fit_many.hpp"
#include "tests/benchmark/stopwatch.hpp"

namespace regimen::bench {

namespace {

std::size_t Likeliest(std::span<const double> probabilities) {
  return static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
}

double LogNormalDensity(double value, double mean, double variance) {
  const double distance = value - mean;
  return -0.5 * (std::log(2 * std::numbers::pi * variance) + distance * distance / variance);
}

// The label of each bar of a window: by smoothed probabilities, and of its last two by filtered
// ones.
struct WindowLabels {
  std::vector<std::size_t> smoothed;
  std::size_t newest = 0;
  std::size_t before_newest = 0;
};

WindowLabels LabelsOf(const hmm::HmmParameters& parameters, const hmm::Observations& window) {
  const hmm::GaussianHmm model(parameters);
  const hmm::ProbabilityTable smoothed =
      model.SmoothInHindsight(window, hmm::MissingPolicy::Skip).smoothed;
  const hmm::ProbabilityTable filtered = model.Filter(window, hmm::MissingPolicy::Skip).filtered;
  WindowLabels labels;
  for (std::size_t t = 0; t < smoothed.Times(); ++t) {
    labels.smoothed.push_back(Likeliest(smoothed.Row(t)));
  }
  labels.newest = Likeliest(filtered.Row(filtered.Times() - 1));
  labels.before_newest = Likeliest(filtered.Row(filtered.Times() - 2));
  return labels;
}

// Compares each window's labels with those of the window one bar earlier.
class SteadinessCount {
 public:
  void Add(WindowLabels labels) {
    if (!before_.smoothed.empty()) {
      const std::size_t common = before_.smoothed.size() - 1;
      std::size_t changed = 0;
      for (std::size_t t = 0; t < common; ++t) {
        changed += before_.smoothed[t + 1] != labels.smoothed[t] ? 1U : 0U;
      }
      jumps_ += 10 * changed > common ? 1 : 0;
      relabels_ += labels.before_newest != before_.newest ? 1 : 0;
      ++pairs_;
    }
    before_ = std::move(labels);
  }
  Steadiness Shares() const { return {jumps_ / pairs_, relabels_ / pairs_}; }

 private:
  WindowLabels before_;
  double jumps_ = 0;
  double relabels_ = 0;
  double pairs_ = 0;
};

hmm::HmmParameters SortedByMean(const hmm::HmmParameters& parameters) {
  std::vector<int> order(static_cast<std::size_t>(parameters.states));
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](int state) { return parameters.Mean(state).front(); });
  return parameters.Permuted(order);
}

// Forecasts of the next return by the model, one Gaussian and an exponential average.
class Forecasts {
 public:
  void Learn(const RegimeDetector& detector, std::span<const double> returns) {
    const auto count = static_cast<double>(returns.size());
    mean_ = std::accumulate(returns.begin(), returns.end(), 0.0) / count;
    variance_ = 0;
    for (const double r : returns) variance_ += (r - mean_) * (r - mean_) / count;
    if (moving_ == 0) moving_ = variance_;
    model_ = detector.Model()->Parameters();
    const std::span<const double> predicted = detector.Snapshot().Predicted();
    predicted_.assign(predicted.begin(), predicted.end());
  }

  void Judge(double log_return) {
    if (!predicted_.empty()) {
      double density = 0;
      for (int k = 0; k < model_.states; ++k) {
        density +=
            predicted_[static_cast<std::size_t>(k)] *
            std::exp(LogNormalDensity(log_return, model_.Mean(k).front(), model_.Variance(k)));
      }
      sums_.detector += std::log(density);
      sums_.gaussian += LogNormalDensity(log_return, mean_, variance_);
      sums_.exponential += LogNormalDensity(log_return, 0, moving_);
      ++count_;
    }
    constexpr double kDecay = 0.94;
    moving_ = moving_ == 0 ? 0 : kDecay * moving_ + (1 - kDecay) * log_return * log_return;
  }

  LogScores Means() const {
    return {sums_.detector / count_, sums_.gaussian / count_, sums_.exponential / count_};
  }

 private:
  double mean_ = 0;
  double variance_ = 0;
  double moving_ = 0;
  hmm::HmmParameters model_;
  std::vector<double> predicted_;
  LogScores sums_;
  double count_ = 0;
};

double BestObjective(const hmm::FitTask& window, int restarts) {
  hmm::FitTask task = window;
  task.options.starts = {hmm::InitMethod::VolatilitySplit, hmm::InitMethod::KMeans,
                         hmm::InitMethod::Quantile};
  task.options.random_starts = restarts;
  return hmm::FitMany(std::span(&task, 1)).front().report.objective;
}

double LogReturnOf(std::span<const PriceBar> bars, std::size_t bar) {
  return std::log(bars[bar].close / bars[bar - 1].close);
}

void MeasureSpeed(std::span<const PriceBar> bars, const DetectorOptions& options,
                  WalkFigures& figures) {
  constexpr int kRounds = 5;
  figures.seconds = std::numeric_limits<double>::infinity();
  for (int round = 0; round < kRounds; ++round) {
    RegimeDetector detector(options);
    double iterations = 0;
    const double begin = Seconds();
    for (const PriceBar& bar : bars) {
      const int fits = detector.Fits();
      detector.Update(bar);
      if (detector.Fits() > fits) iterations += detector.LastFit().iterations;
    }
    figures.seconds = std::min(figures.seconds, Seconds() - begin);
    figures.fits = detector.Fits();
    figures.iterations = iterations / figures.fits;
  }
}

}  // namespace

WalkFigures MeasureWalk(std::span<const PriceBar> bars, DetectorOptions options, int restarts) {
  options.refit.frequency = Retrain::Daily;
  WalkFigures figures;
  figures.restarts = restarts;
  MeasureSpeed(bars, options, figures);

  RegimeDetector detector(options);
  SteadinessCount aligned;
  SteadinessCount by_mean;
  Forecasts forecasts;
  std::vector<double> returns;
  for (std::size_t bar = 0; bar < bars.size(); ++bar) {
    if (bar > 0) returns.push_back(LogReturnOf(bars, bar));
    if (bar > 0) forecasts.Judge(returns.back());
    detector.Update(bars[bar]);
    if (!detector.IsReady()) continue;
    const hmm::FitTask window = detector.ColdTask();
    const hmm::HmmParameters& parameters = detector.Model()->Parameters();
    aligned.Add(LabelsOf(parameters, window.observations));
    by_mean.Add(LabelsOf(SortedByMean(parameters), window.observations));
    forecasts.Learn(detector, std::span(returns).last(window.observations.Count()));
    if (restarts == 0) continue;
    const double gap =
        std::max(0.0, BestObjective(window, restarts) - detector.LastFit().objective);
    figures.gap += gap / figures.fits;
    figures.stuck += (gap > 1 ? 1.0 : 0.0) / figures.fits;
  }
  figures.aligned = aligned.Shares();
  figures.by_mean = by_mean.Shares();
  figures.scores = forecasts.Means();
  return figures;
}

}  // namespace regimen::bench
