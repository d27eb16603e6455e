#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "data/generator/us_equity_calendar.hpp"

namespace regimen::generator {

// The state of the whole market on one day: the hidden variable behind all generated returns.
enum class MarketRegime : std::uint8_t { Crisis, Bear, Sideways, Bull };
inline constexpr std::size_t kMarketRegimes = 4;

std::string_view ToText(MarketRegime regime);

inline constexpr double kDaysPerYear = 252.0;
// The part of a day's variance and drift that falls between the close and the next open.
inline constexpr double kOvernightShare = 0.25;

// How the market behaves in one regime. Yearly figures are per 252 trading days.
struct RegimeParameters {
  double yearly_drift;       // mean log return of the market
  double yearly_volatility;  // standard deviation of the market's log return
  double mean_days;          // expected length of a spell
  double own_volatility;     // factor on each symbol's own volatility
  double volume;             // factor on traded volume
  // Where a spell ends, the probabilities of what follows, in the order of MarketRegime.
  std::array<double, kMarketRegimes> next;
};

const RegimeParameters& ParametersOf(MarketRegime regime);

// One day of the market. Its log return is made of the overnight part, before the open, and the
// rest.
struct MarketDay {
  MarketRegime regime;
  double overnight;
  double intraday;
};

// Draws one day of the market for each trading day: a first-order Markov chain over the regimes
// (geometric spells, first day Bull), Gaussian returns with mildly fat tails within each.
// Deterministic in `seed`; a longer run continues a shorter one.
std::vector<MarketDay> SimulateMarket(std::uint64_t seed, std::size_t days);

}  // namespace regimen::generator
