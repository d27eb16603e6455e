#include "framework/securities/security_database_key.hpp"

#include <algorithm>

namespace regimen {
namespace {

std::string Lower(std::string_view text) {
  if (text.empty()) return std::string(SecurityDatabaseKey::kWildcard);
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

}  // namespace

SecurityDatabaseKey::SecurityDatabaseKey(std::string_view market_name, std::string_view ticker,
                                         regimen::SecurityType type)
    : security_type(type), market(Lower(market_name)), symbol(Lower(ticker)) {}

std::string_view SecurityDatabaseKey::SymbolKey(const Symbol& symbol) {
  switch (symbol.SecurityType()) {
    case regimen::SecurityType::Base:
    case regimen::SecurityType::Future:
    case regimen::SecurityType::Option:
    case regimen::SecurityType::IndexOption:
    case regimen::SecurityType::FutureOption:
      return symbol.ID().Symbol();
    default:
      return symbol.Value();
  }
}

std::string SecurityDatabaseKey::ToString() const {
  std::string ticker = symbol;
  std::transform(ticker.begin(), ticker.end(), ticker.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return std::string(ToText(security_type)) + "-" + market + "-" + ticker;
}

}  // namespace regimen
