#include "framework/orders/order_event.hpp"

#include "framework/core/currencies.hpp"
#include "framework/core/rounding.hpp"
#include "framework/orders/order.hpp"

namespace regimen {

namespace {

// The labels of the two text forms.
struct Labels {
  const char* fill_quantity;
  const char* fill_price;
  const char* limit;
  const char* stop;
  const char* trailing;
  const char* trigger;
  const char* fee;
  const char* message;
};

constexpr Labels kLong{" FillQuantity: ",   " FillPrice: ",    " LimitPrice: ", " StopPrice: ",
                       " TrailingAmount: ", " TriggerPrice: ", " OrderFee: ",   " Message: "};
constexpr Labels kShort{" FQ:", " FP:", " LP:", " SP:", " TA: ", " TP:", " OF:", " M:"};

std::string Details(const OrderEvent& event, const Labels& labels) {
  const std::string sign = CurrencySymbol(event.FillPriceCurrency());
  std::string text;
  const auto add_price = [&](const char* label, std::optional<Decimal> price) {
    if (price) text += label + sign + SmartRounding(*price).ToString();
  };
  if (!event.FillQuantity().IsZero()) {
    text += labels.fill_quantity + event.FillQuantity().ToString();
    add_price(labels.fill_price, event.FillPrice());
  }
  add_price(labels.limit, event.LimitPrice());
  add_price(labels.stop, event.StopPrice());
  // LEAN's events never say that the amount is a fraction.
  if (const std::optional<Decimal> trailing = event.TrailingAmount()) {
    text += labels.trailing + sign + trailing->ToString();
  }
  add_price(labels.trigger, event.TriggerPrice());
  if (!event.OrderFee().Value().Amount().IsZero()) {
    text += labels.fee + event.OrderFee().ToString();
  }
  if (!event.Message().empty()) text += labels.message + event.Message();
  return text;
}

}  // namespace

OrderEvent::OrderEvent(const Order& order, DateTime utc_time, regimen::OrderFee order_fee,
                       std::string message)
    : order_id_(order.Id()),
      symbol_(order.GetSymbol()),
      utc_time_(utc_time),
      status_(order.Status()),
      direction_(order.Direction()),
      quantity_(order.Quantity()),
      order_fee_(std::move(order_fee)),
      fill_price_currency_(order.PriceCurrency()),
      message_(std::move(message)) {}

void OrderEvent::DescribeOrder(const Order& order) {
  quantity_ = order.Quantity().Normalize();
  const OrderType type = order.Type();
  if (IsLimitOrder(type) || type == OrderType::ComboLegLimit) {
    limit_price_ = order.LimitPrice().Normalize();
  }
  if (IsStopOrder(type)) stop_price_ = order.StopPrice().Normalize();
  if (type == OrderType::TrailingStop) trailing_amount_ = order.TrailingAmount().Normalize();
  if (type == OrderType::LimitIfTouched) trigger_price_ = order.TriggerPrice().Normalize();
}

std::string OrderEvent::ToString() const {
  return "Time: " + utc_time_.ToString() + " OrderID: " + std::to_string(order_id_) +
         " EventID: " + std::to_string(id_) + " Symbol: " + symbol_.Value() +
         " Status: " + std::string(ToText(status_)) + " Quantity: " + quantity_.ToString() +
         Details(*this, kLong);
}

std::string OrderEvent::ShortToString() const {
  return utc_time_.ToString() + " OID:" + std::to_string(order_id_) + " " + symbol_.Value() + " " +
         std::string(ToText(status_)) + " Q:" + quantity_.ToString() + Details(*this, kShort);
}

}  // namespace regimen
