#pragma once

#include "framework/core/decimal.hpp"

namespace regimen {

class Order;
class Security;

// How much worse than the market price an order fills, in price units, always against the trader
// (LEAN's ISlippageModel). Fill models ask it for market, stop-market, market-on-open and -close
// orders.
class SlippageModel {
 public:
  SlippageModel() = default;
  virtual ~SlippageModel() = default;
  SlippageModel(const SlippageModel&) = delete;
  SlippageModel& operator=(const SlippageModel&) = delete;

  virtual Decimal GetSlippageApproximation(const Security& asset, const Order& order) = 0;
};

}  // namespace regimen
