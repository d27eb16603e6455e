// The order list hash and the orders' JSON against every order that LEAN itself wrote.
#include "framework/orders/order_list_hash.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "framework/orders/order.hpp"
#include "framework/orders/order_json.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/lean_results.hpp"

namespace regimen {
namespace {

using rapidjson::Value;

Decimal Number(const Value& object, const char* name) {
  return Decimal::Parse(object[name].GetString());
}

int Integer(const Value& object, const char* name) { return std::stoi(object[name].GetString()); }

DateTime Utc(const Value& object, const char* name) {
  std::string text = object[name].GetString();
  if (text.back() == 'Z') text.pop_back();
  return DateTime::ParseExact(
      text, text.size() > 19 ? "yyyy-MM-ddTHH:mm:ss.fffffff" : "yyyy-MM-ddTHH:mm:ss");
}

Symbol SymbolFrom(const Value& symbol) {
  return {SecurityIdentifier::Parse(symbol["id"].GetString()), symbol["value"].GetString()};
}

// Groups are shared: both legs of a combo get one object.
using Groups = std::map<int, std::shared_ptr<GroupOrderManager>>;

void ReadPrices(const Value& json, Order& order) {
  if (json.HasMember("limitPrice")) order.SetLimitPrice(Number(json, "limitPrice"));
  if (json.HasMember("stopPrice")) order.SetStopPrice(Number(json, "stopPrice"));
  if (json.HasMember("triggerPrice")) order.SetTriggerPrice(Number(json, "triggerPrice"));
  if (json.HasMember("stopTriggered")) order.SetStopTriggered(json["stopTriggered"].GetBool());
  if (json.HasMember("triggerTouched")) order.SetTriggerTouched(json["triggerTouched"].GetBool());
  if (json.HasMember("trailingAmount")) {
    order.SetTrailingAmount(Number(json, "trailingAmount"));
    order.SetTrailingAsPercentage(json["trailingAsPercentage"].GetBool());
  }
}

void ReadTimesAndTag(const Value& json, Order& order) {
  if (json.HasMember("lastFillTime")) order.SetLastFillTime(Utc(json, "lastFillTime"));
  if (json.HasMember("lastUpdateTime")) order.SetLastUpdateTime(Utc(json, "lastUpdateTime"));
  if (json.HasMember("canceledTime")) order.SetCanceledTime(Utc(json, "canceledTime"));
  if (json.HasMember("tag")) {
    order.SetTag(json["tag"].GetString());
  } else {
    order.ClearTag();
  }
  const Value& time_in_force = json["properties"]["timeInForce"];
  if (time_in_force.HasMember("Expiry")) {
    const std::string expiry = time_in_force["Expiry"].GetString();
    order.SetProperties(OrderProperties(
        TimeInForce::GoodTilDate(DateTime::ParseExact(expiry, "yyyy-MM-ddTHH:mm:ss"))));
  } else if (time_in_force.HasMember("$type")) {
    order.SetProperties(OrderProperties(TimeInForce::Day));
  }
}

Order OrderFrom(const Value& json, Groups& groups) {
  Order order(static_cast<OrderType>(Integer(json, "type")), SymbolFrom(json["symbol"]),
              Number(json, "quantity"), Utc(json, "time"));
  if (json.HasMember("groupOrderManager")) {
    const Value& group = json["groupOrderManager"];
    auto& shared = groups[Integer(group, "id")];
    if (!shared) {
      shared = std::make_shared<GroupOrderManager>(Integer(group, "id"), Integer(group, "count"),
                                                   Number(group, "quantity"),
                                                   Number(group, "limitPrice"));
    }
    order.SetGroupOrderManager(shared);
  }
  order.SetTimeIsUtc(std::string(json["time"].GetString()).back() == 'Z');
  order.SetId(Integer(json, "id"));
  order.SetStatus(static_cast<OrderStatus>(Integer(json, "status")));
  order.SetPrice(Number(json, "price"));
  order.SetPriceCurrency(json["priceCurrency"].GetString());
  ReadPrices(json, order);
  ReadTimesAndTag(json, order);
  if (json["brokerId"].Size() > 0) order.MarkPlaced();
  const Value& data = json["orderSubmissionData"];
  if (data.IsObject()) {
    order.SetOrderSubmissionData(
        {Number(data, "bidPrice"), Number(data, "askPrice"), Number(data, "lastPrice")});
  }
  order.SetPriceAdjustmentMode(
      static_cast<DataNormalizationMode>(Integer(json, "priceAdjustmentMode")));
  return order;
}

// False for derivatives: their identifiers name an underlying, which no room knows yet.
bool IsSupported(const Value& orders) {
  for (const auto& entry : orders.GetObject()) {
    const int type = Integer(entry.value, "securityType");
    const bool derivative = type == 2 || type == 5 || type == 8 || type == 10;
    if (derivative || entry.value["symbol"].HasMember("underlying")) return false;
  }
  return true;
}

std::vector<Order> OrdersFrom(const Value& json) {
  Groups groups;
  std::map<int, Order> by_id;
  for (const auto& entry : json.GetObject()) {
    by_id.emplace(std::stoi(entry.name.GetString()), OrderFrom(entry.value, groups));
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
    rapidjson::Document document;
    const std::string text = tests::ReadXz(file);
    document.Parse<rapidjson::kParseNumbersAsStringsFlag>(text.c_str());
    ASSERT_FALSE(document.HasParseError()) << file;
    const Value& orders = document["result"]["orders"];
    if (!IsSupported(orders)) continue;
    const std::vector<Order> parsed = OrdersFrom(orders);
    EXPECT_EQ(HashOf(parsed), document["orderListHash"].GetString()) << file;
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
