#pragma once

namespace regimen {

class Order;
class Security;

// What a fee model is asked: the whole order, at the security's present prices.
struct OrderFeeParameters {
  const regimen::Security& Security;
  const regimen::Order& Order;
};

}  // namespace regimen
