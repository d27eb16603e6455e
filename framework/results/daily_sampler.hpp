#pragma once

#include <array>
#include <string>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/results/chart_collection.hpp"
#include "framework/results/equity_sampler.hpp"
#include "framework/results/portfolio_snapshot.hpp"

namespace regimen {

// Takes the daily sample: at each midnight of the algorithm's zone, and once at the end of the run
// (LEAN Engine/Results/BaseResultsHandler.cs). It feeds the charts that the statistics are computed
// from: equity, return, benchmark and turnover; and those that are only looked at: drawdown, sales
// volume, exposure, capacity and margin. Not thread-safe. O(holdings log holdings) a day.
class DailySampler {
 public:
  // The portfolio's value after Initialize, the run's first local date and the sign of the
  // account's currency.
  DailySampler(Decimal starting_capital, DateTime start_date, std::string currency_symbol);

  // The capital that returns and statistics start from.
  Decimal StartingCapital() const { return starting_capital_; }
  void Sample(const PortfolioSnapshot& snapshot, EquitySampler& equity, ChartCollection& charts);
  // At the end of a warm-up: a run starts from the value it has then, if that has changed.
  void OnWarmupFinished(Decimal portfolio_value, EquitySampler& equity);

 private:
  Decimal Performance(Decimal portfolio_value) const;
  void SampleDrawdown(const PortfolioSnapshot& snapshot, ChartCollection& charts) const;
  void SampleSalesVolume(const PortfolioSnapshot& snapshot, ChartCollection& charts) const;
  void SampleTurnover(const PortfolioSnapshot& snapshot, ChartCollection& charts);
  static void SampleExposure(const PortfolioSnapshot& snapshot, ChartCollection& charts);

  Decimal starting_capital_;
  DateTime start_date_;
  std::string currency_symbol_;
  Decimal previous_value_;
  Decimal highest_value_;
  // Sales volume at the last turnover sample and at the one before it.
  std::array<Decimal, 2> previous_sale_volumes_{};
  DateTime previous_turnover_time_;
};

}  // namespace regimen
