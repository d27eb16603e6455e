// Names of the charts and series that the engine itself samples (LEAN Engine/Results).
#pragma once

namespace regimen::chart_names {

inline constexpr char kStrategyEquity[] = "Strategy Equity";
inline constexpr char kEquity[] = "Equity";
inline constexpr char kReturn[] = "Return";
inline constexpr char kBenchmark[] = "Benchmark";
inline constexpr char kDrawdown[] = "Drawdown";
inline constexpr char kEquityDrawdown[] = "Equity Drawdown";
inline constexpr char kPortfolioTurnover[] = "Portfolio Turnover";
inline constexpr char kExposure[] = "Exposure";
inline constexpr char kCapacity[] = "Capacity";
inline constexpr char kStrategyCapacity[] = "Strategy Capacity";
inline constexpr char kAssetsSalesVolume[] = "Assets Sales Volume";
inline constexpr char kPortfolioMargin[] = "Portfolio Margin";

}  // namespace regimen::chart_names
