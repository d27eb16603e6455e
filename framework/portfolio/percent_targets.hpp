#pragma once

#include <functional>
#include <optional>
#include <string>

#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

class AlgorithmSettings;
class SecurityPortfolioManager;

// How many shares make a position a given fraction of the portfolio (LEAN's
// PortfolioTarget.Percent). The settings' free part of the portfolio is left unused; leverage may
// be used, so 2 is 200 %.
class PercentTargets {
 public:
  // Where messages go: what could not be sized, and one warning when a change was too small.
  struct Report {
    std::function<void(const std::string&)> error;
    std::function<void(const std::string&)> debug;
  };

  PercentTargets(SecurityPortfolioManager& portfolio, const AlgorithmSettings& settings,
                 Report report);

  // The order that brings the position to `percent` of the portfolio. Null, with a message, for a
  // percentage out of bounds, an unknown security or one without a price.
  std::optional<Decimal> OrderQuantity(const Symbol& symbol, Decimal percent);
  // The position itself.
  std::optional<Decimal> PositionQuantity(const Symbol& symbol, Decimal percent);

 private:
  SecurityPortfolioManager* portfolio_;
  const AlgorithmSettings* settings_;
  Report report_;
  bool minimum_warning_sent_ = false;
};

}  // namespace regimen
