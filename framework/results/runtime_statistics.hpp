// The figures that LEAN shows while a run goes on and keeps in the result.
#pragma once

#include <map>
#include <string>

#include "framework/core/decimal.hpp"
#include "framework/statistics/summary_statistics.hpp"

namespace regimen {

// The portfolio at the end of a run, in the account's currency.
struct RuntimeFigures {
  Decimal equity;
  Decimal starting_capital;
  // Realised profit and dividends less fees.
  Decimal net_profit;
  // Of open positions, less the fee of closing them.
  Decimal unrealized_profit;
  Decimal fees;
  Decimal holdings_value;
  Decimal total_sale_volume;
  std::string currency_symbol = "$";
};

// `user` (SetRuntimeStatistic) and LEAN's own eight, which win where names are equal. Sorted by
// name.
std::map<std::string, std::string> BuildRuntimeStatistics(const RuntimeFigures& figures,
                                                          const SummaryStatistics& summary,
                                                          std::map<std::string, std::string> user);

}  // namespace regimen
