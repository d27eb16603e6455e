#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

// One entry of the ledger: what a fill that reduced or closed a position earned, in the account's
// currency, less twice its fee (LEAN takes the closing fee for the opening one too).
struct ProfitLossRecord {
  DateTime utc_time;
  Decimal profit_loss;
  // See IsWinningFill: usually, but not always, profit_loss > 0.
  bool is_win = false;
};

}  // namespace regimen
