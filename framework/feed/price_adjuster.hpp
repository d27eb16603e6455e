#pragma once

#include <deque>

#include "data/lean/factor_file.hpp"
#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/date_time.hpp"
#include "framework/feed/corporate_event.hpp"
#include "framework/market/price_adjustment.hpp"
#include "framework/market/quote_bar.hpp"
#include "framework/market/trade_bar.hpp"

namespace regimen {

// The adjustments of one run; each lives as long as the run, for bars keep pointers to them.
using AdjustmentPool = std::deque<PriceAdjustment>;

// Gives the bars of one feed the factor of their trading date (LEAN PriceScalingExtensions): the
// row of the factor file that holds for the date, and for TotalReturn the dividends paid so far.
//
// The factor changes with the first real bar of a date; fill-forward copies keep the one before.
class PriceAdjuster {
 public:
  // Requires: `factors` outlives the adjuster, `pool` outlives it and every bar.
  PriceAdjuster(const lean::FactorFile& factors, DataNormalizationMode mode, AdjustmentPool& pool)
      : factors_(&factors), mode_(mode), pool_(&pool) {}

  template <class BarType>
  void Adjust(BarType& bar) {
    if (!bar.IsFillForward() || current_ == nullptr) {
      const DateTime date = DateOf(bar);
      if (date < from_ || date > until_) UpdateTo(date);
    }
    // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): UpdateTo leaves an adjustment.
    bar.SetAdjustment(*current_);
  }
  void OnEvent(const CorporateEvent& event);

 private:
  // A bar that spans midnight belongs to the date it ends on.
  static DateTime DateOf(const BaseData& bar);
  void UpdateTo(DateTime date);

  const lean::FactorFile* factors_;
  DataNormalizationMode mode_;
  AdjustmentPool* pool_;
  const PriceAdjustment* current_ = nullptr;
  // The dates for which it holds.
  DateTime from_ = DateTime::MaxValue;
  DateTime until_ = DateTime::MinValue;
  Decimal sum_of_dividends_;
};

}  // namespace regimen
