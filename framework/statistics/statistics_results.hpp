#pragma once

#include <string>
#include <utility>
#include <vector>

#include "framework/statistics/algorithm_performance.hpp"
#include "framework/statistics/summary_statistics.hpp"

namespace regimen {

// All statistics of a run (LEAN's StatisticsResults). A value; empty where they are unavailable.
class StatisticsResults {
 public:
  // Name "M{months}_{yyyyMMdd of the last day}", in the order of months, then of days.
  using RollingPerformance = std::pair<std::string, AlgorithmPerformance>;

  StatisticsResults() = default;
  StatisticsResults(AlgorithmPerformance total, std::vector<RollingPerformance> rolling,
                    SummaryStatistics summary)
      : total_(std::move(total)), rolling_(std::move(rolling)), summary_(std::move(summary)) {}

  const AlgorithmPerformance& TotalPerformance() const { return total_; }
  const std::vector<RollingPerformance>& RollingPerformances() const { return rolling_; }
  const SummaryStatistics& Summary() const { return summary_; }

  // What the strategy added of its own; a name that is there already keeps its text.
  void AddCustomSummaryStatistics(const std::vector<SummaryStatistics::Entry>& custom) {
    for (const auto& [name, text] : custom) summary_.Add(name, text);
  }
  // For a run that ended before it had any daily sample.
  void SetClosedTrades(std::vector<Trade> trades) { total_.SetClosedTrades(std::move(trades)); }

 private:
  AlgorithmPerformance total_;
  std::vector<RollingPerformance> rolling_;
  SummaryStatistics summary_;
};

}  // namespace regimen
