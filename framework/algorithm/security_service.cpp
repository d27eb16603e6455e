#include "framework/algorithm/security_service.hpp"

#include "framework/securities/equity.hpp"

namespace regimen {

Security& SecurityService::Create(const Symbol& symbol) {
  CashBook& cash_book = *parts_.cash_book;
  Security::Parts parts;
  parts.hours = HoursOf(symbol).exchange_hours;
  parts.properties =
      parts_.symbol_properties->GetSymbolProperties(symbol, cash_book.AccountCurrency());
  const std::string& quote_currency = parts.properties->QuoteCurrency();
  if (!cash_book.ContainsKey(quote_currency)) cash_book.Add(quote_currency, 0, 0);
  parts.quote_currency = &cash_book[quote_currency];
  parts.clock = &parts_.time_keeper->GetLocalTimeKeeper(parts.hours->TimeZone());
  parts.cash_book = parts_.cash_book;
  parts.primary_exchange = parts_.primary_exchange(symbol);
  securities_.push_back(std::make_unique<Equity>(symbol, parts));
  return *securities_.back();
}

}  // namespace regimen
