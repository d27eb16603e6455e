#pragma once

#include <cstdint>

namespace regimen {

// A split is announced at midnight of the last day at the old price and occurs the next trading
// day.
enum class SplitType : std::uint8_t { Warning, SplitOccurred };

}  // namespace regimen
