#pragma once

#include <functional>
#include <variant>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

// What the run is compared with: nothing said (the brokerage model's benchmark), a security, or a
// function of the UTC time.
using BenchmarkChoice = std::variant<std::monostate, Symbol, std::function<Decimal(DateTime)>>;

}  // namespace regimen
