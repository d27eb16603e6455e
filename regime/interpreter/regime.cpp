#include "regime/interpreter/regime.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "regime/observation/regime_error.hpp"

namespace regimen {

namespace {

constexpr auto kKnown = std::to_array<Regime>(
    {Regime::Crisis, Regime::Bear, Regime::Sideways, Regime::Bull, Regime::Euphoric});

constexpr auto kNames =
    std::to_array<std::string_view>({"Crisis", "Bear", "Sideways", "Bull", "Euphoric", "Unknown"});

bool SameName(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, [](unsigned char a, unsigned char b) {
    return std::tolower(a) == std::tolower(b);
  });
}

}  // namespace

std::span<const Regime> KnownRegimes() { return kKnown; }

std::string_view ToText(Regime regime) { return kNames[static_cast<std::size_t>(regime)]; }

Regime RegimeFromText(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (SameName(name, kNames[i])) return static_cast<Regime>(i);
  }
  throw RegimeError("unknown regime '" + std::string(name) +
                    "'; expected Crisis, Bear, Sideways, Bull, Euphoric or Unknown");
}

}  // namespace regimen
