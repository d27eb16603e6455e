#pragma once

#include "framework/portfolio/margin_call_model.hpp"

namespace regimen {

// Never calls for margin (LEAN's MarginCallModel.Null).
class NullMarginCallModel final : public MarginCallModel {
 public:
  MarginCall GetMarginCallOrders() override { return {}; }
  std::vector<OrderTicket*> ExecuteMarginCall(std::vector<SubmitOrderRequest> /*orders*/) override {
    return {};
  }
};

}  // namespace regimen
