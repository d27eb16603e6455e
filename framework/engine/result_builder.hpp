#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "framework/core/algorithm_status.hpp"
#include "framework/engine/backtest_outcome.hpp"
#include "framework/engine/engine_config.hpp"
#include "framework/results/backtest_result.hpp"
#include "framework/results/run_statistics.hpp"

namespace regimen {

class AlgorithmState;
class ResultRecorder;
class RiskFreeInterestRateModel;
class TradeBuilder;

// Puts together what a finished run leaves: statistics, orders, ledger, configuration, state.
class ResultBuilder {
 public:
  struct Sources {
    const EngineConfig& config;
    AlgorithmState& state;
    // Null for a run that failed before it began.
    const ResultRecorder* recorder;
    const TradeBuilder& trades;
    const RiskFreeInterestRateModel& rates;
    const std::vector<std::string>& order_events;
  };

  explicit ResultBuilder(const Sources& sources) : sources_(sources) {}

  BacktestResult Build(AlgorithmStatus status, const std::string& runtime_error,
                       std::int64_t data_points) const;
  static BacktestOutcome Outcome(const BacktestResult& result, AlgorithmStatus status,
                                 const std::string& runtime_error);

 private:
  RunStatistics Statistics(const std::vector<ProfitLossRecord>& ledger) const;
  std::vector<ProfitLossRecord> Ledger() const;
  int TradingDaysPerYear() const;
  void AddOrders(BacktestResult& result) const;
  void AddConfiguration(BacktestResult& result) const;
  void AddRuntimeStatistics(BacktestResult& result) const;

  Sources sources_;
};

}  // namespace regimen
