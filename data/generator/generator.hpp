#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "data/generator/generator_options.hpp"

namespace regimen {

// What `Generate` wrote.
struct GeneratorReport {
  std::size_t symbols = 0;
  std::size_t trading_days = 0;
  std::size_t files = 0;
  std::size_t rows = 0;      // of price files
  std::uintmax_t bytes = 0;  // on disk
  // Trading days spent in Crisis, Bear, Sideways and Bull.
  std::array<std::size_t, 4> regime_days{};
};

// Writes a complete data folder in LEAN's layout of simulated US equities: price files, factor and
// map files, market hours, symbol properties, interest rates, the market's true regimes
// (`simulated-regimes.csv`) and a note that all of it is simulated (`SIMULATED.md`).
//
// One market-wide Markov chain over four regimes drives all symbols (market_model.hpp), so returns
// are correlated and turn together. The same options give the same bytes on every machine: random
// numbers, exp and log are our own, and prices are rounded to cents. Throws UsageError for options
// that make no sense (see Validate) and DataError for a file that cannot be written. Calls for
// different folders may run at once.
GeneratorReport Generate(const GeneratorOptions& options, const std::filesystem::path& folder);

}  // namespace regimen
