#include "framework/models/brokerages/default_brokerage_model.hpp"

#include "framework/market/split.hpp"
#include "framework/models/buying_power/security_margin_model.hpp"
#include "framework/models/fees/constant_fee_model.hpp"
#include "framework/models/fees/interactive_brokers_fee_model.hpp"
#include "framework/models/fills/equity_fill_model.hpp"
#include "framework/models/fills/immediate_fill_model.hpp"
#include "framework/models/settlement/delayed_settlement_model.hpp"
#include "framework/models/settlement/immediate_settlement_model.hpp"
#include "framework/models/slippage/null_slippage_model.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/securities/margin_interest_rate_model.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/shortable_provider.hpp"

namespace regimen {

namespace {

bool IsFutureOrFutureOption(SecurityType type) {
  return type == SecurityType::Future || type == SecurityType::FutureOption;
}

UpdateOrderFields AfterSplit(const OrderTicket& ticket, Decimal factor) {
  const auto scaled = [&](OrderField field) { return ticket.Get(field) * factor; };
  const OrderType type = ticket.OrderType();
  UpdateOrderFields fields;
  fields.Quantity = (ticket.Quantity() / factor).ToInt64();
  if (IsLimitOrder(type)) fields.LimitPrice = scaled(OrderField::LimitPrice);
  if (IsStopOrder(type)) fields.StopPrice = scaled(OrderField::StopPrice);
  if (type == OrderType::LimitIfTouched) fields.TriggerPrice = scaled(OrderField::TriggerPrice);
  if (type == OrderType::TrailingStop && ticket.Get(OrderField::TrailingAsPercentage).IsZero()) {
    fields.TrailingAmount = scaled(OrderField::TrailingAmount);
  }
  return fields;
}

}  // namespace

bool DefaultBrokerageModel::CanSubmitOrder(const Security& security, const Order& order,
                                           std::optional<BrokerageMessageEvent>& message) {
  if (!IsFutureOrFutureOption(security.Type()) || order.Type() != OrderType::MarketOnOpen) {
    return true;
  }
  message.emplace(BrokerageMessageType::Warning, "NotSupported",
                  "MarketOnOpen orders are not supported for futures and future options.");
  return false;
}

bool DefaultBrokerageModel::CanUpdateOrder(const Security& /*security*/, const Order& /*order*/,
                                           const UpdateOrderRequest& /*request*/,
                                           std::optional<BrokerageMessageEvent>& /*message*/) {
  return true;
}

bool DefaultBrokerageModel::CanExecuteOrder(const Security& /*security*/, const Order& /*order*/) {
  return true;
}

void DefaultBrokerageModel::ApplySplit(const std::vector<OrderTicket*>& tickets,
                                       const Split& split) {
  for (OrderTicket* ticket : tickets) ticket->Update(AfterSplit(*ticket, split.SplitFactor()));
}

Decimal DefaultBrokerageModel::GetLeverage(const Security& security) {
  if (account_type_ == regimen::AccountType::Cash) return 1;
  switch (security.Type()) {
    case SecurityType::CryptoFuture:
      return 25;
    case SecurityType::Equity:
      return 2;
    case SecurityType::Forex:
    case SecurityType::Cfd:
      return 50;
    default:
      return 1;
  }
}

std::shared_ptr<FillModel> DefaultBrokerageModel::GetFillModel(const Security& security) {
  if (security.Type() == SecurityType::Equity) return std::make_shared<EquityFillModel>();
  return std::make_shared<ImmediateFillModel>();
}

std::shared_ptr<FeeModel> DefaultBrokerageModel::GetFeeModel(const Security& security) {
  if (security.Type() == SecurityType::Equity) {
    return std::make_shared<InteractiveBrokersFeeModel>();
  }
  return std::make_shared<ConstantFeeModel>(0);
}

std::shared_ptr<SlippageModel> DefaultBrokerageModel::GetSlippageModel(
    const Security& /*security*/) {
  return std::make_shared<NullSlippageModel>();
}

std::shared_ptr<SettlementModel> DefaultBrokerageModel::GetSettlementModel(
    const Security& security) {
  const bool delayed =
      account_type_ == regimen::AccountType::Cash &&
      (security.Type() == SecurityType::Equity || security.Type() == SecurityType::Option);
  if (delayed) return std::make_shared<DelayedSettlementModel>();
  return std::make_shared<ImmediateSettlementModel>();
}

std::shared_ptr<BuyingPowerModel> DefaultBrokerageModel::GetBuyingPowerModel(
    const Security& security) {
  return std::make_shared<SecurityMarginModel>(GetLeverage(security),
                                               RequiredFreeBuyingPowerPercent());
}

std::shared_ptr<ShortableProvider> DefaultBrokerageModel::GetShortableProvider(
    const Security& /*security*/) {
  return nullptr;
}

std::shared_ptr<MarginInterestRateModel> DefaultBrokerageModel::GetMarginInterestRateModel(
    const Security& /*security*/) {
  return nullptr;
}

}  // namespace regimen
