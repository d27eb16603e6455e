#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "framework/core/symbol.hpp"
#include "framework/core/time_keeper.hpp"
#include "framework/securities/cash_book.hpp"
#include "framework/securities/market_hours_database.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/symbol_properties_database.hpp"

namespace regimen {

// Makes securities: hours, properties, quote currency, clock (LEAN's SecurityService). The models
// come from the brokerage model. Owns every security of the run. Not thread-safe.
class SecurityService {
 public:
  struct Parts {
    MarketHoursDatabase* market_hours = nullptr;
    SymbolPropertiesDatabase* symbol_properties = nullptr;
    TimeKeeper* time_keeper = nullptr;
    CashBook* cash_book = nullptr;
    // Letter of the exchange that lists a security; may be empty.
    std::function<std::string(const Symbol&)> primary_exchange;
  };

  // The data and exchange time zones of a symbol's feeds. Throws ConfigError when the market-hours
  // database has no entry.
  const MarketHoursDatabase::Entry& HoursOf(const Symbol& symbol) const {
    return parts_.market_hours->GetEntry(symbol);
  }
  void Bind(Parts parts) { parts_ = std::move(parts); }
  // Makes a security without models; it is owned here for the whole run.
  Security& Create(const Symbol& symbol);

 private:
  Parts parts_;
  std::vector<std::unique_ptr<Security>> securities_;
};

}  // namespace regimen
