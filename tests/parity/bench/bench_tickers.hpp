#pragma once

#include <string>
#include <vector>

namespace regimen::parity {

// The tickers that bench/make_data.py makes: ZAAA, ZAAB, ...
std::vector<std::string> BenchTickers(int count);

}  // namespace regimen::parity
