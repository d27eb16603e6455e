#pragma once

#include "framework/securities/settlement_model.hpp"

namespace regimen {

// The proceeds of a sale can be spent at once (LEAN's ImmediateSettlementModel).
class ImmediateSettlementModel : public SettlementModel {
 public:
  void ApplyFunds(const ApplyFundsSettlementModelParameters& parameters) override;
};

}  // namespace regimen
