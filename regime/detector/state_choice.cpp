#include "regime/detector/state_choice.hpp"

#include <algorithm>
#include <string>

#include "regime/observation/regime_error.hpp"

namespace regimen {

namespace {

void RequireProbability(double value, const char* name) {
  if (value >= 0 && value <= 1) return;
  throw RegimeError(std::string(name) + ": 0 to 1 was expected, not " + std::to_string(value));
}

}  // namespace

void SwitchRule::Validate() const {
  RequireProbability(enter, "switching.enter");
  RequireProbability(leave, "switching.leave");
  if (minimum_bars < 0) throw RegimeError("switching.minimum_bars: at least 0 was expected");
}

int ChooseState(std::span<const double> filtered, int state, int bars, const SwitchRule& rule) {
  const int likeliest = static_cast<int>(std::ranges::max_element(filtered) - filtered.begin());
  if (state < 0) return likeliest;
  const auto probability = [&](int of) { return filtered[static_cast<std::size_t>(of)]; };
  const bool switches = probability(state) < rule.leave && probability(likeliest) >= rule.enter &&
                        bars >= rule.minimum_bars;
  return switches ? likeliest : state;
}

}  // namespace regimen
