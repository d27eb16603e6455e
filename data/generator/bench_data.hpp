#pragma once

#include <filesystem>

#include "data/generator/generator.hpp"

namespace regimen {

struct BenchDataOptions {
  int minute_symbols = 100;
  int minute_days = 20;  // trading days from 2019-06-03
  int daily_symbols = 500;
  int daily_years = 10;  // whole years up to 2018
};

// Writes the data of the speed cases: minute trade and quote bars and daily bars of symbols ZAAA,
// ZAAB, ..., without factor and map files, and the reference files of a LEAN folder.
//
// The rows are those of the exam's `bench/make_data.py`, number for number (each symbol a walk on
// Python's generator, seeded by its index), so that LEAN's printed figures hold for them. This is
// not the model of generator.hpp. Throws UsageError for counts that are out of range, DataError for
// a file that cannot be written.
GeneratorReport GenerateBenchData(const BenchDataOptions& options,
                                  const std::filesystem::path& folder);

}  // namespace regimen
