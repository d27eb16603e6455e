#pragma once

#include <limits>

#include "framework/orders/order_response.hpp"
#include "framework/orders/submit_order_request.hpp"

namespace regimen {

struct AlgorithmHooks;
class AlgorithmSettings;
class Security;
class SecurityPortfolioManager;
class SecurityTransactionManager;

// What is checked before an order gets a number, in LEAN's order; the first failure decides. A
// refused request makes no order, no event and is not counted. Source: LEAN
// QCAlgorithm.PreOrderChecks.
class PreOrderChecks {
 public:
  struct Parts {
    const SecurityPortfolioManager& portfolio;
    const SecurityTransactionManager& transactions;
    const AlgorithmSettings& settings;
    const AlgorithmHooks& hooks;
  };

  explicit PreOrderChecks(const Parts& parts) : parts_(parts) {}

  // Tells the algorithm's error log what failed. Throws InvalidOperationError for an auction order
  // on a market that never closes, ArgumentError for a limit price on a ComboMarket order.
  OrderResponse Check(const SubmitOrderRequest& request) const;

  // Orders beyond this number are refused and end the run.
  void SetMaximumOrders(int maximum) { maximum_orders_ = maximum; }
  // Whether the next close is too near for a market-on-close order.
  bool IsWithinMarketOnCloseSubmissionBuffer(const Security& security) const;

 private:
  OrderResponse FirstFailure(const SubmitOrderRequest& request) const;
  OrderResponse CheckSecurity(const SubmitOrderRequest& request, const Security& security) const;
  OrderResponse CheckAuction(const SubmitOrderRequest& request, const Security& security) const;

  Parts parts_;
  // LEAN's job control sets no limit for local runs.
  int maximum_orders_ = std::numeric_limits<int>::max();
};

// Whether the strategy's only data of the security is daily.
bool IsDailyResolutionOnly(const Security& security);

}  // namespace regimen
