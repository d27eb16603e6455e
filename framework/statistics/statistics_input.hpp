#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "framework/core/decimal.hpp"
#include "framework/statistics/candlestick.hpp"
#include "framework/statistics/chart_point.hpp"
#include "framework/statistics/profit_loss_record.hpp"
#include "framework/statistics/risk_free_interest_rate_model.hpp"
#include "framework/statistics/trade.hpp"

namespace regimen {

// What the statistics of a run are computed from. Borrows the series: they must outlive the call.
struct StatisticsInput {
  // Portfolio values: the chart series "Strategy Equity"/"Equity".
  std::span<const Candlestick> equity;
  // Daily returns in percent ("Strategy Equity"/"Return"), benchmark prices and turnover.
  std::span<const ChartPoint> performance;
  std::span<const ChartPoint> benchmark;
  std::span<const ChartPoint> turnover;
  std::span<const ProfitLossRecord> ledger;
  std::span<const Trade> trades;

  Decimal starting_capital;
  Decimal total_fees;
  // Every order that got an id, also cancelled and invalid ones.
  std::int64_t total_orders = 0;
  // Rounded to 1000 (CapacityEstimate::Capacity), and the text of the limiting security's
  // identifier.
  Decimal capacity;
  std::string lowest_capacity_asset;
  std::string account_currency_symbol = "$";
  int trading_days_per_year = 252;
  // Borrowed. Null: a rate of 0.
  const RiskFreeInterestRateModel* risk_free_rate = nullptr;
};

}  // namespace regimen
