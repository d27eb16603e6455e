#include "data/generator/bench_data.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/data/generator/generated_folder.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

using tests::GeneratedFolder;
using tests::TempFolder;

std::string FirstRow(const std::string& zip) {
  const auto text = lean::ZipReader::ForThisThread().ReadFirstEntry(zip);
  return text ? std::string(text->substr(0, text->find('\n'))) : "no file";
}

std::string LastRow(const std::string& zip) {
  const auto text = lean::ZipReader::ForThisThread().ReadFirstEntry(zip);
  return text ? std::string(text->substr(text->rfind('\n') + 1)) : "no file";
}

// Rows as make_data.py writes them.
TEST(BenchDataTest, RowsAreThoseOfTheExamsGenerator) {
  const TempFolder temp;
  const GeneratorReport report = GenerateBenchData(
      {.minute_symbols = 1, .minute_days = 1, .daily_symbols = 1, .daily_years = 10}, temp.Path());
  EXPECT_EQ(report.rows, 390U * 2 + 2607U);
  const std::string minute = (temp.Path() / "equity/usa/minute/zaaa/20190603_").string();
  EXPECT_EQ(FirstRow(minute + "trade.zip"), "34200000,1815835,1816235,1815035,1815835,63791");
  EXPECT_EQ(LastRow(minute + "trade.zip"), "57540000,1837335,1837935,1837035,1837135,3341");
  EXPECT_EQ(FirstRow(minute + "quote.zip"),
            "34200000,1815735,1816135,1814935,1815735,2600,1815935,1816335,1815135,1815935,2000");
  EXPECT_EQ(LastRow(minute + "quote.zip"),
            "57540000,1837235,1837835,1836935,1837035,1200,1837435,1838035,1837135,1837235,100");
  const std::string daily = (temp.Path() / "equity/usa/daily/zaaa.zip").string();
  EXPECT_EQ(FirstRow(daily), "20090102 00:00,567189,570389,566689,569889,2225841");
  EXPECT_EQ(LastRow(daily), "20181231 00:00,437889,438389,434389,434889,4213556");
}

// LEAN printed for its TouchMinute100 on the exam's data:
// TOUCH bars 780000 quotes 780000 close 106800054.5209 bid 106792254.5209 ask 106807854.5209
TEST(BenchDataTest, MinutesAddUpToTheSumsThatLeanPrinted) {
  const TempFolder temp;
  GenerateBenchData({.daily_symbols = 0}, temp.Path());
  const GeneratedFolder folder(temp.Path());
  std::size_t bars = 0;
  std::int64_t close = 0;
  std::int64_t bid = 0;
  std::int64_t ask = 0;
  const auto sum = [](const lean::DecimalColumn& column) {
    std::int64_t total = 0;
    for (const std::int64_t price : column.Coefficients()) total += price;
    return total;
  };
  for (const std::string& ticker : MadeUpTickers(100)) {
    for (DateTime date(2019, 6, 3); date <= DateTime(2019, 6, 28); date = date.AddDays(1)) {
      if (date.DayOfWeek() == DayOfWeek::Saturday || date.DayOfWeek() == DayOfWeek::Sunday) {
        continue;
      }
      const auto trades = folder.Trades(ticker, Resolution::Minute, date);
      const auto quotes = folder.Quotes(ticker, date);
      bars += trades.Size();
      close += sum(trades.Close());
      bid += sum(quotes.Bid().Close());
      ask += sum(quotes.Ask().Close());
    }
  }
  EXPECT_EQ(bars, 780'000U);
  EXPECT_EQ(close, 1'068'000'545'209);
  EXPECT_EQ(bid, 1'067'922'545'209);
  EXPECT_EQ(ask, 1'068'078'545'209);
}

TEST(BenchDataTest, CountsOutOfRangeAreAnError) {
  const TempFolder temp;
  EXPECT_THROW(GenerateBenchData({.minute_days = 21}, temp.Path()), UsageError);
  EXPECT_THROW(GenerateBenchData({.minute_symbols = -1}, temp.Path()), UsageError);
  EXPECT_THROW(GenerateBenchData({.daily_years = 21}, temp.Path()), UsageError);
}

}  // namespace
}  // namespace regimen
