#include "framework/statistics/trade_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "framework/core/math.hpp"

namespace regimen {
namespace {

// What LEAN shows where a ratio has no losses to divide by.
constexpr int kRatioWithoutLosses = 10;

// The running mean of durations: a step is cut to whole ticks, so that it depends on their order.
void Average(TimeSpan& mean, TimeSpan value, int count) {
  mean += TimeSpan::FromSeconds((value.TotalSeconds() - mean.TotalSeconds()) / count);
}

void Average(Decimal& mean, Decimal value, int count) { mean += (value - mean) / count; }

// Unlike Math::Max and Math::Min these keep the number, and with it the scale, that was there
// first.
void Raise(Decimal& highest, Decimal value) {
  if (value > highest) highest = value;
}
void Lower(Decimal& lowest, Decimal value) {
  if (value < lowest) lowest = value;
}

// Of an even number of values the upper of the two in the middle.
TimeSpan Median(std::vector<TimeSpan>& values) {
  if (values.empty()) return {};
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Decimal Deviation(Decimal sum_of_squares, int count) {
  const Decimal variance = count > 1 ? sum_of_squares / (count - 1) : Decimal();
  return std::sqrt(variance.ToDouble());
}

}  // namespace

// What the pass over the trades remembers and the result does not.
struct TradeStatistics::Running {
  int consecutive_wins = 0;
  int consecutive_losses = 0;
  int losing_wins = 0;
  Decimal peak;
  Decimal peak_with_mfe;
  Decimal squares;
  Decimal loss_squares;
  // At first the first entry.
  DateTime peak_time;
  bool in_drawdown = false;
  std::vector<TimeSpan> durations;
  std::vector<TimeSpan> win_durations;
  std::vector<TimeSpan> loss_durations;
};

TradeStatistics::TradeStatistics(std::span<const Trade* const> trades) {
  Running running;
  for (const Trade* trade : trades) Add(*trade, running);
  Finish(running);
}

void TradeStatistics::Add(const Trade& trade, Running& running) {
  if (total_count_ == 0) running.peak_time = trade.EntryTime();
  start_ = start_.has_value() ? std::min(*start_, trade.EntryTime()) : trade.EntryTime();
  end_ = end_.has_value() ? std::max(*end_, trade.ExitTime()) : trade.ExitTime();
  ++total_count_;

  Raise(running.peak_with_mfe, total_profit_loss_ + trade.MFE());
  Lower(max_intra_drawdown_, total_profit_loss_ + trade.MAE() - running.peak_with_mfe);

  total_profit_loss_ += trade.ProfitLoss();
  if (trade.ProfitLoss() > 0) {
    AddWinner(trade, running);
  } else {
    AddLoser(trade, running);
  }

  const Decimal previous_average = average_profit_loss_;
  Average(average_profit_loss_, trade.ProfitLoss(), total_count_);
  running.squares +=
      (trade.ProfitLoss() - previous_average) * (trade.ProfitLoss() - average_profit_loss_);
  Average(average_duration_, trade.Duration(), total_count_);
  running.durations.push_back(trade.Duration());
  Average(average_mae_, trade.MAE(), total_count_);
  Average(average_mfe_, trade.MFE(), total_count_);
  Lower(largest_mae_, trade.MAE());
  Raise(largest_mfe_, trade.MFE());
  Raise(max_end_drawdown_, trade.EndTradeDrawdown());
  total_fees_ += trade.TotalFees();
}

void TradeStatistics::AddWinner(const Trade& trade, Running& running) {
  ++win_count_;
  total_profit_ += trade.ProfitLoss();
  Average(average_profit_, trade.ProfitLoss(), win_count_);
  Average(average_win_duration_, trade.Duration(), win_count_);
  running.win_durations.push_back(trade.Duration());
  Raise(largest_profit_, trade.ProfitLoss());
  CountStreak(true, running);
  if (total_profit_loss_ <= running.peak) return;
  running.peak = total_profit_loss_;
  if (running.in_drawdown) {
    max_drawdown_duration_ = std::max(max_drawdown_duration_, trade.ExitTime() - running.peak_time);
  }
  running.peak_time = trade.ExitTime();
  running.in_drawdown = false;
}

void TradeStatistics::AddLoser(const Trade& trade, Running& running) {
  ++loss_count_;
  total_loss_ += trade.ProfitLoss();
  const Decimal previous_average = average_loss_;
  Average(average_loss_, trade.ProfitLoss(), loss_count_);
  running.loss_squares +=
      (trade.ProfitLoss() - previous_average) * (trade.ProfitLoss() - average_loss_);
  Average(average_loss_duration_, trade.Duration(), loss_count_);
  running.loss_durations.push_back(trade.Duration());
  Lower(largest_loss_, trade.ProfitLoss());
  if (trade.IsWin()) ++running.losing_wins;
  CountStreak(trade.IsWin(), running);
  Lower(max_closed_drawdown_, total_profit_loss_ - running.peak);
  running.in_drawdown = true;
}

void TradeStatistics::CountStreak(bool win, Running& running) {
  running.consecutive_wins = win ? running.consecutive_wins + 1 : 0;
  running.consecutive_losses = win ? 0 : running.consecutive_losses + 1;
  max_consecutive_wins_ = std::max(max_consecutive_wins_, running.consecutive_wins);
  max_consecutive_losses_ = std::max(max_consecutive_losses_, running.consecutive_losses);
}

void TradeStatistics::Finish(Running& running) {
  standard_deviation_ = Deviation(running.squares, total_count_);
  downside_deviation_ = Deviation(running.loss_squares, loss_count_);
  win_count_ += running.losing_wins;
  loss_count_ -= running.losing_wins;
  median_duration_ = Median(running.durations);
  median_win_duration_ = Median(running.win_durations);
  median_loss_duration_ = Median(running.loss_durations);
  if (total_count_ > 0) FinishRatios();
}

void TradeStatistics::FinishRatios() {
  if (!average_loss_.IsZero()) profit_loss_ratio_ = average_profit_ / Math::Abs(average_loss_);
  win_loss_ratio_ =
      loss_count_ > 0 ? Decimal(win_count_) / loss_count_ : Decimal(kRatioWithoutLosses);
  win_rate_ = Decimal(win_count_) / total_count_;
  loss_rate_ = 1 - win_rate_;
  if (!total_profit_.IsZero()) {
    profit_factor_ =
        total_loss_ < 0 ? total_profit_ / Math::Abs(total_loss_) : Decimal(kRatioWithoutLosses);
  }
  if (standard_deviation_ > 0) sharpe_ratio_ = average_profit_loss_ / standard_deviation_;
  if (downside_deviation_ > 0) sortino_ratio_ = average_profit_loss_ / downside_deviation_;
  if (!total_profit_loss_.IsZero()) {
    profit_to_drawdown_ = max_closed_drawdown_ < 0
                              ? total_profit_loss_ / Math::Abs(max_closed_drawdown_)
                              : Decimal(kRatioWithoutLosses);
  }
  average_end_drawdown_ = average_profit_loss_ - average_mfe_;
}

}  // namespace regimen
