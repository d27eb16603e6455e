#include "regime/interpreter/regime_label.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace regimen {

namespace {

struct Name {
  std::string_view text;
  Regime regime;
};

constexpr auto kNames = std::to_array<Name>({
    {"Crisis Bear", Regime::Crisis},
    {"Crisis", Regime::Crisis},
    {"Euphoric Bull", Regime::Euphoric},
    {"Bull", Regime::Bull},
    {"Crash Bear", Regime::Bear},
    {"Bear", Regime::Bear},
    {"Uptrend", Regime::Bull},
    {"Downtrend", Regime::Bear},
    {"Flat", Regime::Sideways},
    {"Sideways", Regime::Sideways},
    {"Unknown", Regime::Unknown},
});

const Name& NameOf(RegimeLabel label) { return kNames[static_cast<std::size_t>(label)]; }

}  // namespace

RegimeLabel LabelOf(double annual_mean, double annual_volatility) {
  const double m = annual_mean;
  const double v = annual_volatility;
  if (std::isnan(m) || std::isnan(v)) return RegimeLabel::Unknown;
  if (v > 0.40) return m < -0.10 ? RegimeLabel::CrisisBear : RegimeLabel::Crisis;
  if (m > 0.20) return v > 0.20 ? RegimeLabel::EuphoricBull : RegimeLabel::Bull;
  if (m < -0.10) return v > 0.20 ? RegimeLabel::CrashBear : RegimeLabel::Bear;
  if (m > 0.05) return RegimeLabel::Uptrend;
  if (m < -0.05) return RegimeLabel::Downtrend;
  return v < 0.10 ? RegimeLabel::Flat : RegimeLabel::Sideways;
}

Regime RegimeOf(RegimeLabel label) { return NameOf(label).regime; }

std::string_view ToText(RegimeLabel label) { return NameOf(label).text; }

}  // namespace regimen
