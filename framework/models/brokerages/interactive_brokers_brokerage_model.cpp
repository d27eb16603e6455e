#include "framework/models/brokerages/interactive_brokers_brokerage_model.hpp"

#include <algorithm>

#include "framework/models/fees/interactive_brokers_fee_model.hpp"
#include "framework/orders/order.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

namespace {

constexpr const char* kModelName = "InteractiveBrokersBrokerageModel";

// A refusal with LEAN's code and text.
struct Refusal {
  std::string code;
  std::string text;
};

// LEAN prints these times by a twelve-hour clock: 16:00 is 04:00.
std::string ClockText(TimeSpan time) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const int hour = time.Hours() % 12;
  return two(hour == 0 ? 12 : hour) + ":" + two(time.Minutes());
}

std::optional<Refusal> CheckMarketOnClose(const Security& security, const Order& order) {
  const SecurityType type = security.Type();
  const bool allowed =
      type == SecurityType::Future || type == SecurityType::Equity || type == SecurityType::Cfd;
  if (order.Type() != OrderType::MarketOnClose || allowed) return {};
  return Refusal{"Unsupported order type for " + std::string(ToText(type)) + " security type",
                 "InteractiveBrokers does not support Market-on-Close orders for other security "
                 "types different than Future and Equity."};
}

// From the regular close, included, to two minutes before the open, over midnight.
std::optional<Refusal> CheckMarketOnOpen(const Security& security, const Order& order) {
  if (order.Type() != OrderType::MarketOnOpen) return {};
  const SecurityType type = security.Type();
  if (type != SecurityType::Equity && type != SecurityType::Cfd) {
    return Refusal{"UnsupportedSecurityType",
                   "The broker does not support Market-on-Open orders for security type " +
                       std::string(ToText(type))};
  }
  const auto sessions = security.Exchange.Hours().Segments(security.LocalTime());
  const auto regular = std::ranges::find(sessions, MarketHoursState::Market,
                                         [](const MarketHoursSegment& s) { return s.State(); });
  if (regular == sessions.end()) return {};
  const TimeSpan start = regular->End();
  const TimeSpan end = regular->Start() - TimeSpan::FromMinutes(2);
  const TimeSpan now = security.LocalTime().TimeOfDay();
  const bool inside = start <= end ? now >= start && now < end : now >= start || now < end;
  if (inside) return {};
  return Refusal{"NotSupported",
                 "MarketOnOpen submission time is invalid. Valid local times are  " +
                     ClockText(start) + "–" + " " + ClockText(end) +
                     ". Consider setting DailyPreciseEndTime = false or using Schedule.On."};
}

std::optional<Refusal> CheckCombo(const Order& order) {
  const auto& group = order.GroupOrderManager();
  if (order.Type() != OrderType::ComboLegLimit || group == nullptr || group->Count() < 4) {
    return {};
  }
  return Refusal{"NotSupported",
                 std::string("The ") + kModelName +
                     " does not support four-leg ComboLegLimit orders. Use ComboLimit orders "
                     "for four-leg combinations or more."};
}

std::optional<Refusal> CheckSecurityType(const Security& security) {
  switch (security.Type()) {
    case SecurityType::Equity:
    case SecurityType::Forex:
    case SecurityType::Option:
    case SecurityType::Future:
    case SecurityType::FutureOption:
    case SecurityType::Index:
    case SecurityType::IndexOption:
    case SecurityType::Cfd:
      return {};
    default:
      return Refusal{"NotSupported", std::string("The ") + kModelName + " does not support " +
                                         std::string(ToText(security.Type())) + " security type."};
  }
}

}  // namespace

bool InteractiveBrokersBrokerageModel::CanSubmitOrder(
    const Security& security, const Order& order, std::optional<BrokerageMessageEvent>& message) {
  std::optional<Refusal> refusal = CheckMarketOnClose(security, order);
  if (!refusal) refusal = CheckMarketOnOpen(security, order);
  if (!refusal) refusal = CheckCombo(order);
  if (!refusal) refusal = CheckSecurityType(security);
  if (!refusal) return true;
  message.emplace(BrokerageMessageType::Warning, std::move(refusal->code),
                  std::move(refusal->text));
  return false;
}

bool InteractiveBrokersBrokerageModel::CanExecuteOrder(const Security& /*security*/,
                                                       const Order& order) {
  return order.SecurityType() != SecurityType::Base;
}

Decimal InteractiveBrokersBrokerageModel::GetLeverage(const Security& security) {
  const bool cash = AccountType() == regimen::AccountType::Cash;
  if (!cash && security.Type() == SecurityType::Cfd) return 10;
  return DefaultBrokerageModel::GetLeverage(security);
}

std::shared_ptr<FeeModel> InteractiveBrokersBrokerageModel::GetFeeModel(
    const Security& /*security*/) {
  return std::make_shared<InteractiveBrokersFeeModel>();
}

}  // namespace regimen
