#include "framework/securities/cash_book.hpp"

#include "framework/core/error.hpp"

namespace regimen {

CashBook::CashBook() : account_currency_("USD") { Add(account_currency_, 0, 1); }

void CashBook::SetAccountCurrency(const std::string& currency) {
  const Decimal amount = (*this)[account_currency_].Amount();
  entries_.clear();
  account_currency_ = currency;
  Add(currency, amount, 1);
}

Cash* CashBook::Find(std::string_view currency) const {
  for (const auto& cash : entries_) {
    if (cash->CurrencyCode() == currency) return cash.get();
  }
  return nullptr;
}

Cash& CashBook::operator[](std::string_view currency) const {
  if (Cash* cash = Find(currency)) return *cash;
  std::string known;
  for (const auto& cash : entries_) known += (known.empty() ? "" : ", ") + cash->CurrencyCode();
  throw ArgumentError("the cash book has no currency '" + std::string(currency) + "'; it has " +
                      known + ". Add it with SetCash(currency, amount, rate) in Initialize");
}

Cash& CashBook::Add(const std::string& currency, Decimal amount, Decimal conversion_rate) {
  if (Cash* known = Find(currency)) {
    known->SetConversionRate(conversion_rate);
    known->SetAmount(amount);
    return *known;
  }
  Cash& cash = *entries_.emplace_back(std::make_unique<Cash>(currency, amount, conversion_rate));
  cash.Updated = [this] {
    if (Updated) Updated();
  };
  if (Updated) Updated();
  return cash;
}

Decimal CashBook::TotalValueInAccountCurrency() const {
  Decimal total;
  for (const auto& cash : entries_) total += cash->ValueInAccountCurrency();
  return total;
}

Decimal CashBook::ConvertToAccountCurrency(Decimal amount, std::string_view source) const {
  return Convert(amount, source, account_currency_);
}

Decimal CashBook::Convert(Decimal amount, std::string_view source,
                          std::string_view destination) const {
  if (amount.IsZero()) return Decimal();
  const Decimal source_rate = (*this)[source].ConversionRate();
  const Decimal destination_rate = (*this)[destination].ConversionRate();
  if (destination_rate.IsZero()) {
    throw ArgumentError("no conversion rate from " + std::string(source) + " to " +
                        std::string(destination) + " is known yet");
  }
  return amount * (source_rate / destination_rate);
}

}  // namespace regimen
