#pragma once

#include <string>
#include <string_view>

#include "framework/core/security_type.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

// What market hours and symbol properties are filed under: a ticker of a market and type, or
// `[*]` for all of that market and type. Upper and lower case are the same: the parts are kept in
// lower case. A plain value, ordered for use in maps. (LEAN: SecurityDatabaseKey.)
struct SecurityDatabaseKey {
  static constexpr std::string_view kWildcard = "[*]";

  regimen::SecurityType security_type = regimen::SecurityType::Base;
  std::string market;
  std::string symbol;

  SecurityDatabaseKey() = default;
  // An empty market or ticker stands for `[*]`.
  SecurityDatabaseKey(std::string_view market, std::string_view symbol, regimen::SecurityType type);

  // The ticker under which `symbol` is filed: of custom data, futures and options on them or on an
  // index the identifier's own, otherwise the shown one.
  static std::string_view SymbolKey(const Symbol& symbol);

  bool IsWildcard() const { return symbol == kWildcard; }
  // The key of all tickers of this market and type.
  SecurityDatabaseKey CommonKey() const { return {market, kWildcard, security_type}; }
  // Equity-usa-SPY
  std::string ToString() const;

  friend auto operator<=>(const SecurityDatabaseKey&, const SecurityDatabaseKey&) = default;
};

}  // namespace regimen
