#include "framework/orders/order_json.hpp"

#include <string_view>

#include "framework/orders/json_text.hpp"

namespace regimen {

namespace {

std::string SymbolToJson(const Symbol& symbol) {
  return JsonObject()
      .Add("value", symbol.Value())
      .Add("id", symbol.ID().ToString())
      .Add("permtick", symbol.Value())
      .Text();
}

std::string PropertiesToJson(const OrderProperties& properties) {
  constexpr std::string_view kNamespace = "QuantConnect.Orders.TimeInForces.";
  const TimeInForce time_in_force = properties.TimeInForce();
  JsonObject inner;
  switch (time_in_force.GetKind()) {
    case TimeInForce::Kind::GoodTilCanceled:
      break;
    case TimeInForce::Kind::Day:
      inner.Add("$type", std::string(kNamespace) + "DayTimeInForce");
      break;
    case TimeInForce::Kind::GoodTilDate:
      // A local date: no Z.
      inner.Add("$type", std::string(kNamespace) + "GoodTilDateTimeInForce")
          .Add("Expiry", time_in_force.Expiry().ToIso());
      break;
  }
  return JsonObject().AddRaw("timeInForce", inner.Text()).Text();
}

std::string SubmissionToJson(const std::optional<OrderSubmissionData>& data) {
  if (!data) return "null";
  return JsonObject()
      .Add("bidPrice", data->BidPrice)
      .Add("askPrice", data->AskPrice)
      .Add("lastPrice", data->LastPrice)
      .Text();
}

std::string GroupToJson(const GroupOrderManager& group) {
  std::string ids;
  for (const int id : group.OrderIds()) ids += (ids.empty() ? "" : ",") + std::to_string(id);
  return JsonObject()
      .Add("id", group.Id())
      .Add("quantity", group.Quantity())
      .Add("count", group.Count())
      .Add("limitPrice", group.LimitPrice())
      .AddRaw("orderIds", "[" + ids + "]")
      .Add("direction", static_cast<int>(group.Direction()))
      .Text();
}

// The members that LEAN's subclass of the type declares: they come before those of its base class.
void AddOwnMembers(const Order& order, JsonObject& json) {
  const auto add_type = [&] { json.Add("type", static_cast<int>(order.Type())); };
  switch (order.Type()) {
    case OrderType::Limit:
      json.Add("limitPrice", order.LimitPrice());
      break;
    case OrderType::StopMarket:
      json.Add("stopPrice", order.StopPrice());
      break;
    case OrderType::StopLimit:
      json.Add("stopPrice", order.StopPrice())
          .Add("stopTriggered", order.StopTriggered())
          .Add("limitPrice", order.LimitPrice());
      break;
    case OrderType::TrailingStop:
      json.Add("trailingAmount", order.TrailingAmount())
          .Add("trailingAsPercentage", order.TrailingAsPercentage());
      add_type();
      json.Add("stopPrice", order.StopPrice());
      return;
    case OrderType::LimitIfTouched:
      add_type();
      json.Add("triggerPrice", order.TriggerPrice())
          .Add("limitPrice", order.LimitPrice())
          .Add("triggerTouched", order.TriggerTouched());
      return;
    case OrderType::ComboLegLimit:
      add_type();
      json.Add("limitPrice", order.LimitPrice()).Add("quantity", order.Quantity());
      return;
    case OrderType::ComboMarket:
    case OrderType::ComboLimit:
      add_type();
      json.Add("quantity", order.Quantity());
      return;
    case OrderType::Market:
    case OrderType::MarketOnOpen:
    case OrderType::MarketOnClose:
    case OrderType::OptionExercise:
      break;
  }
  add_type();
}

}  // namespace

std::string OrderToJson(const Order& order) {
  JsonObject json;
  AddOwnMembers(order, json);
  std::string broker_ids;
  for (const std::string& id : order.BrokerId()) {
    broker_ids += (broker_ids.empty() ? "" : ",") + JsonString(id);
  }
  const std::string time = "\"" + order.Time().ToIso() + (order.TimeIsUtc() ? "Z\"" : "\"");
  json.Add("id", order.Id())
      .Add("contingentId", 0)
      .AddRaw("brokerId", "[" + broker_ids + "]")
      .AddRaw("symbol", SymbolToJson(order.GetSymbol()))
      .Add("price", order.Price())
      .Add("priceCurrency", order.PriceCurrency())
      .AddRaw("time", time)
      .AddRaw("createdTime", time)
      .AddIfSet("lastFillTime", order.LastFillTime())
      .AddIfSet("lastUpdateTime", order.LastUpdateTime())
      .AddIfSet("canceledTime", order.CanceledTime());
  if (!IsComboOrder(order.Type())) json.Add("quantity", order.Quantity());
  json.Add("status", static_cast<int>(order.Status()));
  if (order.HasTag()) json.Add("tag", order.Tag());
  json.AddRaw("properties", PropertiesToJson(order.Properties()))
      .Add("securityType", static_cast<int>(order.SecurityType()))
      .Add("direction", static_cast<int>(order.Direction()))
      .Add("value", order.Value())
      .AddRaw("orderSubmissionData", SubmissionToJson(order.OrderSubmissionData()))
      .Add("isMarketable", order.IsMarketable());
  if (const auto& group = order.GroupOrderManager()) {
    json.AddRaw("groupOrderManager", GroupToJson(*group));
  }
  json.Add("priceAdjustmentMode", static_cast<int>(order.PriceAdjustmentMode()));
  return json.Text();
}

}  // namespace regimen
