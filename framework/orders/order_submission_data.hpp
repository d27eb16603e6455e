#pragma once

#include "framework/core/decimal.hpp"

namespace regimen {

// What the market looked like when an order was submitted. The scales of the prices are kept: they
// are part of the order list hash.
struct OrderSubmissionData {
  Decimal BidPrice;
  Decimal AskPrice;
  Decimal LastPrice;
};

}  // namespace regimen
