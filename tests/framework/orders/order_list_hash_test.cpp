// The order list hash and the orders' JSON against every order that LEAN itself wrote.
#include "framework/orders/order_list_hash.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/orders/order.hpp"
#include "framework/orders/order_json.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/json.hpp"
#include "tests/support/lean_results.hpp"

namespace regimen {
namespace {

using tests::Json;

DateTime Utc(Json time) {
  std::string text = time.Text();
  if (text.back() == 'Z') text.pop_back();
  return DateTime::ParseExact(
      text, text.size() > 19 ? "yyyy-MM-ddTHH:mm:ss.fffffff" : "yyyy-MM-ddTHH:mm:ss");
}

Symbol SymbolFrom(Json symbol) {
  return {SecurityIdentifier::Parse(symbol["id"].Text()), symbol["value"].Text()};
}

// Groups are shared: both legs of a combo get one object.
using Groups = std::map<int, std::shared_ptr<GroupOrderManager>>;

void ReadPrices(Json json, Order& order) {
  if (json.Has("limitPrice")) order.SetLimitPrice(json["limitPrice"].Number());
  if (json.Has("stopPrice")) order.SetStopPrice(json["stopPrice"].Number());
  if (json.Has("triggerPrice")) order.SetTriggerPrice(json["triggerPrice"].Number());
  if (json.Has("stopTriggered")) order.SetStopTriggered(json["stopTriggered"].Boolean());
  if (json.Has("triggerTouched")) order.SetTriggerTouched(json["triggerTouched"].Boolean());
  if (json.Has("trailingAmount")) {
    order.SetTrailingAmount(json["trailingAmount"].Number());
    order.SetTrailingAsPercentage(json["trailingAsPercentage"].Boolean());
  }
}

void ReadTimesAndTag(Json json, Order& order) {
  if (json.Has("lastFillTime")) order.SetLastFillTime(Utc(json["lastFillTime"]));
  if (json.Has("lastUpdateTime")) order.SetLastUpdateTime(Utc(json["lastUpdateTime"]));
  if (json.Has("canceledTime")) order.SetCanceledTime(Utc(json["canceledTime"]));
  if (json.Has("tag")) {
    order.SetTag(json["tag"].Text());
  } else {
    order.ClearTag();
  }
  const Json time_in_force = json["properties"]["timeInForce"];
  if (time_in_force.Has("Expiry")) {
    const std::string expiry = time_in_force["Expiry"].Text();
    order.SetProperties(OrderProperties(
        TimeInForce::GoodTilDate(DateTime::ParseExact(expiry, "yyyy-MM-ddTHH:mm:ss"))));
  } else if (time_in_force.Has("$type")) {
    order.SetProperties(OrderProperties(TimeInForce::Day));
  }
}

Order OrderFrom(Json json, Groups& groups) {
  Order order(static_cast<OrderType>(json["type"].Integer()), SymbolFrom(json["symbol"]),
              json["quantity"].Number(), Utc(json["time"]));
  if (json.Has("groupOrderManager")) {
    const Json group = json["groupOrderManager"];
    auto& shared = groups[group["id"].Integer()];
    if (!shared) {
      shared = std::make_shared<GroupOrderManager>(group["id"].Integer(), group["count"].Integer(),
                                                   group["quantity"].Number(),
                                                   group["limitPrice"].Number());
    }
    order.SetGroupOrderManager(shared);
  }
  order.SetTimeIsUtc(json["time"].Text().back() == 'Z');
  order.SetId(json["id"].Integer());
  order.SetStatus(static_cast<OrderStatus>(json["status"].Integer()));
  order.SetPrice(json["price"].Number());
  order.SetPriceCurrency(json["priceCurrency"].Text());
  ReadPrices(json, order);
  ReadTimesAndTag(json, order);
  if (!json["brokerId"].Items().empty()) order.MarkPlaced();
  const Json data = json["orderSubmissionData"];
  if (data.Kind() == JsonValue::Kind::Object) {
    order.SetOrderSubmissionData(
        {data["bidPrice"].Number(), data["askPrice"].Number(), data["lastPrice"].Number()});
  }
  order.SetPriceAdjustmentMode(
      static_cast<DataNormalizationMode>(json["priceAdjustmentMode"].Integer()));
  return order;
}

// False for derivatives: their identifiers name an underlying, which no room knows yet.
bool IsSupported(Json orders) {
  for (const Json entry : orders.Members()) {
    const int type = entry["securityType"].Integer();
    const bool derivative = type == 2 || type == 5 || type == 8 || type == 10;
    if (derivative || entry["symbol"].Has("underlying")) return false;
  }
  return true;
}

std::vector<Order> OrdersFrom(Json json) {
  Groups groups;
  std::map<int, Order> by_id;
  for (const Json entry : json.Members()) {
    by_id.emplace(std::stoi(entry.Name()), OrderFrom(entry, groups));
  }
  std::vector<Order> orders;
  for (auto& [id, order] : by_id) orders.push_back(std::move(order));
  return orders;
}

std::string HashOf(const std::vector<Order>& orders) {
  std::vector<const Order*> pointers;
  for (const Order& order : orders) pointers.push_back(&order);
  return OrderListHash(pointers);
}

TEST(OrderListHashTest, IsTheMd5OfNothingWithoutOrders) {
  EXPECT_EQ(OrderListHash({}), "d41d8cd98f00b204e9800998ecf8427e");
}

TEST(OrderListHashTest, EqualsLeansHashForEveryCaseOfTheExam) {
  const auto exam = tests::ExamDir();
  if (!exam) GTEST_SKIP() << "the exam is not here: set REGIMEN_EXAM_DIR";
  if (!tests::HasXz()) GTEST_SKIP() << "xz is not installed";
  std::size_t compared = 0;
  std::size_t orders_compared = 0;
  for (const auto& file : tests::XzFiles(*exam / "cases" / "lean-results")) {
    const std::string text = tests::ReadXz(file);
    const JsonValue tree = tests::ParseStrictJson(text, file.string());
    const Json document(tree);
    const Json orders = document["result"]["orders"];
    if (!IsSupported(orders)) continue;
    const std::vector<Order> parsed = OrdersFrom(orders);
    EXPECT_EQ(HashOf(parsed), document["orderListHash"].Text()) << file;
    // Un-rounded, the orders of the result file come out letter by letter.
    for (const Order& order : parsed) {
      EXPECT_NE(text.find("\"" + std::to_string(order.Id()) + "\":" + OrderToJson(order)),
                std::string::npos)
          << file << "\n"
          << OrderToJson(order);
    }
    ++compared;
    orders_compared += parsed.size();
  }
  EXPECT_GE(compared, 90U);
  RecordProperty("cases", static_cast<int>(compared));
  RecordProperty("orders", static_cast<int>(orders_compared));
}

}  // namespace
}  // namespace regimen
