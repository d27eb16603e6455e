// What a state means to somebody who trades.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace regimen {

// The closed set of regimes, from worst to best. Unknown: no statement, for a named reason (see
// DetectorStatus); never a reason to hold a position.
enum class Regime : std::uint8_t { Crisis, Bear, Sideways, Bull, Euphoric, Unknown };

// All but Unknown.
std::span<const Regime> KnownRegimes();

std::string_view ToText(Regime regime);

// Throws RegimeError that lists the known names; capital letters do not matter.
Regime RegimeFromText(std::string_view name);

}  // namespace regimen
