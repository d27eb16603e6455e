#pragma once

#include <optional>

#include "framework/core/decimal.hpp"
#include "framework/orders/order_properties.hpp"
#include "framework/portfolio/margin_call_model.hpp"

namespace regimen {

class OrderProcessor;
class Security;
class SecurityPortfolioManager;

// LEAN's DefaultMarginCallModel: warns when no more than 5 % of the portfolio is free; calls when
// no margin is left and the margin in use exceeds the portfolio by more than the buffer; sizes the
// orders so that the margin in use equals the portfolio; sells the biggest losers first and stops
// when margin is free again. Source: LEAN Common/Securities/DefaultMarginCallModel.cs.
class DefaultMarginCallModel : public MarginCallModel {
 public:
  DefaultMarginCallModel(SecurityPortfolioManager& portfolio, OrderProcessor& orders,
                         OrderProperties default_order_properties = {},
                         Decimal margin_buffer = Decimal::FromScaled(10, 2));

  MarginCall GetMarginCallOrders() override;
  std::vector<OrderTicket*> ExecuteMarginCall(std::vector<SubmitOrderRequest> orders) override;

 private:
  // Null when the position need not or cannot shrink.
  std::optional<SubmitOrderRequest> ReducingOrder(const Security& security, Decimal excess_margin);

  SecurityPortfolioManager* portfolio_;
  OrderProcessor* orders_;
  OrderProperties default_order_properties_;
  Decimal margin_buffer_;
};

}  // namespace regimen
