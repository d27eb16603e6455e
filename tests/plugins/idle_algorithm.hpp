// The least strategy there is.
#pragma once

#include "framework/algorithm/qc_algorithm.hpp"

namespace regimen::tests {

class IdleAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override {}
};

}  // namespace regimen::tests
