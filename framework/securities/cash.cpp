#include "framework/securities/cash.hpp"

#include <utility>

#include "framework/core/currencies.hpp"

namespace regimen {

Cash::Cash(std::string symbol, Decimal amount, Decimal conversion_rate)
    : symbol_(std::move(symbol)),
      currency_symbol_(regimen::CurrencySymbol(symbol_)),
      amount_(amount),
      conversion_rate_(conversion_rate) {}

Decimal Cash::AddAmount(Decimal amount) {
  SetAmount(amount_ + amount);
  return amount_;
}

void Cash::SetAmount(Decimal amount) {
  amount_ = amount;
  if (Updated) Updated();
}

void Cash::SetConversionRate(Decimal rate) {
  conversion_rate_ = rate;
  if (Updated) Updated();
}

}  // namespace regimen
