#pragma once

#include "framework/models/brokerages/brokerage_model.hpp"

namespace regimen {

// LEAN's default broker: every order is allowed, equities have leverage 2 in a margin account and 1
// in a cash account, Interactive Brokers' fees, SPY as benchmark. In a cash account the proceeds of
// shares settle later. Source: LEAN Common/Brokerages/DefaultBrokerageModel.cs.
class DefaultBrokerageModel : public BrokerageModel {
 public:
  explicit DefaultBrokerageModel(regimen::AccountType account_type = regimen::AccountType::Margin)
      : account_type_(account_type) {}

  regimen::AccountType AccountType() const override { return account_type_; }
  std::string BenchmarkTicker() const override { return "SPY"; }

  bool CanSubmitOrder(const Security& security, const Order& order,
                      std::optional<BrokerageMessageEvent>& message) override;
  bool CanUpdateOrder(const Security& security, const Order& order,
                      const UpdateOrderRequest& request,
                      std::optional<BrokerageMessageEvent>& message) override;
  bool CanExecuteOrder(const Security& security, const Order& order) override;
  // Keeps the orders' value: quantity / factor in whole shares, prices x factor.
  void ApplySplit(const std::vector<OrderTicket*>& tickets, const Split& split) override;

  Decimal GetLeverage(const Security& security) override;
  std::shared_ptr<FillModel> GetFillModel(const Security& security) override;
  std::shared_ptr<FeeModel> GetFeeModel(const Security& security) override;
  std::shared_ptr<SlippageModel> GetSlippageModel(const Security& security) override;
  std::shared_ptr<SettlementModel> GetSettlementModel(const Security& security) override;
  std::shared_ptr<BuyingPowerModel> GetBuyingPowerModel(const Security& security) override;
  std::shared_ptr<ShortableProvider> GetShortableProvider(const Security& security) override;
  std::shared_ptr<MarginInterestRateModel> GetMarginInterestRateModel(
      const Security& security) override;

 private:
  regimen::AccountType account_type_;
};

}  // namespace regimen
