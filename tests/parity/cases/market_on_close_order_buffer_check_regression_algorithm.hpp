#pragma once

#include "framework/algorithm.hpp"

namespace regimen::parity {

// The algorithm lives in London and trades in New York: the last market-on-close order before the
// cutoff of ten minutes is accepted, the next one refused.
class MarketOnCloseOrderBufferCheckRegressionAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  // Throws std::runtime_error when an order is not accepted or refused as it should be.
  void OnData(const Slice& slice) override;
  void OnEndOfAlgorithm() override;

 private:
  DateTime LatestSubmissionUtc() const;

  Symbol spy_;
  OrderTicket* in_time_ = nullptr;
  OrderTicket* too_late_ = nullptr;
};

}  // namespace regimen::parity
