// Expected texts: LEAN's own BasicTemplateAlgorithm.
#include "framework/results/runtime_statistics.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

RuntimeFigures BasicTemplate() {
  return {.equity = 101691.9198_m,
          .starting_capital = 100000,
          .net_profit = -3.44_m,
          .unrealized_profit = 1656.23_m,
          .fees = 3.44_m,
          .holdings_value = 101305.19_m,
          .total_sale_volume = 99609.82622896_m,
          .currency_symbol = "$"};
}

TEST(RuntimeStatisticsTest, WritesLeansTexts) {
  SummaryStatistics summary;
  summary.Add("Probabilistic Sharpe Ratio", "67.459%");
  const std::map<std::string, std::string> expected{
      {"Equity", "$101,691.92"},   {"Fees", "-$3.44"},
      {"Holdings", "$101,305.19"}, {"Net Profit", "$-3.44"},
      {"Return", "1.69 %"},        {"Unrealized", "$1,656.23"},
      {"Volume", "$99,609.83"},    {"Probabilistic Sharpe Ratio", "67.459%"}};
  EXPECT_EQ(BuildRuntimeStatistics(BasicTemplate(), summary, {}), expected);
}

TEST(RuntimeStatisticsTest, KeepsTheStrategysOwnButForLeansNames) {
  const auto statistics = BuildRuntimeStatistics(BasicTemplate(), SummaryStatistics(),
                                                 {{"Regime", "Bull"}, {"Equity", "none"}});
  EXPECT_EQ(statistics.at("Regime"), "Bull");
  EXPECT_EQ(statistics.at("Equity"), "$101,691.92");
  EXPECT_EQ(statistics.at("Probabilistic Sharpe Ratio"), "0%");
}

TEST(RuntimeStatisticsTest, HasNoReturnOnNoCapital) {
  RuntimeFigures figures = BasicTemplate();
  figures.starting_capital = 0;
  EXPECT_EQ(BuildRuntimeStatistics(figures, SummaryStatistics(), {}).at("Return"), "0.00 %");
}

}  // namespace
}  // namespace regimen
