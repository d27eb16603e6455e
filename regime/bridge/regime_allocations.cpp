#include "regime/bridge/regime_allocations.hpp"

#include <string>

#include "framework/core/error.hpp"

namespace regimen {

RegimeAllocations::RegimeAllocations()
    : RegimeAllocations({{Regime::Bull, 1}, {Regime::Sideways, Decimal(0.5)}, {Regime::Bear, 0}}) {}

RegimeAllocations::RegimeAllocations(std::initializer_list<std::pair<Regime, Decimal>> weights) {
  for (const auto& [regime, weight] : weights) {
    if (weights_.emplace(regime, weight).second) continue;
    throw ArgumentError("regime_allocations: " + std::string(ToText(regime)) + " is there twice");
  }
  for (const Regime needed : {Regime::Bull, Regime::Bear, Regime::Sideways}) {
    if (weights_.contains(needed)) continue;
    throw ArgumentError("regime_allocations: a weight for " + std::string(ToText(needed)) +
                        " is missing; Bull, Bear and Sideways are needed, Euphoric and Crisis are "
                        "taken from Bull and Bear if they are left out");
  }
  weights_.emplace(Regime::Euphoric, weights_.at(Regime::Bull));
  weights_.emplace(Regime::Crisis, weights_.at(Regime::Bear));
}

std::optional<Decimal> RegimeAllocations::For(Regime regime) const {
  const auto found = weights_.find(regime);
  return found == weights_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace regimen
