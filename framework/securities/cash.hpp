#pragma once

#include <functional>
#include <string>

#include "framework/core/decimal.hpp"

namespace regimen {

// An amount of one currency and what one unit of it is worth in the account currency (LEAN's Cash).
class Cash {
 public:
  Cash(std::string symbol, Decimal amount, Decimal conversion_rate);

  // The currency's code, e.g. "USD".
  const std::string& CurrencyCode() const { return symbol_; }
  // The sign it is written with, e.g. "$".
  const std::string& CurrencySymbol() const { return currency_symbol_; }
  Decimal Amount() const { return amount_; }
  Decimal ConversionRate() const { return conversion_rate_; }
  Decimal ValueInAccountCurrency() const { return amount_ * conversion_rate_; }

  // Returns the new amount.
  Decimal AddAmount(Decimal amount);
  void SetAmount(Decimal amount);
  void SetConversionRate(Decimal rate);

  // Called after every change of the amount or the rate.
  std::function<void()> Updated;

 private:
  std::string symbol_;
  std::string currency_symbol_;
  Decimal amount_;
  Decimal conversion_rate_;
};

}  // namespace regimen
