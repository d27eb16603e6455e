#include "framework/models/brokerages/brokerage_model.hpp"

#include "framework/models/brokerages/default_brokerage_model.hpp"
#include "framework/models/brokerages/interactive_brokers_brokerage_model.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

void InitializeSecurity(BrokerageModel& brokerage, Security& security) {
  security.SetFillModel(brokerage.GetFillModel(security));
  security.SetFeeModel(brokerage.GetFeeModel(security));
  security.SetSlippageModel(brokerage.GetSlippageModel(security));
  security.SetSettlementModel(brokerage.GetSettlementModel(security));
  security.SetBuyingPowerModel(brokerage.GetBuyingPowerModel(security));
  security.SetMarginInterestRateModel(brokerage.GetMarginInterestRateModel(security));
  security.SetLeverage(brokerage.GetLeverage(security));
  security.SetShortableProvider(brokerage.GetShortableProvider(security));
}

std::shared_ptr<BrokerageModel> CreateBrokerageModel(BrokerageName name, AccountType account_type) {
  switch (name) {
    case BrokerageName::InteractiveBrokersBrokerage:
      return std::make_shared<InteractiveBrokersBrokerageModel>(account_type);
    case BrokerageName::Default:
      break;
  }
  return std::make_shared<DefaultBrokerageModel>(account_type);
}

}  // namespace regimen
