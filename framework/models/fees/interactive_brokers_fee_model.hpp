#pragma once

#include "framework/securities/fee_model.hpp"

namespace regimen {

// Commissions of Interactive Brokers (LEAN's InteractiveBrokersFeeModel): US shares 0.005 USD each,
// at least 1 USD, else at most 0.5 % of the order's value; Indian shares 0.01 INR each, at least 6
// INR; forex and CFD by value. Throws ArgumentError for the other security types.
class InteractiveBrokersFeeModel : public FeeModel {
 public:
  // `monthly_forex_amount` in USD decides the forex tier.
  explicit InteractiveBrokersFeeModel(Decimal monthly_forex_amount = 0);

  OrderFee GetOrderFee(const OrderFeeParameters& parameters) override;

 private:
  Decimal forex_rate_;
  Decimal forex_minimum_;
};

}  // namespace regimen
