#pragma once

#include <cstdint>

namespace regimen {

// Bits of TickConditions::Flags() of trades that the fill models ask for (LEAN's
// TradeConditionFlags).
struct TradeConditionFlags {
  static constexpr std::uint32_t kRegular = 1U << 0U;
  static constexpr std::uint32_t kOpeningPrints = 1U << 6U;
  static constexpr std::uint32_t kClosingPrints = 1U << 7U;
  static constexpr std::uint32_t kOfficialClose = 1U << 24U;
  static constexpr std::uint32_t kOfficialOpen = 1U << 26U;
};

}  // namespace regimen
