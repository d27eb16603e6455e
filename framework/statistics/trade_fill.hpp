#pragma once

#include <optional>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

// What the exercise or assignment of an option adds to its fill.
struct OptionExercise {
  bool is_in_the_money = false;
  // Payoff x contracts x multiplier in the account's currency, positive.
  Decimal in_the_money_amount;
};

// A fill as the trade builder sees it. Quantity is signed: positive buys.
struct TradeFill {
  Symbol symbol;
  DateTime utc_time;
  int order_id = 0;
  Decimal price;
  Decimal quantity;
  // Of the whole order, in the account's currency.
  Decimal fee;
  // From the quote currency into the account's.
  Decimal conversion_rate = 1;
  Decimal contract_multiplier = 1;
  // Absent unless the fill comes from an exercise or assignment.
  std::optional<OptionExercise> exercise;
};

// Whether a closing fill of `quantity` with `profit_loss` counts as a win: profit above zero. An
// option bought and exercised wins in the money if less than the money's amount was lost; one sold
// and assigned wins out of the money, or if its loss is beyond that amount (LEAN's rule).
bool IsWinningFill(Decimal quantity, Decimal profit_loss,
                   const std::optional<OptionExercise>& exercise);

}  // namespace regimen
