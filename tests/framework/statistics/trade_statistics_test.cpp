#include "framework/statistics/trade_statistics.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/exam.hpp"
#include "tests/support/json.hpp"
#include "tests/support/lean_case.hpp"

namespace regimen {
namespace {

using tests::LeanCase;

TradeStatistics Of(const std::vector<Trade>& trades) {
  std::vector<const Trade*> pointers;
  for (const Trade& trade : trades) pointers.push_back(&trade);
  return TradeStatistics(pointers);
}

Trade MakeTrade(int day, Decimal profit_loss, bool is_win) {
  Trade::Fields fields;
  fields.entry_time = DateTime(2020, 1, 1).AddDays(day);
  fields.exit_time = fields.entry_time.AddHours(day);
  fields.profit_loss = profit_loss;
  fields.is_win = is_win;
  return Trade(fields);
}

TEST(TradeStatisticsTest, IsAllZeroWithoutTrades) {
  const TradeStatistics statistics;
  EXPECT_EQ(statistics.TotalNumberOfTrades(), 0);
  EXPECT_FALSE(statistics.StartDateTime().has_value());
  EXPECT_EQ(statistics.WinLossRatio().ToString(), "0");
  EXPECT_EQ(Of({}).LossRate().ToString(), "0");
}

TEST(TradeStatisticsTest, CountsALostOptionAssignmentAsWinInTheRatesOnly) {
  const TradeStatistics statistics =
      Of({MakeTrade(1, 100, true), MakeTrade(2, -30, true), MakeTrade(3, -50, false)});
  EXPECT_EQ(statistics.NumberOfWinningTrades(), 2);
  EXPECT_EQ(statistics.NumberOfLosingTrades(), 1);
  EXPECT_EQ(statistics.MaxConsecutiveWinningTrades(), 2);
  EXPECT_EQ(statistics.MaxConsecutiveLosingTrades(), 1);
  EXPECT_EQ(statistics.WinLossRatio(), 2);
  EXPECT_EQ(statistics.AverageLoss(), -40);
  EXPECT_EQ(statistics.TotalLoss(), -80);
}

TEST(TradeStatisticsTest, TakesTheUpperMedianAndTenForRatiosWithoutLosses) {
  const TradeStatistics statistics = Of(
      {MakeTrade(4, 1, true), MakeTrade(2, 2, true), MakeTrade(1, 3, true), MakeTrade(3, 4, true)});
  EXPECT_EQ(statistics.MedianTradeDuration(), TimeSpan::FromHours(3));
  EXPECT_EQ(statistics.AverageTradeDuration(), TimeSpan::FromHours(2.5));
  EXPECT_EQ(statistics.WinLossRatio(), 10);
  EXPECT_EQ(statistics.ProfitFactor(), 10);
  EXPECT_EQ(statistics.ProfitToMaxDrawdownRatio(), 10);
  EXPECT_EQ(statistics.ProfitLossRatio(), 0);
}

struct DecimalField {
  const char* name;
  Decimal (TradeStatistics::*get)() const;
};
struct DurationField {
  const char* name;
  TimeSpan (TradeStatistics::*get)() const;
};
struct CountField {
  const char* name;
  int (TradeStatistics::*get)() const;
};

constexpr DecimalField kDecimals[] = {
    {"totalProfitLoss", &TradeStatistics::TotalProfitLoss},
    {"totalProfit", &TradeStatistics::TotalProfit},
    {"totalLoss", &TradeStatistics::TotalLoss},
    {"largestProfit", &TradeStatistics::LargestProfit},
    {"largestLoss", &TradeStatistics::LargestLoss},
    {"averageProfitLoss", &TradeStatistics::AverageProfitLoss},
    {"averageProfit", &TradeStatistics::AverageProfit},
    {"averageLoss", &TradeStatistics::AverageLoss},
    {"profitLossRatio", &TradeStatistics::ProfitLossRatio},
    {"winLossRatio", &TradeStatistics::WinLossRatio},
    {"winRate", &TradeStatistics::WinRate},
    {"lossRate", &TradeStatistics::LossRate},
    {"averageMAE", &TradeStatistics::AverageMAE},
    {"averageMFE", &TradeStatistics::AverageMFE},
    {"largestMAE", &TradeStatistics::LargestMAE},
    {"largestMFE", &TradeStatistics::LargestMFE},
    {"maximumClosedTradeDrawdown", &TradeStatistics::MaximumClosedTradeDrawdown},
    {"maximumIntraTradeDrawdown", &TradeStatistics::MaximumIntraTradeDrawdown},
    {"profitLossStandardDeviation", &TradeStatistics::ProfitLossStandardDeviation},
    {"profitLossDownsideDeviation", &TradeStatistics::ProfitLossDownsideDeviation},
    {"profitFactor", &TradeStatistics::ProfitFactor},
    {"sharpeRatio", &TradeStatistics::SharpeRatio},
    {"sortinoRatio", &TradeStatistics::SortinoRatio},
    {"profitToMaxDrawdownRatio", &TradeStatistics::ProfitToMaxDrawdownRatio},
    {"maximumEndTradeDrawdown", &TradeStatistics::MaximumEndTradeDrawdown},
    {"averageEndTradeDrawdown", &TradeStatistics::AverageEndTradeDrawdown},
    {"totalFees", &TradeStatistics::TotalFees}};

constexpr DurationField kDurations[] = {
    {"averageTradeDuration", &TradeStatistics::AverageTradeDuration},
    {"averageWinningTradeDuration", &TradeStatistics::AverageWinningTradeDuration},
    {"averageLosingTradeDuration", &TradeStatistics::AverageLosingTradeDuration},
    {"medianTradeDuration", &TradeStatistics::MedianTradeDuration},
    {"medianWinningTradeDuration", &TradeStatistics::MedianWinningTradeDuration},
    {"medianLosingTradeDuration", &TradeStatistics::MedianLosingTradeDuration},
    {"maximumDrawdownDuration", &TradeStatistics::MaximumDrawdownDuration}};

constexpr CountField kCounts[] = {
    {"totalNumberOfTrades", &TradeStatistics::TotalNumberOfTrades},
    {"numberOfWinningTrades", &TradeStatistics::NumberOfWinningTrades},
    {"numberOfLosingTrades", &TradeStatistics::NumberOfLosingTrades},
    {"maxConsecutiveWinningTrades", &TradeStatistics::MaxConsecutiveWinningTrades},
    {"maxConsecutiveLosingTrades", &TradeStatistics::MaxConsecutiveLosingTrades}};

// The trades in the file have lost the scale of their numbers, so that values are compared, not
// texts.
TEST(TradeStatisticsTest, GivesEveryFigureOfLean) {
  if (!tests::ExamDir() || !tests::HasXz()) GTEST_SKIP() << "needs REGIMEN_EXAM_DIR and xz";
  for (const auto& file : tests::NamedLeanCases(*tests::ExamDir())) {
    const LeanCase lean(file);
    const tests::Json expected = lean.Result()["totalPerformance"]["tradeStatistics"];
    const TradeStatistics statistics = Of(lean.ClosedTrades());
    for (const auto& [name, get] : kDecimals) {
      EXPECT_EQ((statistics.*get)().Round(4, MidpointRounding::ToEven), expected[name].Number())
          << lean.Name() << " " << name;
    }
    for (const auto& [name, get] : kDurations) {
      EXPECT_EQ((statistics.*get)().ToString(), expected[name].Text())
          << lean.Name() << " " << name;
    }
    for (const auto& [name, get] : kCounts) {
      EXPECT_EQ(std::to_string((statistics.*get)()), expected[name].Text())
          << lean.Name() << " " << name;
    }
    if (statistics.TotalNumberOfTrades() == 0) continue;
    EXPECT_EQ(*statistics.StartDateTime(), tests::IsoTime(expected["startDateTime"].Text()))
        << lean.Name();
    EXPECT_EQ(*statistics.EndDateTime(), tests::IsoTime(expected["endDateTime"].Text()))
        << lean.Name();
  }
}

}  // namespace
}  // namespace regimen
