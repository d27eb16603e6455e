#include "data/generator/generator_options.hpp"

namespace regimen {
namespace {

using namespace std::chrono_literals;
using std::chrono::December;
using std::chrono::January;
using std::chrono::July;
using std::chrono::June;
using std::chrono::March;
using std::chrono::May;
using std::chrono::November;

// The seed's market has what strategies need to be tried on: see data/README.md.
constexpr std::uint64_t kBundledSeed = 305'695;

// Dates of listing are the real ones, so that identifiers (`SPY R735QTJ8XC9X`) are LEAN's.
std::vector<GeneratedSymbol> Funds() {
  return {
      {.ticker = "SPY",
       .start_price = 120.0,
       .volatility = 0.0,
       .dividend_yield = 0.018,
       .volume = 80'000'000,
       .exchange = "P",
       .listed = 1998y / January / 2,
       .resolutions = {Resolution::Minute, Resolution::Hour, Resolution::Daily},
       .first_minute_day = 2024y / June / 3,
       .last_minute_day = 2024y / June / 14},
      {.ticker = "QQQ",
       .start_price = 40.0,
       .beta = 1.15,
       .drift = 0.035,
       .volatility = 0.08,
       .dividend_yield = 0.007,
       .volume = 45'000'000,
       .listed = 1999y / March / 10,
       .resolutions = {Resolution::Hour, Resolution::Daily}},
      {.ticker = "IWM",
       .start_price = 62.0,
       .beta = 1.2,
       .drift = -0.035,
       .volatility = 0.09,
       .dividend_yield = 0.012,
       .volume = 30'000'000,
       .exchange = "P",
       .listed = 2000y / May / 26},
      {.ticker = "TLT",
       .start_price = 88.0,
       .beta = -0.3,
       .drift = 0.062,
       .volatility = 0.10,
       .dividend_yield = 0.03,
       .volume = 15'000'000,
       .listed = 2002y / July / 30},
      {.ticker = "GLD",
       .start_price = 43.0,
       .beta = -0.05,
       .drift = 0.06,
       .volatility = 0.14,
       .volume = 9'000'000,
       .exchange = "P",
       .listed = 2004y / November / 18},
  };
}

std::vector<GeneratedSymbol> Shares() {
  return {
      {.ticker = "AAPL",
       .start_price = 64.0,
       .beta = 1.2,
       .drift = 0.04,
       .volatility = 0.20,
       .dividend_yield = 0.008,
       .split_above = 500.0,
       .volume = 2'000'000,
       .listed = 1998y / January / 2,
       .resolutions = {Resolution::Minute, Resolution::Daily},
       .first_minute_day = 2024y / June / 3,
       .last_minute_day = 2024y / June / 5},
      {.ticker = "MSFT",
       .start_price = 27.0,
       .beta = 1.05,
       .drift = 0.06,
       .volatility = 0.17,
       .dividend_yield = 0.012,
       .volume = 35'000'000,
       .listed = 1998y / January / 2},
      {.ticker = "META",
       .start_price = 38.0,
       .beta = 1.25,
       .drift = 0.10,
       .volatility = 0.26,
       .volume = 25'000'000,
       .first_day = 2012y / May / 18,
       .former_ticker = "FB",
       .renamed = 2022y / June / 8},
  };
}

}  // namespace

GeneratorOptions BundledOptions() {
  GeneratorOptions options;
  options.seed = kBundledSeed;
  options.start = 2005y / January / 3;
  options.end = 2024y / December / 31;
  options.resolutions = {Resolution::Daily};
  options.symbols = Funds();
  for (GeneratedSymbol& share : Shares()) options.symbols.push_back(std::move(share));
  return options;
}

}  // namespace regimen
