#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/resolution.hpp"
#include "framework/core/tick_type.hpp"

namespace regimen {

// How many minutes have a bar: all, one in five, one in fifty (LEAN's names).
enum class DataDensity : std::uint8_t { Dense, Sparse, VerySparse };

// One symbol to generate. Dates are in exchange time; yearly figures are per 252 trading days.
// NOLINTBEGIN(readability-redundant-member-init): lets gcc accept designated initialisers of a few.
struct GeneratedSymbol {
  std::string ticker = {};          // today's
  double start_price = 100.0;       // dollars, before the first day's move
  double beta = 1.0;                // share in the market's return
  double drift = 0.0;               // yearly log return beyond beta times the market's
  double volatility = 0.15;         // yearly, the symbol's own beside the market's
  double dividend_yield = 0.0;      // yearly, paid each quarter
  double split_above = 0.0;         // dollars: split once the price is higher; 0: never
  std::int64_t volume = 2'000'000;  // shares on an ordinary day
  std::string exchange = "Q";       // primary exchange's letter in the map file

  // The map file's first date, which stands in the symbol's identifier. Default: the first bar.
  std::optional<std::chrono::sys_days> listed = std::nullopt;
  // Default: GeneratorOptions::start.
  std::optional<std::chrono::sys_days> first_day = std::nullopt;
  // Another ticker, used up to and including `renamed`.
  std::string former_ticker = {};
  std::optional<std::chrono::sys_days> renamed = std::nullopt;

  // What to write; empty: GeneratorOptions::resolutions.
  std::vector<Resolution> resolutions = {};
  // Minute files are written for these days only. Default: all.
  std::optional<std::chrono::sys_days> first_minute_day = std::nullopt;
  std::optional<std::chrono::sys_days> last_minute_day = std::nullopt;
};

// What `Generate` writes. The same options give the same bytes on every machine.
struct GeneratorOptions {
  std::uint64_t seed = 1;
  std::chrono::sys_days start = std::chrono::year(2015) / 1 / 1;
  std::chrono::sys_days end = std::chrono::year(2024) / 12 / 31;
  std::vector<GeneratedSymbol> symbols = {};
  // Minute, Hour, Daily. What is coarser is always the exact aggregate of what is finer.
  std::vector<Resolution> resolutions = {Resolution::Hour, Resolution::Daily};
  // Of minute files; hour and daily equity files hold trades only.
  std::vector<TickType> tick_types = {TickType::Trade, TickType::Quote};
  DataDensity density = DataDensity::Dense;
  bool dividends = true;
  bool splits = true;
};
// NOLINTEND(readability-redundant-member-init)

// Throws UsageError with what is wrong and what is expected: no symbols, a ticker twice or
// malformed, an end before the start, a date before 1998, a resolution that cannot be generated, a
// price or volatility out of range.
void Validate(const GeneratorOptions& options);

// The options that make data/bundled.
GeneratorOptions BundledOptions();

// Draws the parameters of a symbol from the seed and its ticker: a share of 20 to 300 dollars.
GeneratedSymbol DrawSymbol(std::uint64_t seed, std::string_view ticker);

// `count` tickers ZAAA, ZAAB, ... Requires 1 <= count <= 17576; throws UsageError otherwise.
std::vector<std::string> MadeUpTickers(int count);

}  // namespace regimen
