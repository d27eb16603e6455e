#include "regime/observation/feature.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "regime/observation/regime_error.hpp"

namespace regimen {

namespace {

constexpr auto kFeatures = std::to_array<Feature>({
    Feature::LogReturn,
    Feature::AverageLogReturn,
    Feature::ReturnRatio,
    Feature::AveragePrice,
    Feature::PriceChange,
    Feature::Range,
    Feature::Volatility,
    Feature::Rsi,
    Feature::MomentumStrength,
    Feature::TrendPersistence,
    Feature::VolatilityContext,
    Feature::DirectionalConsistency,
    Feature::Macd,
    Feature::MacdHistogram,
    Feature::BollingerPosition,
    Feature::Sma,
    Feature::VolumeSma,
    Feature::VolumeRatio,
    Feature::PriceVolumeTrend,
});

constexpr auto kNames = std::to_array<std::string_view>({
    "log_return",
    "average_log_return",
    "return_ratio",
    "average_price",
    "price_change",
    "range",
    "volatility",
    "rsi",
    "momentum_strength",
    "trend_persistence",
    "volatility_context",
    "directional_consistency",
    "macd",
    "macd_histogram",
    "bollinger_position",
    "sma",
    "volume_sma",
    "volume_ratio",
    "price_volume_trend",
});

static_assert(kFeatures.size() == kNames.size());

}  // namespace

std::span<const Feature> AllFeatures() { return kFeatures; }

std::string_view ToText(Feature feature) { return kNames[static_cast<std::size_t>(feature)]; }

Feature FeatureFromText(std::string_view name) {
  const auto* found = std::ranges::find(kNames, name);
  if (found != kNames.end()) return kFeatures[static_cast<std::size_t>(found - kNames.begin())];
  std::string known;
  for (const std::string_view each : kNames) known.append(known.empty() ? "" : ", ").append(each);
  throw RegimeError("unknown feature '" + std::string(name) + "'; known are " + known);
}

}  // namespace regimen
