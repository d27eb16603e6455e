#pragma once

#include <string>

#include "framework/market/trade_bar.hpp"
#include "framework/securities/fill_model.hpp"

namespace regimen {

// How shares fill in LEAN: market orders at the quote's ask or bid, limit and stop-market orders on
// the trade bar, at its open when it opened through the price; stop-limit and trailing-stop orders,
// as in the base, on the quote. Only the strategy's own subscriptions count. A quote-only
// subscription never fills limits and stops. Source: LEAN Common/Orders/Fills/EquityFillModel.cs.
class EquityFillModel : public FillModel {
 public:
  // A price, where it came from when that is worth telling, and whether it is too old.
  struct BestEffort {
    Decimal price;
    std::string message;
    bool stale = false;
    DateTime end_time;
  };

  OrderEvent MarketFill(Security& asset, const MarketOrder& order) override;
  OrderEvent LimitFill(Security& asset, const LimitOrder& order) override;
  OrderEvent StopMarketFill(Security& asset, const StopMarketOrder& order) override;
  OrderEvent LimitIfTouchedFill(Security& asset, LimitIfTouchedOrder& order) override;
  OrderEvent MarketOnOpenFill(Security& asset, const MarketOnOpenOrder& order) override;
  OrderEvent MarketOnCloseFill(Security& asset, const MarketOnCloseOrder& order) override;

 protected:
  bool Counts(const SubscriptionDataConfig& config) const override;

 private:
  // The ask of a purchase or the bid of a sale: the first of quote tick, quote bar, trade tick and
  // trade bar that is young enough, else the youngest.
  BestEffort BestEffortPrice(const Security& asset, const Order& order) const;
  // The last trade bar if it ended after the order was placed, else nullptr.
  const TradeBar* TradeBarAfter(const Security& asset, const Order& order);
  // Fills at a price of the trades, or at the best effort when there is none.
  void FillAtOpenOrClose(OrderEvent& fill, Security& asset, const Order& order,
                         Decimal trade_price);

  TradeBar tick_bar_;
};

}  // namespace regimen
