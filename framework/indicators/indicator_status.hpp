#pragma once

#include <cstdint>

namespace regimen {

// Why an indicator has a new value, or has none. Anything but Success leaves the current value as
// it is and tells no one.
enum class IndicatorStatus : std::uint8_t { Success, InvalidInput, MathError, ValueNotReady };

}  // namespace regimen
