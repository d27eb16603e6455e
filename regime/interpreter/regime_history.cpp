#include "regime/interpreter/regime_history.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>

namespace regimen {

namespace {

using Entry = RegimeHistory::Entry;

std::size_t IndexOf(Regime regime) { return static_cast<std::size_t>(regime); }

int YearOf(BarTime time) {
  return static_cast<int>(std::chrono::year_month_day(DayOf(time)).year());
}

// The returns that followed one regime.
class FollowingReturns {
 public:
  void Add(double log_return) {
    if (std::isnan(log_return)) return;
    // Welford's update of mean and squares.
    ++count_;
    const double before = log_return - mean_;
    mean_ += before / count_;
    squares_ += before * (log_return - mean_);
    wins_ += log_return > 0 ? 1 : 0;
    wealth_ += log_return;
    peak_ = std::max(peak_, wealth_);
    deepest_ = std::max(deepest_, peak_ - wealth_);
  }

  void Fill(RegimeRow& row, double bars_per_year) const {
    if (count_ == 0) return;
    row.annual_mean = mean_ * bars_per_year;
    row.win_rate = wins_ / count_;
    row.max_drawdown = 1 - std::exp(-deepest_);
    if (count_ > 1) row.annual_volatility = std::sqrt(squares_ / (count_ - 1) * bars_per_year);
  }

 private:
  double count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
  double wins_ = 0;
  double wealth_ = 0;  // logarithms, as all of these
  double peak_ = 0;
  double deepest_ = 0;
};

struct Run {
  Regime regime;
  int bars;
};

std::vector<Run> RunsOf(const std::vector<Entry>& entries) {
  std::vector<Run> runs;
  Regime before = Regime::Unknown;
  for (const Entry& entry : entries) {
    if (entry.regime != Regime::Unknown) {
      if (entry.regime != before) runs.push_back({entry.regime, 0});
      ++runs.back().bars;
    }
    before = entry.regime;
  }
  return runs;
}

void CountTransitions(const std::vector<Entry>& entries, RegimeReport& report) {
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const Regime from = entries[i - 1].regime;
    const Regime to = entries[i].regime;
    if (from == Regime::Unknown || to == Regime::Unknown) continue;
    report.transitions[IndexOf(from)][IndexOf(to)] += 1;
    if (from == to) continue;
    ++report.switches;
    ++report.switches_per_year[YearOf(entries[i].time)];
  }
}

void MakeShares(RegimeReport& report) {
  for (std::size_t i = 0; i < kKnownRegimes; ++i) {
    auto& row = report.transitions[i];
    double sum = 0;
    for (const double count : row) sum += count;
    if (sum == 0) continue;
    for (double& count : row) count /= sum;
    report.expected_durations[i] =
        row[i] < 1 ? 1 / (1 - row[i]) : std::numeric_limits<double>::infinity();
  }
}

}  // namespace

RegimeReport RegimeHistory::Report(double bars_per_year) const {
  RegimeReport report;
  std::array<FollowingReturns, kKnownRegimes> returns;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (entry.regime == Regime::Unknown) {
      ++report.unknown_bars;
      continue;
    }
    ++report.known_bars;
    ++report.rows[IndexOf(entry.regime)].bars;
    report.switches_per_year.try_emplace(YearOf(entry.time), 0);
    if (i + 1 < entries_.size()) returns[IndexOf(entry.regime)].Add(entries_[i + 1].log_return);
  }
  std::vector<int> lengths;
  for (const Run& run : RunsOf(entries_)) {
    ++report.rows[IndexOf(run.regime)].runs;
    lengths.push_back(run.bars);
  }
  for (const Regime regime : KnownRegimes()) {
    RegimeRow& row = report.rows[IndexOf(regime)];
    row.regime = regime;
    if (row.bars == 0) continue;
    row.share = static_cast<double>(row.bars) / report.known_bars;
    row.mean_duration = static_cast<double>(row.bars) / row.runs;
    returns[IndexOf(regime)].Fill(row, bars_per_year);
  }
  CountTransitions(entries_, report);
  MakeShares(report);
  report.stability = StabilityOf(lengths);
  return report;
}

}  // namespace regimen
