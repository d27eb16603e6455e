#pragma once

#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/securities/security_exchange_hours.hpp"

namespace regimen {

// What schedules must know of the algorithm: its clock, its zone and its exchanges.
//
// Rules keep a reference to it and ask when they are evaluated, not when they are made. The hours
// it returns must live as long as the rules.
class ScheduleContext {
 public:
  virtual ~ScheduleContext() = default;

  // The algorithm's clock.
  virtual DateTime UtcNow() const = 0;
  virtual DateTimeZone TimeZone() const = 0;
  // The hours of the security, or of its market if it was not added.
  virtual const SecurityExchangeHours& ExchangeHours(const Symbol& symbol) const = 0;
  virtual Symbol SymbolOf(std::string_view ticker) const = 0;
  // The hours that rules about opens and closes mean when they name no symbol: those of SPY, and of
  // all added securities but US equities and markets that never close.
  virtual std::vector<const SecurityExchangeHours*> DefaultExchangeHours() const = 0;
};

}  // namespace regimen
