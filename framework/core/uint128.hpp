// The compiler's 128-bit unsigned integer under a name that passes -Wpedantic.
#pragma once

#include <cstdint>

namespace regimen::detail {

// NOLINTNEXTLINE(modernize-use-using): __extension__ goes with a typedef only.
__extension__ typedef unsigned __int128 Uint128;

constexpr Uint128 MakeUint128(std::uint64_t high, std::uint64_t low) {
  return (Uint128{high} << 64) | low;
}
constexpr std::uint64_t Low64(Uint128 value) { return static_cast<std::uint64_t>(value); }
constexpr std::uint64_t High64(Uint128 value) { return static_cast<std::uint64_t>(value >> 64); }

}  // namespace regimen::detail
