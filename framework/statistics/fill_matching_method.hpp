// Which opening fill a closing fill is matched with first (LEAN Common/Global.cs).
#pragma once

#include <cstdint>

namespace regimen {

// LEAN's names, short for first (last) in, first out.
enum class FillMatchingMethod : std::uint8_t { FIFO, LIFO };

}  // namespace regimen
