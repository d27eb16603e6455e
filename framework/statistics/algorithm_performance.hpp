#pragma once

#include <utility>
#include <vector>

#include "framework/statistics/portfolio_statistics.hpp"
#include "framework/statistics/trade.hpp"
#include "framework/statistics/trade_statistics.hpp"

namespace regimen {

// The figures of one period: of its closed trades and of the portfolio. A value; all zero for a
// period without a portfolio value.
class AlgorithmPerformance {
 public:
  AlgorithmPerformance() = default;
  AlgorithmPerformance(const regimen::TradeStatistics& trades,
                       const regimen::PortfolioStatistics& portfolio)
      : trade_statistics_(trades), portfolio_statistics_(portfolio) {}

  const regimen::TradeStatistics& TradeStatistics() const { return trade_statistics_; }
  const regimen::PortfolioStatistics& PortfolioStatistics() const { return portfolio_statistics_; }
  // Kept for the whole run only, empty for its parts.
  const std::vector<Trade>& ClosedTrades() const { return closed_trades_; }
  void SetClosedTrades(std::vector<Trade> trades) { closed_trades_ = std::move(trades); }

 private:
  regimen::TradeStatistics trade_statistics_;
  regimen::PortfolioStatistics portfolio_statistics_;
  std::vector<Trade> closed_trades_;
};

}  // namespace regimen
