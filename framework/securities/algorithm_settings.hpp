#pragma once

#include <optional>

#include "framework/core/decimal.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/time_span.hpp"

namespace regimen {

// The knobs of a strategy, set in Initialize: Settings.FreePortfolioValuePercentage = 0.05 (LEAN's
// AlgorithmSettings, same names and defaults).
struct AlgorithmSettings {
  // Fraction of the portfolio that percentage targets leave unused, or a fixed amount instead of
  // it.
  Decimal FreePortfolioValuePercentage = Decimal::FromScaled(25, 4);
  std::optional<Decimal> FreePortfolioValue;
  // Percentage targets whose change of margin is a smaller fraction of the portfolio are dropped.
  Decimal MinimumOrderMarginPortfolioPercentage = Decimal::FromScaled(1, 3);
  // A target outside these bounds (0 excepted) is an error.
  Decimal MaxAbsolutePortfolioTargetPercentage = 1'000'000'000;
  Decimal MinAbsolutePortfolioTargetPercentage = Decimal::FromScaled(1, 10);
  // Whether Liquidate does anything.
  bool LiquidateEnabled = true;
  // A market order waits for new prices when the last ones are older than this.
  TimeSpan StalePriceTimeSpan = TimeSpan::FromHours(1);
  // Market-on-close orders are refused when less than this is left of the session (LEAN's static
  // MarketOnCloseOrder.SubmissionTimeBuffer).
  TimeSpan MarketOnCloseSubmissionTimeBuffer = TimeSpan(0, 15, 30);
  // Daily bars end at the market close instead of midnight.
  bool DailyPreciseEndTime = true;
  bool DailyConsolidationUseExtendedMarketHours = false;
  // Indicators made by helper methods, and added securities, start with past data.
  bool AutomaticIndicatorWarmUp = false;
  bool SeedInitialPrices = false;
  std::optional<Resolution> WarmUpResolution;
  // For annualised statistics; by default the brokerage model's.
  std::optional<int> TradingDaysPerYear;
  // When portfolio construction recomputes its targets; by default the model's own choice.
  std::optional<bool> RebalancePortfolioOnSecurityChanges;
  std::optional<bool> RebalancePortfolioOnInsightChanges;
};

}  // namespace regimen
