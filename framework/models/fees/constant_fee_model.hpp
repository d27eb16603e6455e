#pragma once

#include <string>

#include "framework/core/math.hpp"
#include "framework/securities/fee_model.hpp"

namespace regimen {

// The same fee for every order (LEAN's ConstantFeeModel).
class ConstantFeeModel : public FeeModel {
 public:
  explicit ConstantFeeModel(Decimal fee, std::string currency = "USD")
      : fee_(CashAmount(Math::Abs(fee), std::move(currency))) {}

  OrderFee GetOrderFee(const OrderFeeParameters& /*parameters*/) override { return fee_; }

 private:
  OrderFee fee_;
};

}  // namespace regimen
