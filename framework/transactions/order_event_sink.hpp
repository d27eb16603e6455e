#pragma once

#include "framework/core/decimal.hpp"

namespace regimen {

class OrderEvent;

// Where order events go once cash, positions and tickets know them (LEAN's order): all fills of a
// broker's call to the trade builder first, then every event to the results, the execution model
// and the strategy.
class OrderEventSink {
 public:
  // What the trade builder wants to know of a fill besides the event.
  struct FillContext {
    // From the security's quote currency to the account currency, at the fill.
    Decimal conversion_rate;
    Decimal fee_in_account_currency;
    Decimal contract_multiplier;
  };

  virtual ~OrderEventSink() = default;

  virtual void OnFill(const OrderEvent& fill, const FillContext& context) = 0;
  // May place, change and cancel orders. Must not throw: a strategy's error ends the run, not the
  // event.
  virtual void OnOrderEvent(const OrderEvent& event) = 0;

  // Around the handling of each request, also of one inside another's handlers: for whoever takes
  // the time.
  virtual void BeginRequest() {}
  virtual void EndRequest() {}
};

}  // namespace regimen
