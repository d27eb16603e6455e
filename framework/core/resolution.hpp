// Length of a bar; a finer resolution is the smaller value (LEAN Common/Global.cs).
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class Resolution : std::uint8_t { Tick, Second, Minute, Hour, Daily };

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(Resolution value);

}  // namespace regimen
