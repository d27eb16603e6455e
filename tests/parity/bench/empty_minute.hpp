#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Twenty days of minute trade and quote bars and nothing done with them: the price of the loop.
template <int kEquities>
class EmptyMinute : public QCAlgorithm {
 public:
  void Initialize() override;
};

using EmptyMinute1 = EmptyMinute<1>;
using EmptyMinute100 = EmptyMinute<100>;

}  // namespace regimen::parity
