// The data of the speed cases.
#pragma once

#include <filesystem>

#include "tests/parity/runner/surroundings.hpp"

namespace regimen::bench {

// 100 equities in minute bars and 500 in daily bars, as the exam's bench/make_data.py makes them
// (Python 3, 57 MB). Made on the first call and kept in work/bench-data. Returns: the data folder.
std::filesystem::path MakeBenchData(const parity::Surroundings& surroundings);

}  // namespace regimen::bench
