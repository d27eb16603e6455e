#include "data/generator/generator_options.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "data/generator/date_text.hpp"
#include "data/generator/random.hpp"
#include "framework/core/error.hpp"

namespace regimen {
namespace {

using generator::DashedDate;
using generator::Date;

constexpr Date kFirstDate = std::chrono::year(1998) / 1 / 1;
constexpr Date kLastDate = std::chrono::year(2049) / 12 / 31;
constexpr int kMostTickers = 26 * 26 * 26;

[[noreturn]] void Reject(const std::string& message) {
  throw UsageError("cannot generate data: " + message);
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

void CheckTicker(const std::string& ticker) {
  const auto fits = [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '-'; };
  const bool is_valid = !ticker.empty() && ticker.size() <= 12 &&
                        std::isalnum(static_cast<unsigned char>(ticker.front())) != 0 &&
                        std::all_of(ticker.begin(), ticker.end(), fits);
  if (!is_valid) {
    Reject(fmt::format("ticker '{}' is malformed; expected up to 12 letters, digits, '.' and '-'",
                       ticker));
  }
}

void CheckRange(const GeneratedSymbol& symbol, std::string_view what, double value,
                std::pair<double, double> range) {
  if (value >= range.first && value <= range.second) return;
  Reject(fmt::format("{} of {} is {}; expected {} to {}", what, symbol.ticker, value, range.first,
                     range.second));
}

void CheckResolutions(const std::vector<Resolution>& resolutions) {
  for (const Resolution resolution : resolutions) {
    if (resolution >= Resolution::Minute && resolution <= Resolution::Daily) continue;
    Reject(fmt::format("resolution {} is not available; expected Minute, Hour or Daily",
                       ToText(resolution)));
  }
}

void CheckDates(const GeneratorOptions& options) {
  if (options.start > options.end) {
    Reject(fmt::format("the end {} is before the start {}", DashedDate(options.end),
                       DashedDate(options.start)));
  }
  if (options.start < kFirstDate || options.end > kLastDate) {
    Reject(fmt::format("{} to {} is outside the exchange's calendar; expected dates from {} to {}",
                       DashedDate(options.start), DashedDate(options.end), DashedDate(kFirstDate),
                       DashedDate(kLastDate)));
  }
}

void CheckSymbolDates(const GeneratedSymbol& symbol, const GeneratorOptions& options) {
  const Date first = symbol.first_day.value_or(options.start);
  if (first < options.start || first > options.end) {
    Reject(fmt::format("{} starts on {}; expected a day from {} to {}", symbol.ticker,
                       DashedDate(first), DashedDate(options.start), DashedDate(options.end)));
  }
  if (symbol.listed && *symbol.listed > first) {
    Reject(fmt::format("{} is listed on {}, after its first bar on {}", symbol.ticker,
                       DashedDate(*symbol.listed), DashedDate(first)));
  }
  if (symbol.renamed && (*symbol.renamed < first || *symbol.renamed > options.end)) {
    Reject(fmt::format("{} is renamed on {}; expected a day from {} to {}", symbol.ticker,
                       DashedDate(*symbol.renamed), DashedDate(first), DashedDate(options.end)));
  }
  if (symbol.renamed.has_value() == symbol.former_ticker.empty()) {
    Reject(fmt::format("{} needs both a former ticker and the day of its renaming, or neither",
                       symbol.ticker));
  }
}

void CheckSymbol(const GeneratedSymbol& symbol, const GeneratorOptions& options) {
  CheckTicker(symbol.ticker);
  CheckRange(symbol, "the start price", symbol.start_price, {1.0, 1e6});
  CheckRange(symbol, "beta", symbol.beta, {-5.0, 5.0});
  CheckRange(symbol, "the yearly drift", symbol.drift, {-2.0, 2.0});
  CheckRange(symbol, "the yearly volatility", symbol.volatility, {0.0, 3.0});
  CheckRange(symbol, "the dividend yield", symbol.dividend_yield, {0.0, 0.5});
  CheckRange(symbol, "the daily volume", static_cast<double>(symbol.volume), {1e3, 1e12});
  if (symbol.split_above != 0.0) {
    CheckRange(symbol, "the price to split above", symbol.split_above, {10.0, 1e6});
  }
  if (symbol.beta == 0.0 && symbol.volatility == 0.0) {
    Reject(symbol.ticker + " never moves: both its beta and its volatility are 0");
  }
  CheckResolutions(symbol.resolutions);
  CheckSymbolDates(symbol, options);
}

}  // namespace

void Validate(const GeneratorOptions& options) {
  if (options.symbols.empty()) Reject("no symbols; name at least one ticker");
  if (options.resolutions.empty()) Reject("no resolution; expected Minute, Hour or Daily");
  CheckResolutions(options.resolutions);
  CheckDates(options);
  for (const TickType type : options.tick_types) {
    if (type != TickType::OpenInterest) continue;
    Reject("tick type OpenInterest does not exist for equities; expected Trade or Quote");
  }
  std::set<std::string> tickers;
  for (const GeneratedSymbol& symbol : options.symbols) {
    CheckSymbol(symbol, options);
    for (const std::string& ticker : {symbol.ticker, symbol.former_ticker}) {
      if (ticker.empty()) continue;
      CheckTicker(ticker);
      if (!tickers.insert(Lower(ticker)).second) Reject("ticker " + ticker + " is given twice");
    }
  }
}

GeneratedSymbol DrawSymbol(std::uint64_t seed, std::string_view ticker) {
  generator::Random random(seed, Lower(ticker) + " parameters");
  GeneratedSymbol symbol;
  symbol.ticker = ticker;
  symbol.start_price = static_cast<double>(random.Between(20, 300));
  symbol.beta = 0.6 + random.Uniform();
  symbol.drift = 0.06 * random.Uniform() - 0.02;
  symbol.volatility = 0.12 + 0.25 * random.Uniform();
  symbol.dividend_yield = std::max(0.0, 0.04 * random.Uniform() - 0.01);
  symbol.split_above = 2.0 * symbol.start_price + 100.0;
  symbol.volume = 100'000 * random.Between(3, 200);
  symbol.exchange = random.Uniform() < 0.5 ? "N" : "Q";
  return symbol;
}

std::vector<std::string> MadeUpTickers(int count) {
  if (count < 1 || count > kMostTickers) {
    Reject(fmt::format("{} symbols; expected 1 to {}", count, kMostTickers));
  }
  const auto letter = [](int number) { return static_cast<char>('A' + number % 26); };
  std::vector<std::string> tickers;
  tickers.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    tickers.push_back({'Z', letter(i / 676), letter(i / 26), letter(i)});
  }
  return tickers;
}

}  // namespace regimen
