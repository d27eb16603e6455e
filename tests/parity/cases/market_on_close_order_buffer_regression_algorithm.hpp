#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// With ten minutes as the least time before the close, a market-on-close order at 15:49 is accepted
// and one at 15:51 refused; one sent at 17:00 fills at the next close.
class MarketOnCloseOrderBufferRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  // Throws std::runtime_error when an order did not end as it should.
  void OnEndOfAlgorithm() override;

 private:
  OrderTicket* in_time_ = nullptr;
  OrderTicket* too_late_ = nullptr;
  OrderTicket* after_hours_ = nullptr;
};

}  // namespace regimen::parity
