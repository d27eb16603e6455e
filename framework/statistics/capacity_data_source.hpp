#pragma once

#include <optional>

#include "framework/core/decimal.hpp"
#include "framework/core/security_type.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_span.hpp"

namespace regimen {

class QuoteBar;
class TradeBar;

// What a time step brought for one security, as far as its market capacity is concerned.
struct CapacityBar {
  Decimal close;
  Decimal volume;
  // The bar's length; it decides how long and how much of the volume counts.
  TimeSpan period;
  // Of the security now: quote currency into the account's, and its contract multiplier.
  Decimal conversion_rate = 1;
  Decimal contract_multiplier = 1;
};

// A bar without rate and multiplier. From quotes: the mid price, and as volume the mean of both
// sizes, for forex 25,000,000 and for CFDs 200.
CapacityBar ToCapacityBar(const TradeBar& bar);
CapacityBar ToCapacityBar(const QuoteBar& bar, SecurityType type);

// What the capacity estimate asks the engine. Called only for securities that were traded, on the
// engine's thread, while the present time step is current.
class CapacityDataSource {
 public:
  virtual ~CapacityDataSource() = default;

  // The step's trade bar, else its quote bar, else, if the security has internal subscriptions
  // only, the cached trade bar that ends now. nullopt if there is none.
  virtual std::optional<CapacityBar> Bar(const Symbol& symbol) const = 0;
  virtual Decimal TotalPortfolioValue() const = 0;
  // The buying power that the position reserves, times the security's leverage, positive, in the
  // account's currency: the holdings' value for equities.
  virtual Decimal LeveragedBuyingPower(const Symbol& symbol) const = 0;
  virtual bool IsInvested(const Symbol& symbol) const = 0;
};

}  // namespace regimen
