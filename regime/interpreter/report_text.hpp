// A report for people.
#pragma once

#include <string>
#include <vector>

#include "regime/interpreter/regime_report.hpp"

namespace regimen {

// Tables in lines of at most 100 characters: the regimes, their transitions, switches per year,
// stability. `bar_name`: what a bar is called, "day".
std::vector<std::string> ToLines(const RegimeReport& report, const std::string& bar_name);

}  // namespace regimen
