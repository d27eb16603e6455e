#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "data/generator/generator_options.hpp"
#include "data/generator/market_model.hpp"
#include "data/generator/us_equity_calendar.hpp"

namespace regimen::generator {

// LEAN's unit of equity prices in files: 1/10000 dollar. Generated prices are whole cents.
using Price = std::int64_t;
inline constexpr Price kCent = 100;
inline constexpr Price kDollar = 10000;

// One day of one symbol, as traded then (raw prices and shares).
struct SymbolDay {
  TradingDay session;
  Price open;
  Price high;
  Price low;
  Price close;
  std::int64_t volume;  // whole lots of 100 shares
  MarketRegime regime;
};

// A dividend or a split; its first day without the dividend, or in new shares, is
// `days[ex_day]`.
struct CorporateAction {
  std::size_t ex_day;
  Price dividend = 0;  // per share
  int new_shares = 1;  // for each old one
};

struct SymbolHistory {
  std::vector<SymbolDay> days;
  std::vector<CorporateAction> actions;  // ascending, at most one a day, none on the first day
};

// Draws a symbol's daily history over these trading days of the market (`sessions` and `market` are
// parallel): log return = beta * market + own drift + own noise, regime by regime. Day's range: the
// extremes of a Brownian bridge from open to close. On an ex-day the price starts lower by the
// dividend, or divided by the split. No open and no close falls below one dollar.
SymbolHistory SimulateSymbol(const GeneratorOptions& options, const GeneratedSymbol& symbol,
                             std::span<const TradingDay> sessions,
                             std::span<const MarketDay> market);

}  // namespace regimen::generator
