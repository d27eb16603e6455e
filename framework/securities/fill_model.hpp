#pragma once

#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/orders/order_types.hpp"
#include "framework/securities/fill_model_parameters.hpp"
#include "framework/securities/prices.hpp"

namespace regimen {

class Security;
struct SubscriptionDataConfig;

// Decides whether an order fills now and at what price (LEAN's FillModel): one method for each
// order type. Derive from it, or from EquityFillModel, and override the types that should fill
// differently.
//
// This base is LEAN's for everything but equities: it fills an order completely or not at all, on
// the side of the quote that the order hits. A returned event without a fill quantity means "not
// now". One model belongs to one security and may keep state. Source: LEAN
// Common/Orders/Fills/FillModel.cs.
class FillModel {
 public:
  FillModel() = default;
  virtual ~FillModel() = default;
  FillModel(const FillModel&) = delete;
  FillModel& operator=(const FillModel&) = delete;

  // Asks the method of the order's type. Combos may return an event for each leg, or none.
  virtual std::vector<OrderEvent> Fill(const FillModelParameters& parameters);

  virtual OrderEvent MarketFill(Security& asset, const MarketOrder& order);
  virtual OrderEvent LimitFill(Security& asset, const LimitOrder& order);
  virtual OrderEvent StopMarketFill(Security& asset, const StopMarketOrder& order);
  virtual OrderEvent MarketOnOpenFill(Security& asset, const MarketOnOpenOrder& order);
  virtual OrderEvent MarketOnCloseFill(Security& asset, const MarketOnCloseOrder& order);
  // These remember something in the order: the trailed stop, the triggered stop, the touched
  // trigger.
  virtual OrderEvent TrailingStopFill(Security& asset, TrailingStopOrder& order);
  virtual OrderEvent StopLimitFill(Security& asset, StopLimitOrder& order);
  virtual OrderEvent LimitIfTouchedFill(Security& asset, LimitIfTouchedOrder& order);
  virtual std::vector<OrderEvent> ComboMarketFill(const Order& order,
                                                  const FillModelParameters& parameters);
  virtual std::vector<OrderEvent> ComboLimitFill(const Order& order,
                                                 const FillModelParameters& parameters);
  virtual std::vector<OrderEvent> ComboLegLimitFill(const Order& order,
                                                    const FillModelParameters& parameters);

 protected:
  // Which kinds of data a security is subscribed to.
  struct SubscribedTypes {
    bool tick = false;
    bool quote_bar = false;
    bool trade_bar = false;
  };

  // Of the call of Fill under way. Requires: called from within it.
  const FillModelParameters& Parameters() const { return *parameters_; }

  // Whether the subscription counts: here all do.
  virtual bool Counts(const SubscriptionDataConfig& config) const;
  // Throws InvalidOperationError when nothing is subscribed that counts.
  SubscribedTypes GetSubscribedTypes(const Security& asset) const;
  // The prices that an order of this direction meets: ticks before quotes before trades, as far as
  // they are subscribed.
  virtual Prices GetPrices(const Security& asset, OrderDirection direction);
  // Whether the session is open now or, for a long bar that just ended, was open during the bar.
  virtual bool IsExchangeOpen(const Security& asset, bool extended_market_hours);
  // The same; extended hours count when the strategy subscribed to them.
  bool IsExchangeOpen(const Security& asset);

  // The event of an order that does not fill (yet).
  static OrderEvent NoFill(const Security& asset, const Order& order);
  // Fills the whole order at `price`.
  static void FillCompletely(OrderEvent& fill, const Order& order, Decimal price);
  // `price` made worse by the security's slippage model.
  static Decimal WithSlippage(Security& asset, const Order& order, Decimal price);

  // Whether a market order waits although its prices are stale: hour and daily subscriptions always
  // do, others when the data is more than one bar behind the order. Ticks never wait.
  bool ShouldWaitForFreshDataOnStale(const Security& asset, DateTime data_end_utc,
                                     DateTime order_time_utc) const;

 private:
  OrderEvent MarketFillOf(Security& asset, const Order& order);
  OrderEvent LimitFillOf(Security& asset, const Order& order);
  // Whether the strategy subscribed to hour and daily data alone.
  static bool IsCoarse(const Security& asset);
  static Decimal MarketPrice(const Security& asset, const Order& order, const Prices& prices);
  Decimal QuotedPrice(const Security& asset, OrderDirection side) const;

  const FillModelParameters* parameters_ = nullptr;
};

}  // namespace regimen
