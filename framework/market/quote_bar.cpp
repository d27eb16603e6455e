#include "framework/market/quote_bar.hpp"

namespace regimen {

Decimal QuoteBar::Mid(Decimal (Bar::*price)() const) const {
  const Decimal bid = has_bid_ ? (bid_.*price)() : Decimal();
  const Decimal ask = has_ask_ ? (ask_.*price)() : Decimal();
  if (!bid.IsZero() && !ask.IsZero()) return (bid + ask) / Decimal(2);
  return bid.IsZero() ? ask : bid;
}

}  // namespace regimen
