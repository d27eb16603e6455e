#include "framework/orders/order.hpp"

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/rounding.hpp"
#include "framework/orders/trailing_amount_text.hpp"

namespace regimen {

Order::Order(OrderType type, const Symbol& symbol, Decimal quantity, DateTime time)
    : type_(type), symbol_(symbol), time_(time), quantity_(quantity.Normalize()) {}

Order::Order(const SubmitOrderRequest& request)
    : type_(request.OrderType()),
      status_(OrderStatus::New),
      trailing_as_percentage_(request.TrailingAsPercentage()),
      time_is_utc_(request.TimeIsUtc()),
      symbol_(request.GetSymbol()),
      time_(request.Time()),
      limit_price_(request.LimitPrice()),
      stop_price_(request.StopPrice()),
      trigger_price_(request.TriggerPrice()),
      trailing_amount_(request.TrailingAmount()),
      properties_(request.OrderProperties()),
      group_(request.GroupOrderManager()),
      tag_(request.Tag().value_or("")) {
  if (type_ == OrderType::ComboLimit) limit_price_ = Decimal();
  SetQuantity(request.Quantity());
  SetId(request.OrderId());
}

Decimal Order::Quantity() const {
  return group_ ? (quantity_ * group_->Quantity()).Normalize() : quantity_;
}

void Order::SetQuantity(Decimal quantity) {
  quantity_ = group_ ? quantity / group_->Quantity() : quantity.Normalize();
}

Decimal Order::AbsoluteQuantity() const { return Math::Abs(Quantity()); }

void Order::SetGroupOrderManager(std::shared_ptr<regimen::GroupOrderManager> group) {
  const Decimal quantity = Quantity();
  group_ = std::move(group);
  SetQuantity(quantity);
}

void Order::SetId(int id) {
  id_ = id;
  if (group_ && id != 0) group_->AddOrderId(id);
}

void Order::SetTag(std::string tag) {
  tag_ = std::move(tag);
  has_tag_ = true;
}

void Order::ClearTag() {
  tag_.clear();
  has_tag_ = false;
}

void Order::MarkPlaced() {
  if (broker_id_.empty()) broker_id_.push_back(std::to_string(id_));
}

bool Order::IsMarketable() const {
  if (type_ != OrderType::Limit) {
    return type_ == OrderType::Market || type_ == OrderType::ComboMarket;
  }
  if (!submission_data_) return false;
  const OrderDirection direction = Direction();
  return (direction == OrderDirection::Buy && limit_price_ >= submission_data_->AskPrice) ||
         (direction == OrderDirection::Sell && limit_price_ <= submission_data_->BidPrice);
}

Decimal Order::WorseOf(Decimal own_price, Decimal market_price) const {
  switch (Direction()) {
    case OrderDirection::Sell:
      return Math::Max(own_price, market_price);
    case OrderDirection::Buy:
      return Math::Min(own_price, market_price);
    case OrderDirection::Hold:
      return Decimal();
  }
  return Decimal();
}

Decimal Order::ValueAt(Decimal price) const {
  switch (type_) {
    case OrderType::Limit:
    case OrderType::StopLimit:
    case OrderType::LimitIfTouched:
    case OrderType::ComboLegLimit:
      return Quantity() * WorseOf(limit_price_, price);
    case OrderType::ComboLimit:
      return Quantity() * WorseOf(group_ ? group_->LimitPrice() : limit_price_, price);
    case OrderType::StopMarket:
    case OrderType::TrailingStop:
      return Quantity() * WorseOf(stop_price_, price);
    case OrderType::Market:
    case OrderType::MarketOnOpen:
    case OrderType::MarketOnClose:
    case OrderType::OptionExercise:
    case OrderType::ComboMarket:
      return Quantity() * price;
  }
  return Decimal();
}

std::string Order::GetDefaultTag() const {
  if (type_ != OrderType::TrailingStop) return {};
  return "Trailing Amount: " +
         TrailingAmountText(trailing_amount_, trailing_as_percentage_, price_currency_);
}

std::string Order::ToString() const {
  std::string broker_ids;
  for (const std::string& id : broker_id_) broker_ids += (broker_ids.empty() ? "" : ",") + id;
  const Decimal quantity = Quantity();
  std::string text = "OrderId: " + std::to_string(id_) + " (BrokerId: " + broker_ids + ") " +
                     std::string(ToText(status_)) + " " + std::string(ToText(type_)) +
                     " order for " + quantity.ToString() + " unit" + (quantity == 1 ? "" : "s") +
                     " of " + symbol_.Value();
  if (!tag_.empty()) text += ": " + tag_;
  return text;
}

Decimal Order::TrailingStopPrice(Decimal market_price, Decimal trailing_amount,
                                 bool trailing_as_percentage, OrderDirection direction) {
  const bool buy = direction == OrderDirection::Buy;
  if (trailing_as_percentage) {
    return market_price * (buy ? 1 + trailing_amount : 1 - trailing_amount);
  }
  return buy ? market_price + trailing_amount : market_price - trailing_amount;
}

bool Order::TrailStop(Decimal market_price) {
  const OrderDirection direction = Direction();
  const Decimal distance =
      direction == OrderDirection::Sell ? market_price - stop_price_ : stop_price_ - market_price;
  const Decimal allowed =
      trailing_as_percentage_ ? market_price * trailing_amount_ : trailing_amount_;
  if (distance <= allowed) return false;
  stop_price_ =
      TrailingStopPrice(market_price, trailing_amount_, trailing_as_percentage_, direction);
  return true;
}

void Order::ApplyUpdateOrderRequest(const UpdateOrderRequest& request) {
  if (request.OrderId() != id_) {
    throw ArgumentError("the update of order " + std::to_string(request.OrderId()) +
                        " was applied to order " + std::to_string(id_));
  }
  if (const std::optional<std::string>& tag = request.Tag()) SetTag(*tag);
  if (const std::optional<Decimal> quantity = request.Quantity()) {
    if (group_) {
      group_->SetQuantity(*quantity);
    } else {
      SetQuantity(*quantity);
    }
  }
  if (const std::optional<Decimal> limit = request.LimitPrice()) {
    if (type_ == OrderType::ComboLimit && group_) group_->SetLimitPrice(*limit);
    if (IsLimitOrder(type_) || type_ == OrderType::ComboLegLimit) limit_price_ = *limit;
  }
  if (IsStopOrder(type_)) stop_price_ = request.StopPrice().value_or(stop_price_);
  if (type_ == OrderType::LimitIfTouched) {
    trigger_price_ = request.TriggerPrice().value_or(trigger_price_);
  }
  if (type_ == OrderType::TrailingStop) {
    trailing_amount_ = request.TrailingAmount().value_or(trailing_amount_);
  }
}

}  // namespace regimen
