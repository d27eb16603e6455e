#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "framework/core/account_type.hpp"
#include "framework/core/decimal.hpp"
#include "framework/models/brokerages/brokerage_message_event.hpp"
#include "framework/models/brokerages/brokerage_name.hpp"

namespace regimen {

class BuyingPowerModel;
class FeeModel;
class FillModel;
class MarginInterestRateModel;
class Order;
class OrderTicket;
class Security;
class SettlementModel;
class ShortableProvider;
class SlippageModel;
class Split;
class UpdateOrderRequest;

// What a broker offers and allows (LEAN's IBrokerageModel): leverage, the models of each security,
// and which orders may be submitted, updated and executed. Derive from DefaultBrokerageModel to
// change single rules. One model serves a run.
class BrokerageModel {
 public:
  BrokerageModel() = default;
  virtual ~BrokerageModel() = default;
  BrokerageModel(const BrokerageModel&) = delete;
  BrokerageModel& operator=(const BrokerageModel&) = delete;

  virtual BrokerageName Name() const { return BrokerageName::Default; }
  virtual regimen::AccountType AccountType() const = 0;
  // Fraction of the portfolio that is never used as margin.
  virtual Decimal RequiredFreeBuyingPowerPercent() const { return Decimal(); }
  // The equity that a run without its own benchmark is compared with; empty: a benchmark of 0.
  virtual std::string BenchmarkTicker() const = 0;

  // Each returns whether the order may pass and, when not, says why. An order that may not execute
  // waits.
  virtual bool CanSubmitOrder(const Security& security, const Order& order,
                              std::optional<BrokerageMessageEvent>& message) = 0;
  virtual bool CanUpdateOrder(const Security& security, const Order& order,
                              const UpdateOrderRequest& request,
                              std::optional<BrokerageMessageEvent>& message) = 0;
  virtual bool CanExecuteOrder(const Security& security, const Order& order) = 0;
  // Restates open orders after a split in Raw mode.
  virtual void ApplySplit(const std::vector<OrderTicket*>& tickets, const Split& split) = 0;

  virtual Decimal GetLeverage(const Security& security) = 0;
  virtual std::shared_ptr<FillModel> GetFillModel(const Security& security) = 0;
  virtual std::shared_ptr<FeeModel> GetFeeModel(const Security& security) = 0;
  virtual std::shared_ptr<SlippageModel> GetSlippageModel(const Security& security) = 0;
  virtual std::shared_ptr<SettlementModel> GetSettlementModel(const Security& security) = 0;
  virtual std::shared_ptr<BuyingPowerModel> GetBuyingPowerModel(const Security& security) = 0;
  // Null: anything may be sold short; no interest.
  virtual std::shared_ptr<ShortableProvider> GetShortableProvider(const Security& security) = 0;
  virtual std::shared_ptr<MarginInterestRateModel> GetMarginInterestRateModel(
      const Security& security) = 0;
};

// Gives a security the models of a brokerage, then its leverage (LEAN's
// BrokerageModelSecurityInitializer).
void InitializeSecurity(BrokerageModel& brokerage, Security& security);

// The model of that name.
std::shared_ptr<BrokerageModel> CreateBrokerageModel(BrokerageName name, AccountType account_type);

}  // namespace regimen
