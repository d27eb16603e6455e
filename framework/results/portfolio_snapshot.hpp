#pragma once

#include <string>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

// One security as it stands in the portfolio; money in the account's currency.
struct HoldingSnapshot {
  Symbol symbol;
  // Negative for a short position.
  Decimal holdings_value;
  // Of all fills so far.
  Decimal total_sale_volume;
};

// Positions that reserve buying power together: one security, or the legs of an option strategy.
struct MarginGroup {
  // The tickers of the day on which the result is read, joined by ", ".
  std::string name;
  Decimal reserved_buying_power;
};

// What the daily sample is taken from. The engine may keep one and fill it anew each day.
struct PortfolioSnapshot {
  DateTime utc_time;
  // The same moment in the algorithm's zone.
  DateTime local_time;
  Decimal portfolio_value;
  // Price x conversion rate, or what the strategy's function gave.
  Decimal benchmark;
  Decimal total_sale_volume;
  // CapacityEstimate::Capacity.
  Decimal capacity;
  // Every security of the portfolio, held or not, in the portfolio's order.
  std::vector<HoldingSnapshot> holdings;
  // Empty where no position is open.
  std::vector<MarginGroup> margin_groups;
};

}  // namespace regimen
