#include "tests/parity/bench/touch_minute100.hpp"

#include <string>

namespace regimen::parity {

void TouchMinute100::OnData(const Slice& slice) {
  for (const TradeBar& bar : slice.Bars().Values()) {
    close_ += bar.Close();
    ++bars_;
  }
  for (const QuoteBar& bar : slice.QuoteBars().Values()) {
    bid_ += bar.Bid()->Close();
    ask_ += bar.Ask()->Close();
    ++quotes_;
  }
}

void TouchMinute100::OnEndOfAlgorithm() {
  Log("TOUCH bars " + std::to_string(bars_) + " quotes " + std::to_string(quotes_) + " close " +
      close_.ToString() + " bid " + bid_.ToString() + " ask " + ask_.ToString());
}

}  // namespace regimen::parity
