#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_span.hpp"
#include "framework/statistics/trade_direction.hpp"

namespace regimen {

// A closed trade: an entry, an exit, and what happened in between (LEAN's Trade). A value.
//
// Times are UTC. Prices are in the quote currency; profit, excursions and fees in the account's,
// profit without fees. Quantity is positive.
class Trade {
 public:
  struct Fields {
    Symbol symbol;
    DateTime entry_time;
    Decimal entry_price;
    TradeDirection direction = TradeDirection::Long;
    Decimal quantity;
    DateTime exit_time;
    Decimal exit_price;
    Decimal profit_loss;
    Decimal total_fees;
    Decimal maximum_adverse_excursion;
    Decimal maximum_favorable_excursion;
    Decimal end_trade_drawdown;
    bool is_win = false;
    std::vector<int> order_ids;
    // 1 for the first trade of a run that was closed.
    int number = 0;
  };

  explicit Trade(Fields fields) : fields_(std::move(fields)) {}

  // The order ids, then the number that tells trades of the same orders apart: "1-3#2".
  std::string Id() const;
  const Symbol& GetSymbol() const { return fields_.symbol; }
  std::span<const Symbol> Symbols() const { return {&fields_.symbol, 1}; }
  DateTime EntryTime() const { return fields_.entry_time; }
  Decimal EntryPrice() const { return fields_.entry_price; }
  TradeDirection Direction() const { return fields_.direction; }
  Decimal Quantity() const { return fields_.quantity; }
  DateTime ExitTime() const { return fields_.exit_time; }
  Decimal ExitPrice() const { return fields_.exit_price; }
  Decimal ProfitLoss() const { return fields_.profit_loss; }
  Decimal TotalFees() const { return fields_.total_fees; }
  // The worst and the best profit at the extreme prices of the position's life; MAE is 0 or less.
  Decimal MAE() const { return fields_.maximum_adverse_excursion; }
  Decimal MFE() const { return fields_.maximum_favorable_excursion; }
  TimeSpan Duration() const { return fields_.exit_time - fields_.entry_time; }
  // The most that was given back from a profit high (LEAN's name; it need not be at the end).
  Decimal EndTradeDrawdown() const { return fields_.end_trade_drawdown; }
  // Profit above zero; the exercise of an option has a rule of its own (`IsWinningFill`).
  bool IsWin() const { return fields_.is_win; }
  // Each order once, entries first.
  const std::vector<int>& OrderIds() const { return fields_.order_ids; }

 private:
  Fields fields_;
};

}  // namespace regimen
