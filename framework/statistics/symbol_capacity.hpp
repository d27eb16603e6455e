#pragma once

#include <optional>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/symbol.hpp"
#include "framework/statistics/capacity_data_source.hpp"

namespace regimen {

// A fill as the capacity estimate sees it.
struct CapacityFill {
  Symbol symbol;
  DateTime utc_time;
  Decimal price;
  // Of either sign.
  Decimal quantity;
  Decimal conversion_rate = 1;
  Decimal contract_multiplier = 1;
};

// How much the market of one security traded around the fills of the strategy (LEAN
// Common/SymbolCapacity.cs). Money is in the account's currency. A value; not thread-safe.
class SymbolCapacity {
 public:
  SymbolCapacity() = default;
  explicit SymbolCapacity(const Symbol& symbol) : symbol_(symbol) {}

  const Symbol& GetSymbol() const { return symbol_; }
  // Fills since the fill that followed the last Reset.
  int Trades() const { return trades_; }
  // What the strategy traded since the last Reset.
  Decimal SaleVolume() const { return sale_volume_; }
  // The share of the market's volume after fills that a strategy may have: 2 % of daily bars up to
  // 50 % of second bars.
  Decimal MarketCapacityDollarVolume() const { return market_volume_ * resolution_share_; }

  void OnFill(const CapacityFill& fill);
  // Counts the bar's volume if the last fill is recent enough for it. Returns false when it is not:
  // counting is over until the next fill. Requires: there was a fill.
  bool Update(const CapacityBar& bar, DateTime utc_now);
  // A snapshot was taken: sales start anew, the market's volume does with the next fill.
  void Reset();
  // Without a fill for 30 days.
  bool IsForgotten(DateTime utc_now) const;

 private:
  bool Counts(Resolution resolution, DateTime utc_now) const;
  TimeSpan MinutesCounted(int volume_scale, double least_minutes) const;

  Symbol symbol_;
  int trades_ = 0;
  Decimal sale_volume_;
  Decimal market_volume_;
  Decimal resolution_share_;
  // Below 1 where fills follow each other within 195 minutes.
  Decimal fast_trading_discount_;
  Decimal average_dollar_volume_;
  Decimal previous_volume_;
  std::optional<DateTime> previous_bar_time_;
  DateTime last_fill_time_;
  bool has_fill_ = false;
  bool restart_at_next_fill_ = false;
};

}  // namespace regimen
