#pragma once

#include <memory>
#include <string>

#include "framework/core/decimal.hpp"
#include "framework/core/security_type.hpp"
#include "framework/core/symbol.hpp"
#include "framework/orders/group_order_manager.hpp"
#include "framework/orders/order_properties.hpp"
#include "framework/orders/order_request.hpp"
#include "framework/orders/order_type.hpp"

namespace regimen {

// The request for a new order (LEAN's SubmitOrderRequest). Prices that the order's type does not
// have are 0.
class SubmitOrderRequest : public OrderRequest {
 public:
  // The parts of a request by name; `tag` empty means none.
  // NOLINTBEGIN(readability-redundant-member-init): gcc warns of a member that is left out of
  // {.a = b} unless it has an initialiser.
  struct Fields {
    regimen::OrderType order_type = regimen::OrderType::Market;
    regimen::Symbol symbol = {};
    Decimal quantity = {};
    // UTC. LEAN writes a request's time of no known zone (a strategy's Time()) without the Z of its
    // JSON: then time_is_utc is false. It is taken for UTC all the same.
    DateTime time = {};
    bool time_is_utc = true;
    std::string tag = {};
    regimen::OrderProperties properties = {};
    Decimal stop_price = {};
    Decimal limit_price = {};
    Decimal trigger_price = {};
    Decimal trailing_amount = {};
    bool trailing_as_percentage = false;
    bool asynchronous = false;
    std::shared_ptr<regimen::GroupOrderManager> group_order_manager = {};
  };
  // NOLINTEND(readability-redundant-member-init)

  explicit SubmitOrderRequest(Fields fields)
      : OrderRequest(regimen::OrderRequestType::Submit, fields.time, kNoOrder, fields.tag),
        fields_(std::move(fields)) {}

  regimen::OrderType OrderType() const { return fields_.order_type; }
  const regimen::Symbol& GetSymbol() const { return fields_.symbol; }
  regimen::SecurityType SecurityType() const { return fields_.symbol.SecurityType(); }
  Decimal Quantity() const { return fields_.quantity; }
  Decimal StopPrice() const { return fields_.stop_price; }
  Decimal LimitPrice() const { return fields_.limit_price; }
  Decimal TriggerPrice() const { return fields_.trigger_price; }
  Decimal TrailingAmount() const { return fields_.trailing_amount; }
  bool TrailingAsPercentage() const { return fields_.trailing_as_percentage; }
  bool TimeIsUtc() const { return fields_.time_is_utc; }
  // Changes nothing in a backtest.
  bool Asynchronous() const { return fields_.asynchronous; }
  const regimen::OrderProperties& OrderProperties() const { return fields_.properties; }
  // Null unless the order is a leg of a combo; shared with the other legs.
  const std::shared_ptr<regimen::GroupOrderManager>& GroupOrderManager() const {
    return fields_.group_order_manager;
  }

  // Given once, when the request enters the transaction manager.
  void SetOrderId(int order_id) { SetOrderNumber(order_id); }

 private:
  Fields fields_;
};

}  // namespace regimen
