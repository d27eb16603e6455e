#pragma once

#include <string>
#include <utility>

#include "framework/core/decimal.hpp"

namespace regimen {

// An amount of money in one currency (LEAN's CashAmount). The default is nothing of no currency.
class CashAmount {
 public:
  CashAmount() = default;
  CashAmount(Decimal amount, std::string currency)
      : amount_(amount), currency_(std::move(currency)) {}

  Decimal Amount() const { return amount_; }
  const std::string& Currency() const { return currency_; }

  friend bool operator==(const CashAmount&, const CashAmount&) = default;

 private:
  Decimal amount_;
  std::string currency_;
};

}  // namespace regimen
