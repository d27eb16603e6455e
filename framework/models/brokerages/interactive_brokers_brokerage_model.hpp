#pragma once

#include "framework/models/brokerages/default_brokerage_model.hpp"

namespace regimen {

// Interactive Brokers as LEAN knows it: a benchmark of 0; market-on-open orders from the regular
// close to two minutes before the open, for shares and CFDs; market-on-close orders for shares,
// futures and CFDs; no combo of four limited legs. Source: LEAN
// InteractiveBrokersBrokerageModel.cs.
class InteractiveBrokersBrokerageModel : public DefaultBrokerageModel {
 public:
  using DefaultBrokerageModel::DefaultBrokerageModel;

  BrokerageName Name() const override { return BrokerageName::InteractiveBrokersBrokerage; }
  std::string BenchmarkTicker() const override { return {}; }

  bool CanSubmitOrder(const Security& security, const Order& order,
                      std::optional<BrokerageMessageEvent>& message) override;
  bool CanExecuteOrder(const Security& security, const Order& order) override;
  Decimal GetLeverage(const Security& security) override;
  std::shared_ptr<FeeModel> GetFeeModel(const Security& security) override;
};

}  // namespace regimen
