#include "regime/detector/series_monitor.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace regimen {

namespace {

// Shares after the split for one before it; reverse splits are their inverses. Smaller ones (5 for
// 4) are within what a price does by itself.
constexpr auto kSplitFactors =
    std::to_array<double>({1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100});

bool IsPrice(double price) { return std::isfinite(price) && price > 0; }

}  // namespace

DetectorStatus SeriesMonitor::Check(const PriceBar& bar) {
  if (!IsPrice(bar.open) || !IsPrice(bar.high) || !IsPrice(bar.low) || !IsPrice(bar.close)) {
    return DetectorStatus::InvalidPrice;
  }
  const double log_return = close_ == 0 ? 0 : std::log(bar.close / close_);
  const DetectorStatus status = close_ == 0 ? DetectorStatus::Ready : Judge(bar, log_return);
  time_ = bar.time;
  close_ = bar.close;
  return status;
}

DetectorStatus SeriesMonitor::Judge(const PriceBar& bar, double log_return) {
  if (bar.time - time_ > std::chrono::days(limits_.max_gap_days)) {
    returns_ = RollingValues(kReturnRows);
    unchanged_ = 0;
    return DetectorStatus::SeriesGap;
  }
  unchanged_ = log_return == 0 ? unchanged_ + 1 : 0;
  if (LooksLikeSplit(log_return)) return DetectorStatus::SuspectedSplit;
  returns_.Push(log_return);
  return unchanged_ >= limits_.stale_bars ? DetectorStatus::StalePrice : DetectorStatus::Ready;
}

bool SeriesMonitor::LooksLikeSplit(double log_return) const {
  const double size = std::abs(log_return);
  if (!returns_.Full() || size < limits_.split_deviations * returns_.SampleDeviation()) {
    return false;
  }
  const double factor = std::exp(size);
  return std::ranges::any_of(kSplitFactors, [&](double split) {
    return std::abs(factor / split - 1) < limits_.split_tolerance;
  });
}

}  // namespace regimen
