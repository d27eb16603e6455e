#include "data/generator/market_model.hpp"

#include <cmath>

#include "data/generator/random.hpp"

namespace regimen::generator {
namespace {

// Orders of magnitude of US equity indices: calm rising years, sideways stretches, falling markets
// with twice the volatility, and short crises at four times it.
constexpr std::array<RegimeParameters, kMarketRegimes> kParameters = {{
    {-0.55, 0.42, 35.0, 1.7, 2.2, {0.00, 0.45, 0.15, 0.40}},   // Crisis
    {-0.16, 0.22, 70.0, 1.2, 1.4, {0.25, 0.00, 0.40, 0.35}},   // Bear
    {0.03, 0.13, 90.0, 1.0, 1.0, {0.08, 0.32, 0.00, 0.60}},    // Sideways
    {0.21, 0.105, 220.0, 0.9, 0.9, {0.10, 0.30, 0.60, 0.00}},  // Bull
}};

MarketRegime NextRegime(MarketRegime now, Random& random) {
  const RegimeParameters& parameters = ParametersOf(now);
  if (random.Uniform() >= 1.0 / parameters.mean_days) return now;
  double left = random.Uniform();
  for (std::size_t i = 0; i < kMarketRegimes; ++i) {
    left -= parameters.next[i];
    if (left < 0.0) return static_cast<MarketRegime>(i);
  }
  return now;  // only reached through rounding of the sum of probabilities
}

}  // namespace

std::string_view ToText(MarketRegime regime) {
  constexpr std::array<std::string_view, kMarketRegimes> kNames = {"Crisis", "Bear", "Sideways",
                                                                   "Bull"};
  return kNames.at(static_cast<std::size_t>(regime));
}

const RegimeParameters& ParametersOf(MarketRegime regime) {
  return kParameters.at(static_cast<std::size_t>(regime));
}

std::vector<MarketDay> SimulateMarket(std::uint64_t seed, std::size_t days) {
  Random spells(seed, "market regimes");
  Random returns(seed, "market returns");
  std::vector<MarketDay> result;
  result.reserve(days);
  MarketRegime regime = MarketRegime::Bull;
  for (std::size_t day = 0; day < days; ++day) {
    const RegimeParameters& parameters = ParametersOf(regime);
    const double drift = parameters.yearly_drift / kDaysPerYear;
    const double volatility = parameters.yearly_volatility / std::sqrt(kDaysPerYear);
    const double overnight = std::sqrt(kOvernightShare) * returns.FatTailed();
    const double intraday = std::sqrt(1.0 - kOvernightShare) * returns.FatTailed();
    result.push_back({regime, kOvernightShare * drift + volatility * overnight,
                      (1.0 - kOvernightShare) * drift + volatility * intraday});
    regime = NextRegime(regime, spells);
  }
  return result;
}

}  // namespace regimen::generator
