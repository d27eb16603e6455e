#pragma once

#include <optional>

#include "framework/core/decimal.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/time_span.hpp"

namespace regimen {

// The knobs of a strategy, set in Initialize: Settings.SetFreePortfolioValuePercentage(0.05)
// (LEAN's AlgorithmSettings, same names and defaults). Not thread-safe.
class AlgorithmSettings {
 public:
  // Fraction of the portfolio that percentage targets leave unused.
  [[nodiscard]] Decimal FreePortfolioValuePercentage() const {
    return free_portfolio_value_percentage_;
  }
  void SetFreePortfolioValuePercentage(Decimal value) { free_portfolio_value_percentage_ = value; }

  // A fixed amount that percentage targets leave unused, instead of the fraction.
  [[nodiscard]] std::optional<Decimal> FreePortfolioValue() const { return free_portfolio_value_; }
  void SetFreePortfolioValue(std::optional<Decimal> value) { free_portfolio_value_ = value; }

  // Percentage targets whose change of margin is a smaller fraction of the portfolio are dropped.
  [[nodiscard]] Decimal MinimumOrderMarginPortfolioPercentage() const {
    return minimum_order_margin_;
  }
  void SetMinimumOrderMarginPortfolioPercentage(Decimal value) { minimum_order_margin_ = value; }

  // A percentage target beyond this is an error.
  [[nodiscard]] Decimal MaxAbsolutePortfolioTargetPercentage() const {
    return max_absolute_target_;
  }
  void SetMaxAbsolutePortfolioTargetPercentage(Decimal value) { max_absolute_target_ = value; }

  // A percentage target nearer to 0 than this, 0 excepted, is an error.
  [[nodiscard]] Decimal MinAbsolutePortfolioTargetPercentage() const {
    return min_absolute_target_;
  }
  void SetMinAbsolutePortfolioTargetPercentage(Decimal value) { min_absolute_target_ = value; }

  // Whether Liquidate does anything.
  [[nodiscard]] bool LiquidateEnabled() const { return liquidate_enabled_; }
  void SetLiquidateEnabled(bool value) { liquidate_enabled_ = value; }

  // A market order waits for new prices when the last ones are older than this.
  [[nodiscard]] TimeSpan StalePriceTimeSpan() const { return stale_price_time_span_; }
  void SetStalePriceTimeSpan(TimeSpan value) { stale_price_time_span_ = value; }

  // Market-on-close orders are refused when less than this is left of the session (LEAN's static
  // MarketOnCloseOrder.SubmissionTimeBuffer).
  [[nodiscard]] TimeSpan MarketOnCloseSubmissionTimeBuffer() const {
    return market_on_close_buffer_;
  }
  void SetMarketOnCloseSubmissionTimeBuffer(TimeSpan value) { market_on_close_buffer_ = value; }

  // Whether daily bars end at the market close instead of midnight.
  [[nodiscard]] bool DailyPreciseEndTime() const { return daily_precise_end_time_; }
  void SetDailyPreciseEndTime(bool value) { daily_precise_end_time_ = value; }

  // Whether daily consolidators of extended-hours data take in the extended hours.
  [[nodiscard]] bool DailyConsolidationUseExtendedMarketHours() const {
    return daily_consolidation_extended_;
  }
  void SetDailyConsolidationUseExtendedMarketHours(bool value) {
    daily_consolidation_extended_ = value;
  }

  // Whether indicators made by helper methods start with past data.
  [[nodiscard]] bool AutomaticIndicatorWarmUp() const { return automatic_indicator_warm_up_; }
  void SetAutomaticIndicatorWarmUp(bool value) { automatic_indicator_warm_up_ = value; }

  // Whether added securities start with their last known price.
  [[nodiscard]] bool SeedInitialPrices() const { return seed_initial_prices_; }
  void SetSeedInitialPrices(bool value) { seed_initial_prices_ = value; }

  // Resolution of the warm-up; by default that of each subscription.
  [[nodiscard]] std::optional<Resolution> WarmUpResolution() const { return warm_up_resolution_; }
  void SetWarmUpResolution(std::optional<Resolution> value) { warm_up_resolution_ = value; }

  // For annualised statistics; by default the brokerage model's.
  [[nodiscard]] std::optional<int> TradingDaysPerYear() const { return trading_days_per_year_; }
  void SetTradingDaysPerYear(std::optional<int> value) { trading_days_per_year_ = value; }

  // Whether portfolio construction recomputes its targets when securities come or go; by default
  // the model's own choice.
  [[nodiscard]] std::optional<bool> RebalancePortfolioOnSecurityChanges() const {
    return rebalance_on_security_changes_;
  }
  void SetRebalancePortfolioOnSecurityChanges(std::optional<bool> value) {
    rebalance_on_security_changes_ = value;
  }

  // Whether portfolio construction recomputes its targets when insights come or expire; by default
  // the model's own choice.
  [[nodiscard]] std::optional<bool> RebalancePortfolioOnInsightChanges() const {
    return rebalance_on_insight_changes_;
  }
  void SetRebalancePortfolioOnInsightChanges(std::optional<bool> value) {
    rebalance_on_insight_changes_ = value;
  }

 private:
  Decimal free_portfolio_value_percentage_ = Decimal::FromScaled(25, 4);
  std::optional<Decimal> free_portfolio_value_;
  Decimal minimum_order_margin_ = Decimal::FromScaled(1, 3);
  Decimal max_absolute_target_ = 1'000'000'000;
  Decimal min_absolute_target_ = Decimal::FromScaled(1, 10);
  bool liquidate_enabled_ = true;
  TimeSpan stale_price_time_span_ = TimeSpan::FromHours(1);
  TimeSpan market_on_close_buffer_ = TimeSpan(0, 15, 30);
  bool daily_precise_end_time_ = true;
  bool daily_consolidation_extended_ = false;
  bool automatic_indicator_warm_up_ = false;
  bool seed_initial_prices_ = false;
  std::optional<Resolution> warm_up_resolution_;
  std::optional<int> trading_days_per_year_;
  std::optional<bool> rebalance_on_security_changes_;
  std::optional<bool> rebalance_on_insight_changes_;
};

}  // namespace regimen
