#pragma once

#include <optional>
#include <string_view>

#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

// The trailing arguments of AddEquity and AddSecurity by name; every one has LEAN's default.
struct SecurityOptions {
  // A market of Market::...; empty means the USA. Refers to the text it was given.
  std::string_view market = {};
  bool fill_forward = true;
  // 0: the leverage of the brokerage model.
  Decimal leverage = 0;
  bool extended_market_hours = false;
  std::optional<DataNormalizationMode> data_normalization_mode = {};
};

}  // namespace regimen
