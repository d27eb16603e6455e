// The side of a closed trade (LEAN Common/Global.cs); the numbers stand in result files.
#pragma once

#include <cstdint>

namespace regimen {

enum class TradeDirection : std::uint8_t { Long, Short };

}  // namespace regimen
