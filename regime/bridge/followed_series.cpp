#include "regime/bridge/followed_series.hpp"

#include <chrono>
#include <cmath>
#include <limits>

#include "regime/bridge/bar_time.hpp"

namespace regimen {

namespace {

RegimeOptions Checked(const RegimeOptions& options) {
  options.Validate();
  return options;
}

// Whether the way from the bar before to this one is a return.
bool HasReturn(DetectorStatus status) {
  return status != DetectorStatus::SeriesGap && status != DetectorStatus::SuspectedSplit &&
         status != DetectorStatus::InvalidPrice;
}

PriceBar PriceBarOf(const TradeBar& bar) {
  return {.time = ToBarTime(bar.EndTime()),
          .open = bar.Open().ToDouble(),
          .high = bar.High().ToDouble(),
          .low = bar.Low().ToDouble(),
          .close = bar.Close().ToDouble(),
          .volume = bar.Volume().ToDouble()};
}

}  // namespace

FollowedSeries::FollowedSeries(const Symbol& symbol, const RegimeOptions& options)
    : symbol_(symbol), options_(Checked(options)), detector_(options.Detector()) {}

void FollowedSeries::Offer(const TradeBar& bar) {
  if (bar.IsFillForward()) return;
  const PriceBar offered = PriceBarOf(bar);
  if (offered.time <= last_offered_) return;
  last_offered_ = offered.time;
  waiting_.push_back(offered);
}

bool FollowedSeries::AdvanceToRefit() {
  while (next_ < waiting_.size()) {
    detector_.Observe(waiting_[next_]);
    if (detector_.RefitIsDue()) return true;
    Conclude();
  }
  waiting_.clear();
  next_ = 0;
  return false;
}

void FollowedSeries::Adopt(const hmm::FitResult& result) {
  detector_.Adopt(result);
  Conclude();
}

void FollowedSeries::Conclude() {
  const PriceBar& bar = waiting_[next_++];
  const RegimeSnapshot& snapshot = Snapshot();
  history_.Add({.time = bar.time,
                .regime = snapshot.regime,
                .log_return = close_ > 0 && HasReturn(snapshot.status)
                                  ? std::log(bar.close / close_)
                                  : std::numeric_limits<double>::quiet_NaN()});
  close_ = bar.close;
  Allocate();
  if (snapshot.regime == Regime::Unknown || snapshot.regime == known_) return;
  if (known_ != Regime::Unknown) {
    changes_.push_back({known_, snapshot.regime, snapshot.confidence});
  }
  known_ = snapshot.regime;
}

void FollowedSeries::Allocate() {
  const RegimeSnapshot& snapshot = Snapshot();
  const std::optional<Decimal> weight = options_.regime_allocations.For(snapshot.regime);
  if (!weight) return;
  if (snapshot.confidence >= options_.min_confidence) {
    allocation_ = *weight;
    return;
  }
  switch (options_.low_confidence) {
    case LowConfidence::Hold:
      break;
    case LowConfidence::Scale:
      allocation_ = *weight * Decimal(snapshot.confidence / options_.min_confidence);
      break;
    case LowConfidence::Cash:
      allocation_ = 0;
      break;
  }
}

}  // namespace regimen
