#include "framework/orders/order_event_json.hpp"

#include "framework/core/text.hpp"
#include "framework/orders/json_text.hpp"

namespace regimen {

namespace {

std::string CamelCase(std::string_view name) {
  std::string text(name);
  if (!text.empty()) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

// A double always shows a point.
std::string SecondsToJson(double seconds) {
  std::string text = ToText(seconds);
  if (text.find_first_of(".E") == std::string::npos) text += ".0";
  return text;
}

}  // namespace

std::string OrderEventToJson(const OrderEvent& event, std::string_view algorithm_id) {
  const std::string order = std::to_string(event.OrderId());
  const CashAmount& fee = event.OrderFee().Value();
  JsonObject json;
  json.Add("id", std::string(algorithm_id) + "-" + order + "-" + std::to_string(event.Id()))
      .Add("algorithmId", algorithm_id)
      .Add("orderId", event.OrderId())
      .Add("orderEventId", event.Id())
      .Add("symbol", event.GetSymbol().ID().ToString())
      .Add("symbolValue", event.GetSymbol().Value())
      .Add("symbolPermtick", event.GetSymbol().ID().Symbol())
      .AddRaw("time", SecondsToJson(event.UtcTime().ToUnixSeconds()))
      .Add("status", CamelCase(ToText(event.Status())));
  if (!fee.Currency().empty()) {
    json.Add("orderFeeAmount", fee.Amount()).Add("orderFeeCurrency", fee.Currency());
  }
  json.Add("fillPrice", event.FillPrice())
      .Add("fillPriceCurrency", event.FillPriceCurrency())
      .Add("fillQuantity", event.FillQuantity())
      .Add("direction", CamelCase(ToText(event.Direction())));
  if (!event.Message().empty()) json.Add("message", event.Message());
  json.Add("isAssignment", event.IsAssignment())
      .Add("quantity", event.Quantity())
      .AddIfSet("stopPrice", event.StopPrice())
      .AddIfSet("limitPrice", event.LimitPrice());
  if (event.IsInTheMoney()) json.Add("isInTheMoney", true);
  return json.Text();
}

}  // namespace regimen
