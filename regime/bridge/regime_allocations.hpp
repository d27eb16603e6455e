// How much of the portfolio each regime gets.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <utility>

#include "framework/core/decimal.hpp"
#include "regime/interpreter/regime.hpp"

namespace regimen {

// A total map from regimes to weights: 1 is the whole portfolio, below 0 is short. Without an entry
// of its own Euphoric gets what Bull gets, Crisis what Bear gets, and Unknown holds what there is.
class RegimeAllocations {
 public:
  // Bull 1, Sideways 0.5, Bear 0.
  RegimeAllocations();

  // {{Regime::Bull, 1}, {Regime::Bear, 0}, {Regime::Sideways, 0.5}}. Throws ArgumentError when
  // Bull, Bear or Sideways is missing, or a regime is there twice.
  RegimeAllocations(std::initializer_list<std::pair<Regime, Decimal>> weights);

  // nullopt: hold.
  std::optional<Decimal> For(Regime regime) const;

 private:
  std::map<Regime, Decimal> weights_;
};

}  // namespace regimen
