#include "regime/interpreter/named_state.hpp"

#include <cmath>
#include <cstddef>
#include <tuple>

namespace regimen {

std::string NamedState::Name() const {
  std::string name(ToText(regime));
  if (rank > 0) name += " " + std::to_string(rank);
  return name;
}

std::vector<NamedState> NameStates(std::span<const StateMoments> states, double bars_per_year) {
  std::vector<NamedState> named;
  for (const StateMoments& state : states) {
    const RegimeLabel label =
        LabelOf(state.mean * bars_per_year, state.volatility * std::sqrt(bars_per_year));
    named.push_back({.moments = state, .label = label, .regime = RegimeOf(label)});
  }
  for (std::size_t i = 0; i < named.size(); ++i) {
    int calmer = 0;
    int others = 0;
    for (std::size_t j = 0; j < named.size(); ++j) {
      if (j == i || named[j].regime != named[i].regime) continue;
      ++others;
      calmer += static_cast<int>(std::tuple(states[j].volatility, j) <
                                 std::tuple(states[i].volatility, i));
    }
    named[i].rank = others == 0 ? 0 : calmer + 1;
  }
  return named;
}

}  // namespace regimen
