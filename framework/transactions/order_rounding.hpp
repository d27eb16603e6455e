#pragma once

#include <functional>
#include <span>
#include <string>

#include "framework/core/decimal.hpp"
#include "framework/securities/fill_model_parameters.hpp"

namespace regimen {

class Order;
class Security;

// Brings orders to what a broker takes: whole lots (towards zero) and prices on the security's step
// (half to even). The first change of each kind is told once a run.
class OrderRounding {
 public:
  explicit OrderRounding(std::function<void(const std::string&)> error)
      : error_(std::move(error)) {}

  void RoundQuantity(Order& order, const Security& security);
  // For a ComboLimit order, `group` holds all legs, or nothing while legs are missing: the net
  // price is on the finest step of the legs.
  void RoundPrices(Order& order, const Security& security, std::span<const OrderAndSecurity> group);

 private:
  // `price` on a step; 0 means no step.
  Decimal Rounded(Decimal price, Decimal step, const char* name);
  Decimal Rounded(Decimal price, const Security& security, const char* name);

  std::function<void(const std::string&)> error_;
  bool quantity_warning_sent_ = false;
  bool price_warning_sent_ = false;
};

}  // namespace regimen
