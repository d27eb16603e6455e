#pragma once

#include "framework/core/decimal.hpp"
#include "framework/market/price_adjustment.hpp"

namespace regimen {

// Open, high, low and close of one side of the market.
//
// Holds the raw prices of the file and a pointer to the adjustment; a price is converted when it is
// asked for and not before. A trivially copyable value of 72 bytes.
class Bar {
 public:
  Bar() = default;
  Bar(Decimal open, Decimal high, Decimal low, Decimal close)
      : Bar(open, high, low, close, PriceAdjustment::None()) {}
  // Requires: `adjustment` outlives the bar and its copies.
  Bar(Decimal open, Decimal high, Decimal low, Decimal close, const PriceAdjustment& adjustment)
      : open_(open), high_(high), low_(low), close_(close), adjustment_(&adjustment) {}

  Decimal Open() const { return Adjusted(open_); }
  Decimal High() const { return Adjusted(high_); }
  Decimal Low() const { return Adjusted(low_); }
  Decimal Close() const { return Adjusted(close_); }

  // True when no price is zero: zero means "not known" in LEAN's files.
  bool IsComplete() const {
    return !open_.IsZero() && !high_.IsZero() && !low_.IsZero() && !close_.IsZero();
  }
  bool HasClose() const { return !close_.IsZero(); }
  // True when all four prices are zero: LEAN's null bar.
  bool IsEmpty() const {
    return open_.IsZero() && high_.IsZero() && low_.IsZero() && close_.IsZero();
  }

  // Requires: `adjustment` outlives the bar and its copies.
  void SetAdjustment(const PriceAdjustment& adjustment) { adjustment_ = &adjustment; }

  // The bar with every price multiplied by `factor`; the result keeps no adjustment.
  Bar Scaled(Decimal factor) const {
    return {Open() * factor, High() * factor, Low() * factor, Close() * factor};
  }

 private:
  Decimal Adjusted(Decimal raw) const {
    return adjustment_ == nullptr ? raw : adjustment_->Price(raw);
  }

  Decimal open_;
  Decimal high_;
  Decimal low_;
  Decimal close_;
  const PriceAdjustment* adjustment_ = nullptr;
};

}  // namespace regimen
