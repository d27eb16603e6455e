#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Ten years of daily bars of 500 equities and nothing done with them.
class EmptyDaily500 : public QCAlgorithm {
 public:
  void Initialize() override;
};

}  // namespace regimen::parity
