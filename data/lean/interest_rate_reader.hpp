#pragma once

#include <string>

#include "framework/statistics/interest_rate_provider.hpp"

namespace regimen::lean {

// Where the file stands in a data folder.
inline constexpr char kInterestRateFile[] = "alternative/interest-rate/usa/interest-rate.csv";

// Reads LEAN's interest rates: a header line, then `yyyy-MM-dd,percent`. A missing or empty file
// gives a provider with 1% for ever, as in LEAN. Throws DataError naming the line of a malformed
// row.
InterestRateProvider ReadInterestRates(const std::string& path);

}  // namespace regimen::lean
