#include "framework/market/tick.hpp"

#include <utility>

namespace regimen {

void Tick::SetQuote(Decimal bid_price, Decimal bid_size, Decimal ask_price, Decimal ask_size) {
  bid_price_ = bid_price;
  bid_size_ = bid_size;
  ask_price_ = ask_price;
  ask_size_ = ask_size;
  value_ = bid_price + ask_price;
  if (!bid_price.IsZero() && !ask_price.IsZero()) value_ = value_ / Decimal(2);
}

void Tick::SetConditions(std::string exchange_code, std::string sale_condition, bool suspicious) {
  exchange_code_ = std::move(exchange_code);
  sale_condition_ = std::move(sale_condition);
  suspicious_ = suspicious;
}

}  // namespace regimen
