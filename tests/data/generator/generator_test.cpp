#include "data/generator/generator.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "data/lean/market_hours_reader.hpp"
#include "data/lean/symbol_properties_reader.hpp"
#include "framework/core/error.hpp"
#include "framework/securities/market_hours_database.hpp"
#include "framework/securities/security_exchange_hours.hpp"
#include "framework/securities/symbol_properties_database.hpp"
#include "tests/data/generator/generated_folder.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

using namespace std::chrono;
using tests::GeneratedFolder;
using tests::TempFolder;

// A quarter: it has one dividend; with two half days, a renaming and all resolutions.
GeneratorOptions OneQuarter() {
  GeneratorOptions options;
  options.seed = 42;
  options.start = 2024y / October / 1;
  options.end = 2024y / December / 31;
  options.resolutions = {Resolution::Minute, Resolution::Hour, Resolution::Daily};
  options.symbols = {{.ticker = "SPY", .volatility = 0.0, .dividend_yield = 0.05},
                     {.ticker = "NEW",
                      .start_price = 40.0,
                      .former_ticker = "OLD",
                      .renamed = sys_days(2024y / November / 29)}};
  return options;
}

std::map<std::string, std::string> AllFiles(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[std::filesystem::relative(entry.path(), folder)] = tests::ReadText(entry.path());
  }
  return files;
}

// Reads OneQuarter, generated once for all tests.
class GeneratorTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    path_ = std::filesystem::temp_directory_path() /
            ("regimen-generator-test-" + std::to_string(::getpid()));
    report_ = Generate(OneQuarter(), path_);
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(path_); }

  static std::string TickerOn(const std::string& ticker, DateTime date) {
    return ticker == "new" && date < DateTime(2024, 11, 30) ? "old" : ticker;
  }
  // Days of `new` under both of its tickers, and of `spy`.
  static std::vector<DateTime> Days() {
    std::vector<DateTime> days;
    const auto bars = GeneratedFolder(path_).Trades("spy", Resolution::Daily);
    for (std::size_t i = 0; i < bars.Size(); ++i) days.push_back(bars.Times()[i]);
    return days;
  }

  static inline std::filesystem::path path_;
  static inline GeneratorReport report_;
  GeneratedFolder folder_{path_};
};

struct Sum {
  Decimal open;
  Decimal high;
  Decimal low;
  Decimal close;
  Decimal volume;
  friend bool operator==(const Sum&, const Sum&) = default;
};

// What the bars from `first` to before `last` make together.
Sum SumOf(const lean::TradeBarColumns& bars, std::size_t first, std::size_t last) {
  Sum sum{bars.Open()[first], bars.High()[first], bars.Low()[first], bars.Close()[last - 1], 0};
  for (std::size_t i = first; i < last; ++i) {
    sum.high = std::max(sum.high, bars.High()[i]);
    sum.low = std::min(sum.low, bars.Low()[i]);
    sum.volume += bars.Volume()[i];
  }
  return sum;
}

Sum RowAt(const lean::TradeBarColumns& bars, DateTime time) {
  const std::size_t row = bars.Times().FirstRowFrom(time);
  EXPECT_LT(row, bars.Size());
  EXPECT_EQ(bars.Times()[row], time);
  return SumOf(bars, row, row + 1);
}

TEST_F(GeneratorTest, HoursAndDaysAreTheSumOfTheirMinutes) {
  for (const std::string name : {"spy", "new"}) {
    for (const DateTime date : Days()) {
      const std::string ticker = TickerOn(name, date);
      const auto minutes = folder_.Trades(ticker, Resolution::Minute, date);
      const auto daily = folder_.Trades(ticker, Resolution::Daily);
      EXPECT_EQ(SumOf(minutes, 0, minutes.Size()), RowAt(daily, date)) << date.ToIso();
      const auto hours = folder_.Trades(ticker, Resolution::Hour);
      for (std::size_t i = 0; i < minutes.Size();) {
        const DateTime hour = minutes.Times()[i].RoundDown(TimeSpan::FromHours(1));
        const std::size_t end = minutes.Times().FirstRowFrom(hour.AddHours(1));
        EXPECT_EQ(SumOf(minutes, i, end), RowAt(hours, hour)) << hour.ToIso();
        i = end;
      }
    }
  }
}

TEST_F(GeneratorTest, HighAndLowEncloseOpenAndClose) {
  for (const Resolution resolution : {Resolution::Minute, Resolution::Hour, Resolution::Daily}) {
    const auto bars = folder_.Trades("spy", resolution, DateTime(2024, 11, 4));
    EXPECT_GT(bars.Size(), 30U);
    for (std::size_t i = 0; i < bars.Size(); ++i) {
      EXPECT_GE(bars.High()[i], std::max(bars.Open()[i], bars.Close()[i]));
      EXPECT_LE(bars.Low()[i], std::min(bars.Open()[i], bars.Close()[i]));
      EXPECT_GT(bars.Low()[i], 0);
      EXPECT_GT(bars.Volume()[i], 0);
    }
  }
}

TEST_F(GeneratorTest, QuotesBracketTheTradesOfTheirMinute) {
  for (const DateTime date : Days()) {
    const auto trades = folder_.Trades("spy", Resolution::Minute, date);
    const auto quotes = folder_.Quotes("spy", date);
    ASSERT_EQ(trades.Size(), quotes.Size());
    for (std::size_t i = 0; i < trades.Size(); ++i) {
      EXPECT_EQ(trades.Times()[i], quotes.Times()[i]);
      EXPECT_LE(quotes.Bid().Open()[i], trades.Open()[i]);
      EXPECT_GE(quotes.Ask().Open()[i], trades.Open()[i]);
      EXPECT_LE(quotes.Bid().Close()[i], trades.Close()[i]);
      EXPECT_GE(quotes.Ask().Close()[i], trades.Close()[i]);
      EXPECT_LT(quotes.Bid().Close()[i], quotes.Ask().Close()[i]);
      EXPECT_GE(quotes.Bid().High()[i], quotes.Bid().Low()[i]);
      EXPECT_GT(quotes.Bid().LastSize()[i], 0);
      EXPECT_GT(quotes.Ask().LastSize()[i], 0);
    }
  }
}

// Thanksgiving and Christmas closed, the days beside them short; known from the exchange.
TEST_F(GeneratorTest, NothingTradesWhenTheExchangeIsClosed) {
  const std::vector<DateTime> days = Days();
  EXPECT_EQ(days.size(), 64U);
  EXPECT_EQ(std::count(days.begin(), days.end(), DateTime(2024, 11, 28)), 0);
  EXPECT_EQ(std::count(days.begin(), days.end(), DateTime(2024, 12, 25)), 0);
  EXPECT_FALSE(folder_.Has("equity/usa/minute/spy/20241128_trade.zip"));
  for (const DateTime date : {DateTime(2024, 11, 29), DateTime(2024, 12, 24)}) {
    const auto bars = folder_.Trades("spy", Resolution::Minute, date);
    EXPECT_EQ(bars.Size(), 210U);
    EXPECT_EQ(bars.Times()[209], date.AddHours(12).AddMinutes(59));
  }
}

TEST_F(GeneratorTest, AnEarlyCloseLeavesNoHourBarAfterIt) {
  const auto hours = folder_.Trades("spy", Resolution::Hour);
  const std::size_t first = hours.Times().FirstRowFrom(DateTime(2024, 12, 24));
  EXPECT_EQ(hours.Times()[first], DateTime(2024, 12, 24, 9, 0, 0));
  EXPECT_EQ(hours.Times()[first + 3], DateTime(2024, 12, 24, 12, 0, 0));
  EXPECT_EQ(hours.Times()[first + 4], DateTime(2024, 12, 26, 9, 0, 0));
}

TEST_F(GeneratorTest, ARenamedSymbolIsFiledUnderTheTickerOfTheDay) {
  EXPECT_EQ(folder_.Trades("old", Resolution::Daily).Size(), 43U);
  EXPECT_EQ(folder_.Trades("new", Resolution::Daily).Size(), 21U);
  EXPECT_TRUE(folder_.Has("equity/usa/minute/old/20241129_quote.zip"));
  EXPECT_FALSE(folder_.Has("equity/usa/minute/new/20241129_quote.zip"));
  EXPECT_TRUE(folder_.Has("equity/usa/minute/new/20241202_quote.zip"));
  const lean::MapFile map = folder_.Map("new");
  EXPECT_EQ(map.MappedTicker(DateTime(2024, 11, 29)), "OLD");
  EXPECT_EQ(map.MappedTicker(DateTime(2024, 11, 30)), "NEW");
  EXPECT_EQ(map.FirstDate(), DateTime(2024, 10, 1));
}

TEST_F(GeneratorTest, TheDividendStandsInTheFactorFile) {
  const lean::FactorFile factors = folder_.Factors("spy");
  ASSERT_EQ(factors.Rows().size(), 3U);
  const auto dividend = factors.DividendAfter(factors.Rows()[1].date);
  ASSERT_TRUE(dividend.has_value());
  // A quarter of 5 % a year, give or take a tenth.
  EXPECT_NEAR(1.0 - dividend->ratio.ToDouble(), 0.0125, 0.0014);
}

TEST_F(GeneratorTest, TheFolderSaysThatItIsSimulated) {
  const std::string notice = folder_.Text("SIMULATED.md");
  EXPECT_NE(notice.find("Simulated data"), std::string::npos);
  EXPECT_NE(notice.find("seed 42"), std::string::npos);
  EXPECT_EQ(folder_.Text("simulated-regimes.csv").rfind("date,regime\n20241001,Bull\n", 0), 0U);
}

TEST_F(GeneratorTest, TheReportCountsWhatWasWritten) {
  EXPECT_EQ(report_.symbols, 2U);
  EXPECT_EQ(report_.trading_days, 64U);
  std::size_t regime_days = 0;
  for (const std::size_t count : report_.regime_days) regime_days += count;
  EXPECT_EQ(regime_days, 64U);
  // 62 full days and 2 half days, trades and quotes, two symbols; 7 or 4 hours; days.
  const std::size_t minutes = (62 * 390 + 2 * 210) * 2;
  EXPECT_EQ(report_.rows, 2 * (minutes + 62 * 7 + 2 * 4 + 64));
  std::uintmax_t bytes = 0;
  const auto files = AllFiles(path_);
  for (const auto& [name, content] : files) bytes += content.size();
  EXPECT_EQ(report_.files, files.size());
  EXPECT_EQ(report_.bytes, bytes);
}

TEST_F(GeneratorTest, TheReferenceFilesServeTheDatabases) {
  MarketHoursDatabase hours(
      std::make_unique<lean::MarketHoursReader>((path_ / lean::kMarketHoursFile).string()));
  const SecurityExchangeHours& usa =
      *hours.GetEntry("usa", "SPY", SecurityType::Equity).exchange_hours;
  EXPECT_FALSE(usa.IsDateOpen(DateTime(2024, 11, 28)));
  EXPECT_EQ(usa.GetNextMarketClose(DateTime(2024, 11, 29), false),
            DateTime(2024, 11, 29, 13, 0, 0));
  EXPECT_EQ(usa.RegularMarketDuration(), TimeSpan::FromHours(6.5));
  EXPECT_TRUE(hours.GetEntry("coinbase", "BTCUSD", SecurityType::Crypto)
                  .exchange_hours->IsMarketAlwaysOpen());
  const SecurityExchangeHours& oanda =
      *hours.GetEntry("oanda", "EURUSD", SecurityType::Forex).exchange_hours;
  EXPECT_EQ(oanda.GetNextMarketOpen(DateTime(2024, 11, 30), false),
            DateTime(2024, 12, 1, 17, 3, 0));
  for (const char* market : {"fxcm", "oanda"}) {
    EXPECT_NO_THROW(hours.GetEntry(market, "USDJPY", SecurityType::Forex));
  }
  SymbolPropertiesDatabase properties(std::make_unique<lean::SymbolPropertiesReader>(
      (path_ / lean::kSymbolPropertiesFile).string()));
  EXPECT_EQ(properties.GetSymbolProperties("usa", "SPY", SecurityType::Equity, "USD")->LotSize(),
            1);
  const auto bitcoin =
      properties.GetSymbolProperties("coinbase", "BTCUSD", SecurityType::Crypto, "USD");
  EXPECT_EQ(bitcoin->MarketTicker(), "BTC-USD");
  EXPECT_EQ(bitcoin->LotSize(), Decimal::FromScaled(1, 8));
}

TEST(GenerateTest, TheSameOptionsGiveTheSameBytes) {
  const TempFolder a;
  const TempFolder b;
  Generate(OneQuarter(), a.Path());
  Generate(OneQuarter(), b.Path());
  EXPECT_EQ(AllFiles(a.Path()), AllFiles(b.Path()));
}

TEST(GenerateTest, AnotherSeedGivesOtherPrices) {
  const TempFolder a;
  const TempFolder b;
  GeneratorOptions options = OneQuarter();
  Generate(options, a.Path());
  options.seed = 43;
  Generate(options, b.Path());
  const auto close = [](const TempFolder& folder) {
    return GeneratedFolder(folder.Path()).Trades("spy", Resolution::Daily).Close()[5];
  };
  EXPECT_NE(close(a), close(b));
}

// What is written of one symbol does not depend on what else is written, nor on the ticker's case.
TEST(GenerateTest, ASymbolsFilesDoNotDependOnTheOthers) {
  const TempFolder all;
  const TempFolder alone;
  Generate(OneQuarter(), all.Path());
  GeneratorOptions options = OneQuarter();
  options.symbols.erase(options.symbols.begin());
  options.symbols[0].ticker = "new";
  options.resolutions = {Resolution::Daily};
  Generate(options, alone.Path());
  const std::string daily = "equity/usa/daily/new.zip";
  EXPECT_EQ(GeneratedFolder(all.Path()).Text(daily), GeneratedFolder(alone.Path()).Text(daily));
  EXPECT_FALSE(GeneratedFolder(alone.Path()).Has("equity/usa/minute"));
  EXPECT_FALSE(GeneratedFolder(alone.Path()).Has("equity/usa/hour"));
}

TEST(GenerateTest, TickTypesAndMinuteDaysCanBeChosen) {
  const TempFolder temp;
  GeneratorOptions options = OneQuarter();
  options.tick_types = {TickType::Quote};
  options.symbols[0].first_minute_day = sys_days(2024y / November / 5);
  options.symbols[0].last_minute_day = sys_days(2024y / November / 6);
  Generate(options, temp.Path());
  std::set<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(temp.Path() / "equity/usa/minute/spy")) {
    names.insert(entry.path().filename().string());
  }
  EXPECT_EQ(names, (std::set<std::string>{"20241105_quote.zip", "20241106_quote.zip"}));
}

TEST(GenerateTest, SparseDataLeaveMinutesOutAndStillAddUp) {
  const TempFolder temp;
  GeneratorOptions options = OneQuarter();
  options.density = DataDensity::VerySparse;
  Generate(options, temp.Path());
  const GeneratedFolder folder(temp.Path());
  const DateTime date(2024, 11, 4);
  const auto minutes = folder.Trades("spy", Resolution::Minute, date);
  EXPECT_LT(minutes.Size(), 30U);
  EXPECT_EQ(SumOf(minutes, 0, minutes.Size()),
            RowAt(folder.Trades("spy", Resolution::Daily), date));
}

TEST(GenerateTest, DividendsAndSplitsCanBeLeftOut) {
  const TempFolder temp;
  GeneratorOptions options = OneQuarter();
  options.dividends = false;
  Generate(options, temp.Path());
  EXPECT_EQ(GeneratedFolder(temp.Path()).Factors("spy").Rows().size(), 2U);
}

TEST(GenerateTest, UnsoundOptionsWriteNothing) {
  const TempFolder temp;
  GeneratorOptions options = OneQuarter();
  options.symbols.clear();
  EXPECT_THROW(Generate(options, temp.Path()), UsageError);
  options = OneQuarter();
  options.start = options.end = 2024y / December / 25;
  options.symbols.pop_back();
  EXPECT_THROW(Generate(options, temp.Path()), UsageError);
  EXPECT_TRUE(std::filesystem::is_empty(temp.Path()));
}

TEST(GenerateTest, ASymbolWithoutATradingDayIsAnError) {
  const TempFolder temp;
  GeneratorOptions options = OneQuarter();
  options.end = 2024y / December / 25;
  options.symbols[0].first_day = sys_days(options.end);
  try {
    Generate(options, temp.Path());
    FAIL() << "no error";
  } catch (const UsageError& error) {
    EXPECT_NE(std::string(error.what()).find("closed from 2024-12-25, the first day of spy"),
              std::string::npos)
        << error.what();
  }
}

TEST(GenerateTest, AFolderThatCannotBeWrittenIsNamed) {
  const TempFolder temp;
  const std::filesystem::path file = temp.Write("file", "");
  try {
    Generate(OneQuarter(), file);
    FAIL() << "no error";
  } catch (const DataError& error) {
    EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos);
  }
}

}  // namespace
}  // namespace regimen
