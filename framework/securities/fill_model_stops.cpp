// The orders of FillModel that wait for a stop or a trigger.
#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/securities/fill_model.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/slippage_model.hpp"

namespace regimen {

namespace {

// The worse of the stop and the present price with slippage.
Decimal StopFillPrice(Security& asset, const Order& order, const Prices& prices) {
  const Decimal slip = asset.SlippageModel().GetSlippageApproximation(asset, order);
  return order.Direction() == OrderDirection::Sell
             ? Math::Min(order.StopPrice(), prices.Current - slip)
             : Math::Max(order.StopPrice(), prices.Current + slip);
}

}  // namespace

OrderEvent FillModel::StopMarketFill(Security& asset, const StopMarketOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset, false)) return fill;
  const Prices prices = GetPrices(asset, order.Direction());
  if (ConvertToUtc(prices.EndTime, asset.Exchange.TimeZone()) <= order.Time()) return fill;
  const bool reached = order.Direction() == OrderDirection::Sell ? prices.Low < order.StopPrice()
                                                                 : prices.High > order.StopPrice();
  if (reached && order.Direction() != OrderDirection::Hold) {
    FillCompletely(fill, order, StopFillPrice(asset, order, prices));
  }
  return fill;
}

OrderEvent FillModel::TrailingStopFill(Security& asset, TrailingStopOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset, false)) return fill;
  const Prices prices = GetPrices(asset, order.Direction());
  if (ConvertToUtc(prices.EndTime, asset.Exchange.TimeZone()) <= order.Time()) return fill;
  const bool sell = order.Direction() == OrderDirection::Sell;
  const bool reached = sell ? prices.Low <= order.StopPrice() : prices.High >= order.StopPrice();
  if (reached) {
    FillCompletely(fill, order, StopFillPrice(asset, order, prices));
  } else {
    // After the attempt: a stop raised by a bar's high must not be hit by the same bar's low.
    order.TrailStop(sell ? prices.High : prices.Low);
  }
  return fill;
}

OrderEvent FillModel::StopLimitFill(Security& asset, StopLimitOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset)) return fill;
  const Prices prices = GetPrices(asset, order.Direction());
  if (ConvertToUtc(prices.EndTime, asset.Exchange.TimeZone()) <= order.Time()) return fill;
  const bool buy = order.Direction() == OrderDirection::Buy;
  if (buy ? prices.High > order.StopPrice() : prices.Low < order.StopPrice()) {
    order.SetStopTriggered(true);
  }
  if (!order.StopTriggered()) return fill;
  // Against the close: the better end of the bar may lie before the stop was reached.
  const Decimal limit = order.LimitPrice();
  if (buy && prices.Current < limit) {
    FillCompletely(fill, order, Math::Min(prices.High, limit));
  } else if (!buy && prices.Current > limit) {
    FillCompletely(fill, order, Math::Max(prices.Low, limit));
  }
  return fill;
}

OrderEvent FillModel::LimitIfTouchedFill(Security& asset, LimitIfTouchedOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset)) return fill;
  const SubscribedTypes types = GetSubscribedTypes(asset);
  Prices prices;
  if (types.tick) {
    prices = GetPrices(asset, order.Direction());
    prices.High = prices.Low = prices.Current;
  } else if (types.trade_bar && asset.Cache.LastTradeBar() != nullptr) {
    const TradeBar& bar = *asset.Cache.LastTradeBar();
    prices = Prices(bar.Time(), bar.EndTime(), bar.Prices());
  }
  if (ConvertToUtc(prices.EndTime, asset.Exchange.TimeZone()) <= order.Time()) return fill;
  const bool sell = order.Direction() == OrderDirection::Sell;
  if (sell ? prices.High >= order.TriggerPrice() : prices.Low <= order.TriggerPrice()) {
    order.SetTriggerTouched(true);
  }
  if (!order.TriggerTouched()) return fill;
  // LEAN looks at the far side of the quote: the ask of a sale, the bid of a purchase.
  const bool within = sell ? QuotedPrice(asset, OrderDirection::Buy) >= order.LimitPrice()
                           : QuotedPrice(asset, OrderDirection::Sell) <= order.LimitPrice();
  if (within) FillCompletely(fill, order, order.LimitPrice());
  return fill;
}

// The ask that a purchase meets or the bid that a sale meets, of the last quote; else the last
// trade.
Decimal FillModel::QuotedPrice(const Security& asset, OrderDirection side) const {
  const SubscribedTypes types = GetSubscribedTypes(asset);
  const SecurityCache& cache = asset.Cache;
  const bool ask = side == OrderDirection::Buy;
  if (types.tick) {
    if (const Tick* quote = ask ? cache.LastAskTick() : cache.LastBidTick()) {
      return ask ? quote->AskPrice() : quote->BidPrice();
    }
  }
  if (types.quote_bar && cache.LastQuoteBar() != nullptr) {
    const QuoteBar& quote = *cache.LastQuoteBar();
    const Bar* bar = ask ? quote.Ask() : quote.Bid();
    return bar == nullptr ? quote.Close() : bar->Close();
  }
  if (types.tick && cache.LastTradeTick() != nullptr && cache.LastTradeTick()->Price() > 0) {
    return cache.LastTradeTick()->Price();
  }
  if (types.trade_bar && cache.LastTradeBar() != nullptr) return cache.LastTradeBar()->Close();
  throw InvalidOperationError("Cannot get " + std::string(ask ? "ask" : "bid") +
                              " price to perform fill for " + asset.GetSymbol().Value() +
                              " because no market data was found.");
}

}  // namespace regimen
