#pragma once

#include <vector>

#include "framework/orders/submit_order_request.hpp"

namespace regimen {

class OrderTicket;

// What a margin call would do, if there is one.
struct MarginCall {
  // Little margin is left.
  bool issue_warning = false;
  // The orders that bring the margin in use back to what the portfolio is worth.
  std::vector<SubmitOrderRequest> orders;
};

// When positions have to shrink for lack of margin, and by how much (LEAN's IMarginCallModel).
class MarginCallModel {
 public:
  MarginCallModel() = default;
  virtual ~MarginCallModel() = default;
  MarginCallModel(const MarginCallModel&) = delete;
  MarginCallModel& operator=(const MarginCallModel&) = delete;

  virtual MarginCall GetMarginCallOrders() = 0;
  // Sends the orders, which the strategy may have edited, until enough margin is free. Returns the
  // tickets of those sent.
  virtual std::vector<OrderTicket*> ExecuteMarginCall(std::vector<SubmitOrderRequest> orders) = 0;
};

}  // namespace regimen
