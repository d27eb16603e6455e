#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/security_type.hpp"
#include "framework/core/symbol.hpp"
#include "framework/orders/group_order_manager.hpp"
#include "framework/orders/order_direction.hpp"
#include "framework/orders/order_properties.hpp"
#include "framework/orders/order_status.hpp"
#include "framework/orders/order_submission_data.hpp"
#include "framework/orders/order_type.hpp"
#include "framework/orders/submit_order_request.hpp"
#include "framework/orders/update_order_request.hpp"

namespace regimen {

// An order of any type (LEAN's Order and its subclasses; order_types.hpp has their names).
//
// The types are a closed set that differ in four prices and two flags, so an order is one value
// with a type: copy it freely, a copy is LEAN's Clone(). Prices that a type does not have are 0.
// Times are UTC, prices in PriceCurrency, quantities in shares, negative for a sale. The legs of a
// combo share their GroupOrderManager, copies of orders included. Not thread-safe.
class Order {
 public:
  // An order that is not in any book: for sizing and for fee and margin models.
  Order(OrderType type, const Symbol& symbol, Decimal quantity, DateTime time);
  // LEAN's CreateOrder: the order that `request` asks for, with status New.
  explicit Order(const SubmitOrderRequest& request);

  static Order Market(const Symbol& symbol, Decimal quantity, DateTime time) {
    return {OrderType::Market, symbol, quantity, time};
  }

  int Id() const { return id_; }
  OrderType Type() const { return type_; }
  // LEAN's property Order.Symbol.
  const Symbol& GetSymbol() const { return symbol_; }
  regimen::SecurityType SecurityType() const { return symbol_.SecurityType(); }
  OrderStatus Status() const { return status_; }
  // A leg of a combo: its ratio times the group's quantity.
  Decimal Quantity() const;
  Decimal AbsoluteQuantity() const;
  OrderDirection Direction() const { return DirectionOf(Quantity()); }
  // The average price of its fills; 0 before the first.
  Decimal Price() const { return price_; }
  const std::string& PriceCurrency() const { return price_currency_; }
  Decimal LimitPrice() const { return limit_price_; }
  Decimal StopPrice() const { return stop_price_; }
  Decimal TriggerPrice() const { return trigger_price_; }
  Decimal TrailingAmount() const { return trailing_amount_; }
  // Whether TrailingAmount is a fraction of the price (0.01 is 1 %) or an amount.
  bool TrailingAsPercentage() const { return trailing_as_percentage_; }
  // A stop-limit order whose stop was reached; a limit-if-touched order whose trigger was.
  bool StopTriggered() const { return stop_triggered_; }
  bool TriggerTouched() const { return trigger_touched_; }

  DateTime Time() const { return time_; }
  DateTime CreatedTime() const { return time_; }
  // False when the request named a time of no known zone (SubmitOrderRequest::Fields).
  bool TimeIsUtc() const { return time_is_utc_; }
  std::optional<DateTime> LastFillTime() const { return last_fill_time_; }
  std::optional<DateTime> LastUpdateTime() const { return last_update_time_; }
  std::optional<DateTime> CanceledTime() const { return canceled_time_; }

  const std::string& Tag() const { return tag_; }
  // False for LEAN's null tag, which is left out of its JSON.
  bool HasTag() const { return has_tag_; }
  const OrderProperties& Properties() const { return properties_; }
  regimen::TimeInForce TimeInForce() const { return properties_.TimeInForce(); }
  // One id, the order's own, once it was placed.
  const std::vector<std::string>& BrokerId() const { return broker_id_; }
  const std::optional<regimen::OrderSubmissionData>& OrderSubmissionData() const {
    return submission_data_;
  }
  // Null unless the order is a leg of a combo.
  const std::shared_ptr<regimen::GroupOrderManager>& GroupOrderManager() const { return group_; }
  DataNormalizationMode PriceAdjustmentMode() const { return price_adjustment_mode_; }

  // Quantity x Price: what LEAN writes as "value".
  Decimal Value() const { return Quantity() * price_; }
  // Whether it can fill at the prices it was submitted at.
  bool IsMarketable() const;
  // Value of the order for a security of price `price`, in quote currency: limit and stop orders
  // count at the worse of their own price and the market's.
  Decimal ValueAt(Decimal price) const;
  // The same in account currency. A template because the Security's room lies above this one.
  template <class SecurityLike>
  Decimal GetValue(const SecurityLike& security) const {
    return ValueAt(security.Price()) * security.QuoteCurrency().ConversionRate() *
           security.SymbolProperties().ContractMultiplier();
  }
  // The tag of an order that was given none.
  std::string GetDefaultTag() const;
  std::string ToString() const;

  // Stop of a trailing order that trails `market_price`.
  static Decimal TrailingStopPrice(Decimal market_price, Decimal trailing_amount,
                                   bool trailing_as_percentage, OrderDirection direction);
  // Moves a trailing stop towards the market; returns whether it moved.
  bool TrailStop(Decimal market_price);

  // The engine's side.
  void SetId(int id);
  void SetStatus(OrderStatus status) { status_ = status; }
  void SetQuantity(Decimal quantity);
  void SetPrice(Decimal price) { price_ = price.Normalize(); }
  void SetPriceCurrency(std::string currency) { price_currency_ = std::move(currency); }
  void SetLimitPrice(Decimal price) { limit_price_ = price; }
  void SetStopPrice(Decimal price) { stop_price_ = price; }
  void SetTriggerPrice(Decimal price) { trigger_price_ = price; }
  void SetTrailingAmount(Decimal amount) { trailing_amount_ = amount; }
  void SetTrailingAsPercentage(bool percentage) { trailing_as_percentage_ = percentage; }
  void SetStopTriggered(bool triggered) { stop_triggered_ = triggered; }
  void SetTriggerTouched(bool touched) { trigger_touched_ = touched; }
  void SetLastFillTime(DateTime time) { last_fill_time_ = time; }
  void SetLastUpdateTime(DateTime time) { last_update_time_ = time; }
  void SetCanceledTime(DateTime time) { canceled_time_ = time; }
  void SetTimeIsUtc(bool utc) { time_is_utc_ = utc; }
  void SetTag(std::string tag);
  void ClearTag();
  void SetProperties(const OrderProperties& properties) { properties_ = properties; }
  void SetGroupOrderManager(std::shared_ptr<regimen::GroupOrderManager> group);
  void SetOrderSubmissionData(const regimen::OrderSubmissionData& data) { submission_data_ = data; }
  void SetPriceAdjustmentMode(DataNormalizationMode mode) { price_adjustment_mode_ = mode; }
  // Adds the order's id to its broker ids, once.
  void MarkPlaced();
  // The number of the order's next event: 1, 2, 3, ...
  int TakeEventId() { return ++last_event_id_; }
  // Requires: the request is for this order. For a leg of a combo, quantity and limit of a
  // ComboLimit are those of the group.
  void ApplyUpdateOrderRequest(const UpdateOrderRequest& request);

 private:
  // Which of two prices an order counts at: the higher for a sale, the lower for a purchase.
  Decimal WorseOf(Decimal own_price, Decimal market_price) const;

  OrderType type_;
  OrderStatus status_ = OrderStatus::None;
  DataNormalizationMode price_adjustment_mode_ = DataNormalizationMode::Raw;
  bool trailing_as_percentage_ = false;
  bool stop_triggered_ = false;
  bool trigger_touched_ = false;
  bool has_tag_ = true;
  bool time_is_utc_ = true;
  int id_ = 0;
  int last_event_id_ = 0;
  Symbol symbol_;
  DateTime time_;
  // Of a combo's leg: the ratio to the group's quantity.
  Decimal quantity_;
  Decimal price_;
  Decimal limit_price_;
  Decimal stop_price_;
  Decimal trigger_price_;
  Decimal trailing_amount_;
  std::optional<DateTime> last_fill_time_;
  std::optional<DateTime> last_update_time_;
  std::optional<DateTime> canceled_time_;
  std::optional<regimen::OrderSubmissionData> submission_data_;
  OrderProperties properties_;
  std::shared_ptr<regimen::GroupOrderManager> group_;
  std::string price_currency_;
  std::string tag_;
  std::vector<std::string> broker_id_;
};

}  // namespace regimen
