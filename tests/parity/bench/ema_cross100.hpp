#pragma once

#include <vector>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Two averages of each of 100 equities; holdings follow their cross, at most once an hour.
class EmaCross100 : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;

 private:
  struct Pair {
    regimen::Symbol symbol;
    ExponentialMovingAverage* fast;
    ExponentialMovingAverage* slow;
  };

  std::vector<Pair> pairs_;
};

}  // namespace regimen::parity
