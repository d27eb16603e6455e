#include "framework/market/tick.hpp"

namespace regimen {

Decimal Tick::Value() const {
  if (!IsQuote()) return Adjusted(price_);
  const Decimal bid = BidPrice();
  const Decimal ask = AskPrice();
  const Decimal sum = bid + ask;
  return bid.IsZero() || ask.IsZero() ? sum : sum / Decimal(2);
}

void Tick::ApplySplit(Decimal factor) {
  price_ = Adjusted(price_) * factor;
  ask_price_ = Adjusted(ask_price_) * factor;
  size_ = Size(size_) / factor;
  ask_size_ = Size(ask_size_) / factor;
  adjustment_ = &PriceAdjustment::None();
}

}  // namespace regimen
