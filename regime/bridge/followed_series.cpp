#include "regime/bridge/followed_series.hpp"

#include "regime/bridge/bar_time.hpp"

namespace regimen {

namespace {

RegimeOptions Checked(const RegimeOptions& options) {
  options.Validate();
  return options;
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
  ++next_;
  const RegimeSnapshot& snapshot = Snapshot();
  history_.Add(
      {.time = snapshot.time, .regime = snapshot.regime, .log_return = detector_.LogReturn()});
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
  // That nothing is known is not more or less sure.
  if (!snapshot.IsReady() || snapshot.confidence >= options_.min_confidence) {
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
