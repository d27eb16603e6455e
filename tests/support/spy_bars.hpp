// The longest real series at hand.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "data/lean/zip_reader.hpp"
#include "regime/observation/price_bar.hpp"
#include "tests/support/exam.hpp"

namespace regimen::tests {

// SPY's daily bars from LEAN's data, unadjusted; empty where they are not there.
inline std::vector<PriceBar> SpyBars() {
  std::vector<PriceBar> bars;
  const auto folder = LeanDataDir();
  if (!folder) return bars;
  const auto text =
      lean::ZipReader::ForThisThread().ReadFirstEntry(*folder / "equity/usa/daily/spy.zip");
  std::string_view rest = text.value_or("");
  while (!rest.empty()) {
    const std::string line(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    PriceBar bar;
    if (std::sscanf(line.c_str(), "%4d%2u%2u %*d:%*d,%lf,%lf,%lf,%lf,%lf", &year, &month, &day,
                    &bar.open, &bar.high, &bar.low, &bar.close, &bar.volume) != 8) {
      continue;
    }
    for (double* price : {&bar.open, &bar.high, &bar.low, &bar.close}) *price /= 10000;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    bar.time = BarTime(std::chrono::local_days(date)) + std::chrono::hours(16);
    bars.push_back(bar);
  }
  return bars;
}

}  // namespace regimen::tests
