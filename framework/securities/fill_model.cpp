#include "framework/securities/fill_model.hpp"

#include <algorithm>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/slippage_model.hpp"

namespace regimen {

namespace {

bool IsHourOrDaily(Resolution resolution) {
  return resolution == Resolution::Hour || resolution == Resolution::Daily;
}

[[noreturn]] void ThrowAlwaysOpen(const Security& asset, OrderType type) {
  throw InvalidOperationError("Market never closes for this symbol " + asset.GetSymbol().Value() +
                              ", can no submit a " + std::string(ToText(type)) + " order.");
}

// The price an order meets: bid of a sale, ask of a purchase, without them the last trade.
Decimal SidePrice(const Tick& tick, OrderDirection direction) {
  const Decimal side = direction == OrderDirection::Sell ? tick.BidPrice() : tick.AskPrice();
  return side.IsZero() ? tick.Price() : side;
}

const Bar* SideBar(const QuoteBar& quote, OrderDirection direction) {
  return direction == OrderDirection::Sell ? quote.Bid() : quote.Ask();
}

}  // namespace

std::vector<OrderEvent> FillModel::Fill(const FillModelParameters& parameters) {
  parameters_ = &parameters;
  Security& asset = parameters.Security;
  Order& order = parameters.Order;
  switch (order.Type()) {
    case OrderType::Market:
      return {MarketFill(asset, order)};
    case OrderType::Limit:
      return {LimitFill(asset, order)};
    case OrderType::LimitIfTouched:
      return {LimitIfTouchedFill(asset, order)};
    case OrderType::StopMarket:
      return {StopMarketFill(asset, order)};
    case OrderType::TrailingStop:
      return {TrailingStopFill(asset, order)};
    case OrderType::StopLimit:
      return {StopLimitFill(asset, order)};
    case OrderType::MarketOnOpen:
      return {MarketOnOpenFill(asset, order)};
    case OrderType::MarketOnClose:
      return {MarketOnCloseFill(asset, order)};
    case OrderType::ComboMarket:
      return ComboMarketFill(order, parameters);
    case OrderType::ComboLimit:
      return ComboLimitFill(order, parameters);
    case OrderType::ComboLegLimit:
      return ComboLegLimitFill(order, parameters);
    case OrderType::OptionExercise:
      break;
  }
  throw InvalidOperationError("fill models do not fill orders of type " +
                              std::string(ToText(order.Type())));
}

OrderEvent FillModel::NoFill(const Security& asset, const Order& order) {
  return OrderEvent(order, asset.UtcTime());
}

void FillModel::FillCompletely(OrderEvent& fill, const Order& order, Decimal price) {
  fill.SetStatus(OrderStatus::Filled);
  fill.SetFillPrice(price);
  fill.SetFillQuantity(order.Quantity());
}

Decimal FillModel::WithSlippage(Security& asset, const Order& order, Decimal price) {
  const Decimal slip = asset.SlippageModel().GetSlippageApproximation(asset, order);
  switch (order.Direction()) {
    case OrderDirection::Buy:
      return price + slip;
    case OrderDirection::Sell:
      return price - slip;
    case OrderDirection::Hold:
      break;
  }
  return price;
}

bool FillModel::Counts(const SubscriptionDataConfig& /*config*/) const { return true; }

FillModel::SubscribedTypes FillModel::GetSubscribedTypes(const Security& asset) const {
  SubscribedTypes types;
  bool any = false;
  for (const SubscriptionDataConfig& config : asset.Subscriptions()) {
    if (!Counts(config)) continue;
    any = true;
    types.tick |= config.data_type == MarketDataType::Tick;
    types.quote_bar |= config.data_type == MarketDataType::QuoteBar;
    types.trade_bar |= config.data_type == MarketDataType::TradeBar;
  }
  if (any) return types;
  throw InvalidOperationError("Cannot perform fill for " + asset.GetSymbol().Value() +
                              " because no data subscription were found.");
}

Prices FillModel::GetPrices(const Security& asset, OrderDirection direction) {
  const SecurityCache& cache = asset.Cache;
  const auto last_known = [&] {
    const BaseData* last = cache.LastData();
    return Prices(last == nullptr ? DateTime() : last->Time(),
                  last == nullptr ? DateTime() : last->EndTime(), asset.Price(),
                  Bar(asset.Open(), asset.High(), asset.Low(), asset.Close()));
  };
  if (direction == OrderDirection::Hold) return last_known();
  const SubscribedTypes types = GetSubscribedTypes(asset);
  const Tick* tick = types.tick ? cache.LastTick() : nullptr;
  if (tick != nullptr && !SidePrice(*tick, direction).IsZero()) {
    return {tick->Time(), tick->EndTime(), SidePrice(*tick, direction)};
  }
  const QuoteBar* quote = types.quote_bar ? cache.LastQuoteBar() : nullptr;
  if (quote != nullptr && SideBar(*quote, direction) != nullptr) {
    return {quote->Time(), quote->EndTime(), *SideBar(*quote, direction)};
  }
  const TradeBar* trade = types.trade_bar ? cache.LastTradeBar() : nullptr;
  if (trade == nullptr) return last_known();
  return {trade->Time(), trade->EndTime(), trade->Prices()};
}

bool FillModel::IsExchangeOpen(const Security& asset, bool extended_market_hours) {
  const DateTime now = asset.LocalTime();
  if (asset.Exchange.Hours().IsOpen(now, extended_market_hours)) return true;
  const BaseData* bar = asset.GetLastData();
  if (bar == nullptr) return false;
  const bool on_bar = bar->Period() > TimeSpan::FromHours(1) ? now.Date() == bar->EndTime().Date()
                                                             : now <= bar->EndTime();
  return on_bar &&
         asset.Exchange.IsOpenDuringBar(bar->Time(), bar->EndTime(), extended_market_hours);
}

bool FillModel::IsExchangeOpen(const Security& asset) {
  bool any_own = false;
  bool own_extended = false;
  bool internal_extended = false;
  for (const SubscriptionDataConfig& config : asset.Subscriptions()) {
    any_own |= !config.is_internal;
    (config.is_internal ? internal_extended : own_extended) |= config.extended_market_hours;
  }
  return IsExchangeOpen(asset, any_own ? own_extended : internal_extended);
}

bool FillModel::IsCoarse(const Security& asset) {
  bool any_own = false;
  for (const SubscriptionDataConfig& config : asset.Subscriptions()) {
    if (config.is_internal) continue;
    if (!IsHourOrDaily(config.resolution)) return false;
    any_own = true;
  }
  return any_own;
}

bool FillModel::ShouldWaitForFreshDataOnStale(const Security& asset, DateTime data_end_utc,
                                              DateTime order_time_utc) const {
  if (IsCoarse(asset)) return true;
  const TimeSpan bar = ToTimeSpan(asset.Resolution());
  return bar != TimeSpan() && order_time_utc - data_end_utc > bar;
}

Decimal FillModel::MarketPrice(const Security& asset, const Order& order, const Prices& prices) {
  // An order that rested since before a long bar fills at the bar's open.
  const bool rested = !prices.Open.IsZero() && IsCoarse(asset) &&
                      order.Time() <= ConvertToUtc(prices.Time, asset.Exchange.TimeZone());
  return rested ? prices.Open : prices.Current;
}

OrderEvent FillModel::MarketFill(Security& asset, const MarketOrder& order) {
  return MarketFillOf(asset, order);
}

OrderEvent FillModel::MarketFillOf(Security& asset, const Order& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset, false)) return fill;
  const Prices prices = GetPrices(asset, order.Direction());
  const DateTimeZone zone = asset.Exchange.TimeZone();
  const DateTime end_utc = ConvertToUtc(prices.EndTime, zone);
  if (end_utc + Parameters().StalePriceTimeSpan < order.Time()) {
    if (ShouldWaitForFreshDataOnStale(asset, end_utc, order.Time())) return fill;
    fill.SetMessage("Warning: fill at stale price (" + prices.EndTime.ToString() + " " + zone.Id() +
                    ")");
  }
  FillCompletely(fill, order, WithSlippage(asset, order, MarketPrice(asset, order, prices)));
  return fill;
}

OrderEvent FillModel::LimitFill(Security& asset, const LimitOrder& order) {
  return LimitFillOf(asset, order);
}

OrderEvent FillModel::LimitFillOf(Security& asset, const Order& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset)) return fill;
  const Prices prices = GetPrices(asset, order.Direction());
  if (ConvertToUtc(prices.EndTime, asset.Exchange.TimeZone()) <= order.Time()) return fill;
  const Decimal limit = order.LimitPrice();
  // The worse of the bar's far end and the limit: a limit far through the market fills at the
  // market.
  if (order.Direction() == OrderDirection::Buy && prices.Low < limit) {
    FillCompletely(fill, order, Math::Min(prices.High, limit));
  } else if (order.Direction() == OrderDirection::Sell && prices.High > limit) {
    FillCompletely(fill, order, Math::Max(prices.Low, limit));
  }
  return fill;
}

OrderEvent FillModel::MarketOnOpenFill(Security& asset, const MarketOnOpenOrder& order) {
  if (asset.Exchange.Hours().IsMarketAlwaysOpen()) ThrowAlwaysOpen(asset, order.Type());
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled) return fill;
  const BaseData* bar = asset.GetLastData();
  const DateTime order_time = ConvertFromUtc(order.Time(), asset.Exchange.TimeZone());
  if (bar == nullptr || order_time >= bar->EndTime()) return fill;
  // Placed in the session: the next day's open is meant.
  if (asset.Exchange.DateTimeIsOpen(order_time) && order_time.Date() == asset.LocalTime().Date()) {
    return fill;
  }
  if (!IsExchangeOpen(asset, false)) return fill;
  FillCompletely(fill, order, WithSlippage(asset, order, GetPrices(asset, order.Direction()).Open));
  return fill;
}

OrderEvent FillModel::MarketOnCloseFill(Security& asset, const MarketOnCloseOrder& order) {
  if (asset.Exchange.Hours().IsMarketAlwaysOpen()) ThrowAlwaysOpen(asset, order.Type());
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled) return fill;
  const DateTime order_time = ConvertFromUtc(order.Time(), asset.Exchange.TimeZone());
  const DateTime close = asset.Exchange.Hours().GetNextMarketClose(order_time, false);
  if (asset.LocalTime() < close) return fill;
  FillCompletely(fill, order,
                 WithSlippage(asset, order, GetPrices(asset, order.Direction()).Close));
  return fill;
}

}  // namespace regimen
