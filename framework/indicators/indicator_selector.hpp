#pragma once

#include <functional>

#include "framework/core/decimal.hpp"
#include "framework/market/base_data.hpp"

namespace regimen {

// What an indicator takes of a bar. Empty: the bar itself, of which point indicators take the
// value.
using IndicatorSelector = std::function<Decimal(const BaseData&)>;

}  // namespace regimen
