// Dates as LEAN's files write them, and as the framework's type.
#pragma once

#include <string>

#include "data/generator/us_equity_calendar.hpp"
#include "framework/core/date_time.hpp"

namespace regimen::generator {

// yyyyMMdd.
std::string CompactDate(Date date);
// yyyy-MM-dd.
std::string DashedDate(Date date);
// M/d/yyyy, without leading zeros.
std::string SlashedDate(Date date);

DateTime ToDateTime(Date date);

}  // namespace regimen::generator
