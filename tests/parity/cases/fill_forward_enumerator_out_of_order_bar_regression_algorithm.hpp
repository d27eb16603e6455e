#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Runs SHY minutes over the weekend on which New York's clocks go forward: buys on the first bar of
// Monday and checks that it is that day's bar.
class FillForwardEnumeratorOutOfOrderBarRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when the bar closed at another price than the file's row.
  void OnData(const Slice& slice) override;

 private:
  Symbol shy_;
};

}  // namespace regimen::parity
