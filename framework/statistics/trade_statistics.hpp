#pragma once

#include <optional>
#include <span>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/time_span.hpp"
#include "framework/statistics/trade.hpp"

namespace regimen {

// Figures of a list of closed trades (LEAN Common/Statistics/TradeStatistics.cs), money in the
// account's currency and without fees. A value; all zero for no trades.
class TradeStatistics {
 public:
  TradeStatistics() = default;
  // In the order in which they were closed. O(trades log trades), for the medians.
  explicit TradeStatistics(std::span<const Trade* const> trades);

  // The first entry and the last exit in UTC; nullopt without trades.
  std::optional<DateTime> StartDateTime() const { return start_; }
  std::optional<DateTime> EndDateTime() const { return end_; }
  int TotalNumberOfTrades() const { return total_count_; }
  // An option assignment that lost but counts as a win is among the winners here and in the rates,
  // among the losers in all averages.
  int NumberOfWinningTrades() const { return win_count_; }
  int NumberOfLosingTrades() const { return loss_count_; }
  Decimal TotalProfitLoss() const { return total_profit_loss_; }
  Decimal TotalProfit() const { return total_profit_; }
  Decimal TotalLoss() const { return total_loss_; }
  Decimal LargestProfit() const { return largest_profit_; }
  Decimal LargestLoss() const { return largest_loss_; }
  Decimal AverageProfitLoss() const { return average_profit_loss_; }
  Decimal AverageProfit() const { return average_profit_; }
  Decimal AverageLoss() const { return average_loss_; }
  TimeSpan AverageTradeDuration() const { return average_duration_; }
  TimeSpan AverageWinningTradeDuration() const { return average_win_duration_; }
  TimeSpan AverageLosingTradeDuration() const { return average_loss_duration_; }
  TimeSpan MedianTradeDuration() const { return median_duration_; }
  TimeSpan MedianWinningTradeDuration() const { return median_win_duration_; }
  TimeSpan MedianLosingTradeDuration() const { return median_loss_duration_; }
  int MaxConsecutiveWinningTrades() const { return max_consecutive_wins_; }
  int MaxConsecutiveLosingTrades() const { return max_consecutive_losses_; }
  // Average profit over average loss; 0 without losses.
  Decimal ProfitLossRatio() const { return profit_loss_ratio_; }
  // 10 without losers, 0 without trades.
  Decimal WinLossRatio() const { return win_loss_ratio_; }
  Decimal WinRate() const { return win_rate_; }
  Decimal LossRate() const { return loss_rate_; }
  Decimal AverageMAE() const { return average_mae_; }
  Decimal AverageMFE() const { return average_mfe_; }
  Decimal LargestMAE() const { return largest_mae_; }
  Decimal LargestMFE() const { return largest_mfe_; }
  // Of the running total, at exits only and with the excursions in between; 0 or less.
  Decimal MaximumClosedTradeDrawdown() const { return max_closed_drawdown_; }
  Decimal MaximumIntraTradeDrawdown() const { return max_intra_drawdown_; }
  Decimal ProfitLossStandardDeviation() const { return standard_deviation_; }
  // Of the losing trades around their own mean.
  Decimal ProfitLossDownsideDeviation() const { return downside_deviation_; }
  // Total profit over total loss; 10 without losses, 0 without profits.
  Decimal ProfitFactor() const { return profit_factor_; }
  Decimal SharpeRatio() const { return sharpe_ratio_; }
  Decimal SortinoRatio() const { return sortino_ratio_; }
  // 10 without drawdown.
  Decimal ProfitToMaxDrawdownRatio() const { return profit_to_drawdown_; }
  Decimal MaximumEndTradeDrawdown() const { return max_end_drawdown_; }
  Decimal AverageEndTradeDrawdown() const { return average_end_drawdown_; }
  // The longest time from a peak of the total to the exit that beat it, with a loss in between.
  TimeSpan MaximumDrawdownDuration() const { return max_drawdown_duration_; }
  Decimal TotalFees() const { return total_fees_; }

 private:
  struct Running;

  void Add(const Trade& trade, Running& running);
  void AddWinner(const Trade& trade, Running& running);
  void AddLoser(const Trade& trade, Running& running);
  void CountStreak(bool win, Running& running);
  void Finish(Running& running);
  void FinishRatios();

  std::optional<DateTime> start_;
  std::optional<DateTime> end_;
  int total_count_ = 0;
  int win_count_ = 0;
  int loss_count_ = 0;
  int max_consecutive_wins_ = 0;
  int max_consecutive_losses_ = 0;
  Decimal total_profit_loss_;
  Decimal total_profit_;
  Decimal total_loss_;
  Decimal largest_profit_;
  Decimal largest_loss_;
  Decimal average_profit_loss_;
  Decimal average_profit_;
  Decimal average_loss_;
  TimeSpan average_duration_;
  TimeSpan average_win_duration_;
  TimeSpan average_loss_duration_;
  TimeSpan median_duration_;
  TimeSpan median_win_duration_;
  TimeSpan median_loss_duration_;
  Decimal profit_loss_ratio_;
  Decimal win_loss_ratio_;
  Decimal win_rate_;
  Decimal loss_rate_;
  Decimal average_mae_;
  Decimal average_mfe_;
  Decimal largest_mae_;
  Decimal largest_mfe_;
  Decimal max_closed_drawdown_;
  Decimal max_intra_drawdown_;
  Decimal standard_deviation_;
  Decimal downside_deviation_;
  Decimal profit_factor_;
  Decimal sharpe_ratio_;
  Decimal sortino_ratio_;
  Decimal profit_to_drawdown_;
  Decimal max_end_drawdown_;
  Decimal average_end_drawdown_;
  TimeSpan max_drawdown_duration_;
  Decimal total_fees_;
};

}  // namespace regimen
