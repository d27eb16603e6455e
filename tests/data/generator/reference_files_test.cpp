#include "data/generator/reference_files.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "framework/core/json_value.hpp"

namespace regimen::generator {
namespace {

using namespace std::chrono;

const JsonValue& Entry(const JsonValue& json, std::string_view key) {
  const JsonValue* entry = json.Find("entries")->Find(key);
  if (entry == nullptr) throw std::out_of_range(std::string(key));
  return *entry;
}

bool Holds(const JsonValue& list, std::string_view text) {
  return std::any_of(list.children.begin(), list.children.end(),
                     [&](const JsonValue& item) { return item.text == text; });
}

TEST(ReferenceFilesTest, MarketHoursOfUsEquities) {
  const JsonValue json = ParseJson(MarketHoursText(), "hours");
  const JsonValue& entry = Entry(json, "Equity-usa-[*]");
  EXPECT_EQ(entry.Find("dataTimeZone")->text, "America/New_York");
  EXPECT_EQ(entry.Find("exchangeTimeZone")->text, "America/New_York");
  EXPECT_TRUE(entry.Find("sunday")->children.empty());
  EXPECT_TRUE(entry.Find("saturday")->children.empty());
  for (const char* day : {"monday", "tuesday", "wednesday", "thursday", "friday"}) {
    const auto& segments = entry.Find(day)->children;
    ASSERT_EQ(segments.size(), 3U) << day;
    EXPECT_EQ(segments[1].Find("start")->text, "09:30:00");
    EXPECT_EQ(segments[1].Find("end")->text, "16:00:00");
    EXPECT_EQ(segments[1].Find("state")->text, "market");
  }
  EXPECT_TRUE(Holds(*entry.Find("holidays"), "3/29/2024"));
  EXPECT_TRUE(Holds(*entry.Find("holidays"), "9/11/2001"));
  EXPECT_FALSE(Holds(*entry.Find("holidays"), "3/28/2024"));
  ASSERT_NE(entry.Find("earlyCloses")->Find("11/29/2024"), nullptr);
  EXPECT_EQ(entry.Find("earlyCloses")->Find("11/29/2024")->text, "13:00:00");
}

TEST(ReferenceFilesTest, MarketHoursHoldTheMarketsThatComeLater) {
  const JsonValue json = ParseJson(MarketHoursText(), "hours");
  const JsonValue& forex = Entry(json, "Forex-oanda-[*]");
  EXPECT_EQ(forex.Find("dataTimeZone")->text, "UTC");
  EXPECT_EQ(forex.Find("sunday")->children.front().Find("start")->text, "17:03:00");
  EXPECT_EQ(forex.Find("monday")->children.size(), 2U);
  EXPECT_TRUE(Holds(*forex.Find("holidays"), "12/25/2024"));
  const JsonValue& crypto = Entry(json, "Crypto-coinbase-[*]");
  EXPECT_EQ(crypto.Find("saturday")->children.front().Find("end")->text, "1.00:00:00");
  EXPECT_TRUE(crypto.Find("holidays")->children.empty());
  for (const char* key : {"Option-usa-[*]", "Index-usa-[*]", "Cfd-oanda-[*]"}) Entry(json, key);
}

std::vector<std::vector<std::string>> Rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    rows.emplace_back();
    for (std::string field; std::getline(fields, field, ',');) rows.back().push_back(field);
  }
  return rows;
}

TEST(ReferenceFilesTest, SymbolPropertiesHaveOneRowEach) {
  const auto rows = Rows(SymbolPropertiesText());
  EXPECT_EQ(rows.front().front(), "market");
  std::set<std::string> keys;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    ASSERT_GE(rows[i].size(), 8U);
    EXPECT_TRUE(keys.insert(rows[i][0] + rows[i][1] + rows[i][2]).second) << rows[i][1];
  }
  const std::string text = SymbolPropertiesText();
  for (const char* row :
       {"\nusa,[*],equity,,USD,1,0.01,1\n", "\noanda,EURUSD,forex,EUR/USD,USD,1,0.00001,1\n",
        "\noanda,USDJPY,forex,USD/JPY,JPY,1,0.001,1\n",
        "\nfxcm,GBPUSD,forex,GBP/USD,USD,1,0.00001,1000\n",
        "\ncoinbase,BTCUSD,crypto,BTC-USD,USD,1,0.01,0.00000001,BTC-USD,0.00000001\n"}) {
    EXPECT_NE(text.find(row), std::string::npos) << row;
  }
}

TEST(ReferenceFilesTest, RatesFollowTheRegimeInSmallSteps) {
  const std::vector<TradingDay> sessions = TradingDays(2005y / January / 1, 2024y / December / 31);
  const std::vector<MarketDay> market = SimulateMarket(9, sessions.size());
  const auto rows = Rows(InterestRateText(sessions, market));
  EXPECT_EQ(rows.front(), (std::vector<std::string>{"DATE", "PCREDIT8"}));
  EXPECT_EQ(rows.at(1), (std::vector<std::string>{"2005-01-03", "2.25"}));
  double previous = 2.25;
  for (std::size_t i = 2; i < rows.size(); ++i) {
    EXPECT_LT(rows[i - 1][0], rows[i][0]);
    const double rate = std::stod(rows[i][1]);
    EXPECT_GE(rate, 0.25);
    EXPECT_LE(rate, 3.25);
    EXPECT_LE(rate - previous, 0.25);
    EXPECT_GE(rate - previous, -0.75);
    EXPECT_NE(rate, previous);
    previous = rate;
  }
}

TEST(ReferenceFilesTest, ALongBullMarketRaisesTheRateToItsTarget) {
  const std::vector<TradingDay> sessions = TradingDays(2005y / January / 1, 2006y / December / 31);
  const std::vector<MarketDay> market(sessions.size(), {MarketRegime::Bull, 0.0, 0.0});
  const auto rows = Rows(InterestRateText(sessions, market));
  ASSERT_EQ(rows.size(), 6U);  // 2.25, 2.50, 2.75, 3.00, 3.25
  EXPECT_EQ(rows.back()[1], "3.25");
}

}  // namespace
}  // namespace regimen::generator
