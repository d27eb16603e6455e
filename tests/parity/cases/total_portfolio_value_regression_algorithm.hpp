#pragma once

#include <vector>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Sixteen daily equities at a leverage of 100: goes ten times long the basket on one slice and
// closes everything on the next, for a year. In between it edits the cash book and checks that the
// portfolio's value follows at once.
class TotalPortfolioValueRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when the portfolio's value is not the edited one.
  void OnData(const Slice& slice) override;

 private:
  void BuyBasket();
  void EditCashBook();
  void ExpectTotalPortfolioValue(Decimal expected) const;

  std::vector<Symbol> symbols_;
};

}  // namespace regimen::parity
