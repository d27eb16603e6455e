#include "tests/parity/cases/fill_forward_enumerator_out_of_order_bar_regression_algorithm.hpp"

#include <stdexcept>

namespace regimen::parity {

namespace {

constexpr DateTime kFirstBarOfMonday(2008, 3, 10, 9, 30, 0);
constexpr Decimal kCloseInFile = 84.09_m;

}  // namespace

void FillForwardEnumeratorOutOfOrderBarRegressionAlgorithm::Initialize() {
  SetStartDate(2008, 3, 7);
  SetEndDate(2008, 3, 10);
  shy_ = AddEquity("SHY", Resolution::Minute).GetSymbol();
  SetBenchmark([](DateTime) { return 1; });
}

void FillForwardEnumeratorOutOfOrderBarRegressionAlgorithm::OnData(const Slice& slice) {
  for (const TradeBar& bar : slice.Bars().Values()) {
    if (bar.Time() != kFirstBarOfMonday) continue;
    if (!Portfolio.Invested()) SetHoldings(shy_, 1);
    if (bar.Close() != kCloseInFile) {
      throw std::runtime_error("the bar of " + kFirstBarOfMonday.ToString() + " closed at " +
                               bar.Close().ToString() + ", expected " + kCloseInFile.ToString());
    }
    return;
  }
}

}  // namespace regimen::parity
