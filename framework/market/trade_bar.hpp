#pragma once

#include "framework/market/bar.hpp"
#include "framework/market/base_data.hpp"

namespace regimen {

// Open, high, low, close and volume of the trades of one period (LEAN's TradeBar).
//
// Time is the bar's start and EndTime its end, both in the exchange's time zone; volume is in
// shares or coins. Prices and volume are adjusted when they are asked for.
class TradeBar final : public BaseData {
 public:
  TradeBar() : BaseData(MarketDataType::TradeBar, Symbol(), DateTime(), DateTime()) {}
  // A bar made by a strategy or a consolidator.
  TradeBar(DateTime time, const Symbol& symbol, const Bar& prices, Decimal volume, TimeSpan period)
      : BaseData(MarketDataType::TradeBar, symbol, time, time + period),
        prices_(prices),
        volume_(volume) {}

  Decimal Open() const { return prices_.Open(); }
  Decimal High() const { return prices_.High(); }
  Decimal Low() const { return prices_.Low(); }
  Decimal Close() const { return prices_.Close(); }
  Decimal Volume() const {
    return volume_adjustment_ == nullptr ? volume_ : volume_adjustment_->Size(volume_);
  }
  Decimal Value() const override { return prices_.Close(); }
  const Bar& Prices() const { return prices_; }
  // True when neither a price nor the volume is zero: zero means "not known" in LEAN's files.
  bool IsComplete() const { return prices_.IsComplete() && !volume_.IsZero(); }

  // The raw prices and volume of a file's row.
  void SetRow(const Bar& prices, Decimal volume) {
    prices_ = prices;
    volume_ = volume;
  }
  // How the raw row becomes prices; `adjustment` must outlive the bar and its copies.
  void SetAdjustment(const PriceAdjustment& adjustment) {
    prices_.SetAdjustment(adjustment);
    volume_adjustment_ = &adjustment;
  }
  // Fill-forward copies keep the prices and have no volume.
  void ClearVolume() { volume_ = Decimal(); }
  // A split restates the bar in place (LEAN changes the cached objects themselves).
  void ApplySplit(Decimal factor) {
    const Decimal volume = Volume() / factor;
    prices_ = prices_.Scaled(factor);
    volume_ = volume;
    volume_adjustment_ = nullptr;
  }

 private:
  Bar prices_;
  Decimal volume_;
  const PriceAdjustment* volume_adjustment_ = nullptr;
};

}  // namespace regimen
