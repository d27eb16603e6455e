#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Buys SPY from an event one minute after each market open, if nothing is held.
class SecurityToSymbolRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
};

}  // namespace regimen::parity
