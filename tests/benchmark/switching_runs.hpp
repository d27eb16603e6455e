// The default strategy on real data, beside what it is to be measured by.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "regime/interpreter/regime_report.hpp"

namespace regimen::bench {

// What an account came to, after fees.
struct AccountFigures {
  std::string annual_return;
  std::string drawdown;
  std::string sharpe;
  std::string orders;
  double end_equity = 0;
};

struct SwitchingFigures {
  AccountFigures switching;
  AccountFigures holding;

  // The same allocations with their spells in random order: what luck would have done.
  std::vector<AccountFigures> shuffled;

  RegimeReport report;
  int refused_orders = 0;
  bool same_twice = false;  // both runs wrote the same order events

  // Share of days in Crisis or Bear.
  double autumn_2008 = 0;  // 2008-09-15 to 2009-03-09
  double year_2013 = 0;
  double year_2017 = 0;
};

// Runs BasicRegimeSwitching and BuyAndHold on LEAN's SPY, 2005 to 2020, and `shuffles` placebos.
SwitchingFigures MeasureSwitching(const std::filesystem::path& lean_data, int shuffles);

}  // namespace regimen::bench
