#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/securities/cash.hpp"

namespace regimen {

// The cash of an account by currency, in order of first mention (LEAN's CashBook).
//
// Entries are owned by the book and keep their address. Not thread-safe.
class CashBook {
 public:
  CashBook();
  CashBook(const CashBook&) = delete;
  CashBook& operator=(const CashBook&) = delete;

  const std::string& AccountCurrency() const { return account_currency_; }
  // Requires: called before any other currency is added.
  void SetAccountCurrency(const std::string& currency);

  // Returns nullptr when the book has no such currency.
  Cash* Find(std::string_view currency) const;
  bool ContainsKey(std::string_view currency) const { return Find(currency) != nullptr; }
  // Throws ArgumentError naming the currencies there are.
  Cash& operator[](std::string_view currency) const;
  // Sets the amount and rate of a currency, adding it when it is new.
  Cash& Add(const std::string& currency, Decimal amount, Decimal conversion_rate);
  std::size_t Count() const { return entries_.size(); }

  Decimal TotalValueInAccountCurrency() const;
  // An amount of `source` in `destination`; without destination in account currency.
  Decimal Convert(Decimal amount, std::string_view source, std::string_view destination) const;
  Decimal ConvertToAccountCurrency(Decimal amount, std::string_view source) const;

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

  // Called after every change of an amount or a rate.
  std::function<void()> Updated;

 private:
  std::string account_currency_;
  std::vector<std::unique_ptr<Cash>> entries_;
};

}  // namespace regimen
