#include "framework/statistics/trade_fill.hpp"

#include "framework/core/math.hpp"

namespace regimen {

bool IsWinningFill(Decimal quantity, Decimal profit_loss,
                   const std::optional<OptionExercise>& exercise) {
  if (!exercise.has_value()) return profit_loss > 0;
  const Decimal size = Math::Abs(profit_loss);
  if (quantity < 0) return exercise->is_in_the_money && size < exercise->in_the_money_amount;
  return !exercise->is_in_the_money || size > exercise->in_the_money_amount;
}

}  // namespace regimen
