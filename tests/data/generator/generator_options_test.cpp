#include "data/generator/generator_options.hpp"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

using namespace std::chrono;

GeneratorOptions Sound() {
  GeneratorOptions options;
  options.symbols = {{.ticker = "SPY"}};
  return options;
}

std::string ErrorOf(const std::function<void(GeneratorOptions&)>& change) {
  GeneratorOptions options = Sound();
  change(options);
  try {
    Validate(options);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

void ExpectError(const std::string& part, const std::function<void(GeneratorOptions&)>& change) {
  const std::string message = ErrorOf(change);
  EXPECT_NE(message.find(part), std::string::npos) << "'" << message << "' lacks '" << part << "'";
}

TEST(GeneratorOptionsTest, SoundOptionsPass) {
  EXPECT_NO_THROW(Validate(Sound()));
  EXPECT_NO_THROW(Validate(BundledOptions()));
}

TEST(GeneratorOptionsTest, NoSymbolIsAnError) {
  ExpectError("no symbols; name at least one ticker", [](auto& o) { o.symbols.clear(); });
}

TEST(GeneratorOptionsTest, AnEndBeforeTheStartNamesBoth) {
  ExpectError("the end 2020-01-01 is before the start 2020-01-02", [](auto& o) {
    o.start = 2020y / January / 2;
    o.end = 2020y / January / 1;
  });
}

TEST(GeneratorOptionsTest, DatesOutsideTheCalendarAreAnError) {
  ExpectError("1997-12-31", [](auto& o) { o.start = 1997y / December / 31; });
  ExpectError("2050-01-01", [](auto& o) { o.end = 2050y / January / 1; });
}

TEST(GeneratorOptionsTest, AResolutionThatIsNotGeneratedNamesThoseThatAre) {
  ExpectError("resolution Second is not available; expected Minute, Hour or Daily", [](auto& o) {
    o.resolutions = {Resolution::Daily, Resolution::Second};
  });
  ExpectError("resolution Tick is not available",
              [](auto& o) { o.symbols[0].resolutions = {Resolution::Tick}; });
  ExpectError("no resolution", [](auto& o) { o.resolutions.clear(); });
}

TEST(GeneratorOptionsTest, OpenInterestIsAnError) {
  ExpectError("OpenInterest", [](auto& o) { o.tick_types = {TickType::OpenInterest}; });
}

TEST(GeneratorOptionsTest, AMalformedTickerIsNamed) {
  for (const char* ticker : {"", "../up", "A B", ".A", "MORETHANTWELVE"}) {
    ExpectError("ticker '" + std::string(ticker) + "' is malformed",
                [&](auto& o) { o.symbols[0].ticker = ticker; });
  }
}

TEST(GeneratorOptionsTest, ATickerGivenTwiceIsNamed) {
  ExpectError("ticker spy is given twice", [](auto& o) { o.symbols.push_back({.ticker = "spy"}); });
  ExpectError("ticker SPY is given twice", [](auto& o) {
    o.symbols.insert(
        o.symbols.begin(),
        {.ticker = "NEW", .former_ticker = "SPY", .renamed = sys_days(2020y / January / 2)});
  });
}

TEST(GeneratorOptionsTest, FiguresOutOfRangeSayTheRange) {
  ExpectError("the start price of SPY is 0.5; expected 1 to 1000000",
              [](auto& o) { o.symbols[0].start_price = 0.5; });
  ExpectError("beta of SPY", [](auto& o) { o.symbols[0].beta = 6.0; });
  ExpectError("the yearly volatility of SPY is -0.1",
              [](auto& o) { o.symbols[0].volatility = -0.1; });
  ExpectError("the dividend yield", [](auto& o) { o.symbols[0].dividend_yield = 0.6; });
  ExpectError("the daily volume", [](auto& o) { o.symbols[0].volume = 10; });
  ExpectError("the price to split above", [](auto& o) { o.symbols[0].split_above = 5.0; });
  ExpectError("the yearly drift of SPY is nan",
              [](auto& o) { o.symbols[0].drift = std::numeric_limits<double>::quiet_NaN(); });
}

TEST(GeneratorOptionsTest, ASymbolThatNeverMovesIsAnError) {
  ExpectError("SPY never moves", [](auto& o) {
    o.symbols[0].beta = 0.0;
    o.symbols[0].volatility = 0.0;
  });
}

TEST(GeneratorOptionsTest, DatesOfASymbolMustBeInTheRange) {
  ExpectError("SPY starts on 2014-12-31",
              [](auto& o) { o.symbols[0].first_day = sys_days(2014y / December / 31); });
  ExpectError("after its first bar",
              [](auto& o) { o.symbols[0].listed = sys_days(2020y / January / 2); });
  ExpectError("SPY is renamed on 2025-01-02", [](auto& o) {
    o.symbols[0].former_ticker = "OLD";
    o.symbols[0].renamed = sys_days(2025y / January / 2);
  });
  ExpectError("needs both", [](auto& o) { o.symbols[0].former_ticker = "OLD"; });
}

TEST(GeneratorOptionsTest, ADrawnSymbolDependsOnSeedAndTickerAlone) {
  const GeneratedSymbol symbol = DrawSymbol(1, "ABC");
  EXPECT_EQ(symbol.ticker, "ABC");
  EXPECT_EQ(symbol.start_price, DrawSymbol(1, "abc").start_price);
  EXPECT_NE(symbol.beta, DrawSymbol(2, "ABC").beta);
  EXPECT_NE(symbol.beta, DrawSymbol(1, "ABD").beta);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    GeneratorOptions options;
    options.symbols = {DrawSymbol(seed, "ABC")};
    EXPECT_NO_THROW(Validate(options));
  }
}

// The tickers of the speed cases.
TEST(GeneratorOptionsTest, MadeUpTickersCountThroughTheAlphabet) {
  const std::vector<std::string> tickers = MadeUpTickers(703);
  EXPECT_EQ(tickers[0], "ZAAA");
  EXPECT_EQ(tickers[1], "ZAAB");
  EXPECT_EQ(tickers[26], "ZABA");
  EXPECT_EQ(tickers[99], "ZADV");
  EXPECT_EQ(tickers[702], "ZBBA");
  EXPECT_THROW(MadeUpTickers(0), UsageError);
  EXPECT_THROW(MadeUpTickers(17'577), UsageError);
}

}  // namespace
}  // namespace regimen
