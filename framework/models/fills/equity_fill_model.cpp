#include "framework/models/fills/equity_fill_model.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/market/trade_condition_flags.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

namespace {

std::string Stamp(const Security& asset, DateTime local_time) {
  return local_time.ToString() + " " + asset.Exchange.TimeZone().Id();
}

std::string StaleQuote(const Security& asset, DateTime end_time, const char* source) {
  return "Warning: fill at stale price (" + Stamp(asset, end_time) + "), using " + source +
         " data.";
}

std::string NoQuote(const Security& asset, DateTime end_time, const char* source) {
  return "Warning: No quote information available at " + Stamp(asset, end_time) +
         ", order filled using " + source + " data";
}

std::string Gap(const Security& asset, const TradeBar& bar, const char* kind) {
  return "Due to " + std::string(kind) + " gap at " + Stamp(asset, bar.EndTime()) +
         ", order filled using the open price (" + bar.Open().ToString() + ")";
}

// How long an order at the open or close waits for the auction's print.
constexpr TimeSpan kPrintTimeout = TimeSpan::FromMinutes(1);

// The bar that trades of one instant make, in their order. Requires at least one.
TradeBar BarOf(const std::vector<Tick>& trades) {
  Decimal open;
  Decimal high = trades.front().Price();
  Decimal low = high;
  Decimal volume;
  DateTime time;
  for (const Tick& trade : trades) {
    const Decimal price = trade.Price();
    if (open.IsZero()) {
      open = price;
      time = trade.Time();
    }
    high = Math::Max(high, price);
    low = Math::Min(low, price);
    volume += trade.Quantity();
  }
  const Tick& last = trades.back();
  return {time, last.GetSymbol(), Bar(open, high, low, last.Price()), volume,
          last.EndTime() - time};
}

bool IsPrintOf(const Tick& trade, const std::string& exchange, std::uint32_t flags) {
  return trade.ExchangeCode() == exchange && (trade.ParsedSaleCondition() & flags) != 0;
}

std::string FilledWithLast(const Tick& tick) {
  return " Fill with last " + std::string(ToText(tick.TickType())) + " data.";
}

// The opening print of the primary exchange among the last trades; when none came within a minute
// of the open, the last trade of the session or else the last tick, and the message says so.
// nullptr: wait.
const Tick* OpeningTick(const Security& asset, OrderEvent& fill) {
  constexpr std::uint32_t kPrints =
      TradeConditionFlags::kOfficialOpen | TradeConditionFlags::kOpeningPrints;
  const Tick* last = asset.Cache.QuoteTicks().empty() ? asset.Cache.LastTradeTick()
                                                      : &asset.Cache.QuoteTicks().back();
  for (const Tick& trade : asset.Cache.TradeTicks()) {
    if (!asset.Exchange.DateTimeIsOpen(trade.Time())) continue;
    if (IsPrintOf(trade, asset.PrimaryExchange(), kPrints)) return &trade;
    last = &trade;
  }
  fill.SetMessage(
      "No trade with the OfficialOpen or OpeningPrints flag within the 1-minute timeout.");
  if (last == nullptr) return nullptr;
  const auto open = asset.Exchange.Hours()
                        .GetMarketHours(asset.LocalTime())
                        .GetMarketOpen(TimeSpan(), false, std::nullopt);
  if (open && last->EndTime().TimeOfDay() - *open < kPrintTimeout) return nullptr;
  fill.SetMessage(fill.Message() + FilledWithLast(*last));
  return last;
}

// The closing print likewise; without extended hours it cannot come and is not waited for.
const Tick* ClosingTick(const Security& asset, DateTime close, OrderEvent& fill) {
  constexpr std::uint32_t kPrints =
      TradeConditionFlags::kOfficialClose | TradeConditionFlags::kClosingPrints;
  const std::vector<Tick>& trades = asset.Cache.TradeTicks();
  for (auto trade = trades.rbegin(); trade != trades.rend(); ++trade) {
    if (IsPrintOf(*trade, asset.PrimaryExchange(), kPrints)) return &*trade;
  }
  const Tick* last = trades.empty() ? asset.Cache.LastTick() : &trades.back();
  const bool extended = std::ranges::any_of(asset.Subscriptions(), [](const auto& config) {
    return !config.is_internal && config.extended_market_hours;
  });
  fill.SetMessage(std::string("No trade with the OfficialClose or ClosingPrints flag ") +
                  (extended ? "within the 1-minute timeout."
                            : "for data that does not include extended market hours."));
  if (last == nullptr) return nullptr;
  if (extended && last->EndTime() - close < kPrintTimeout) return nullptr;
  fill.SetMessage(fill.Message() + FilledWithLast(*last));
  return last;
}

// Takes the first candidate that is not stale, else the youngest. A quote is worth a message only
// when it is stale, a trade always.
class BestEffortSearch {
 public:
  BestEffortSearch(const Security& asset, DateTime cut_off) : asset_(asset), cut_off_(cut_off) {}

  bool Found() const { return found_; }
  EquityFillModel::BestEffort Best() { return std::move(best_); }

  void TryQuote(const BaseData& data, Decimal price, const char* source) {
    if (!IsBetter(data)) return;
    const bool stale = data.EndTime() < cut_off_;
    Take(data, price, stale ? StaleQuote(asset_, data.EndTime(), source) : std::string());
  }
  void TryTrade(const BaseData& data, Decimal price, const char* source) {
    if (IsBetter(data)) Take(data, price, NoQuote(asset_, data.EndTime(), source));
  }

 private:
  bool IsBetter(const BaseData& data) const {
    return !found_ || (best_.stale && data.EndTime() > best_.end_time);
  }
  void Take(const BaseData& data, Decimal price, std::string message) {
    found_ = true;
    best_ = {price, std::move(message), data.EndTime() < cut_off_, data.EndTime()};
  }

  const Security& asset_;
  DateTime cut_off_;
  bool found_ = false;
  EquityFillModel::BestEffort best_;
};

}  // namespace

bool EquityFillModel::Counts(const SubscriptionDataConfig& config) const {
  return !config.is_internal;
}

EquityFillModel::BestEffort EquityFillModel::BestEffortPrice(const Security& asset,
                                                             const Order& order) const {
  const SubscribedTypes types = GetSubscribedTypes(asset);
  const SecurityCache& cache = asset.Cache;
  const bool buy = order.Direction() == OrderDirection::Buy;
  BestEffortSearch search(asset, ConvertFromUtc(order.Time(), asset.Exchange.TimeZone()) -
                                     Parameters().StalePriceTimeSpan);
  const Tick* side_tick = buy ? cache.LastAskTick() : cache.LastBidTick();
  if (types.tick && side_tick != nullptr) {
    search.TryQuote(*side_tick, buy ? side_tick->AskPrice() : side_tick->BidPrice(), "Quote Tick");
  }
  if (const QuoteBar* quote = types.quote_bar ? cache.LastQuoteBar() : nullptr) {
    const Bar* side = buy ? quote->Ask() : quote->Bid();
    search.TryQuote(*quote, side == nullptr ? quote->Close() : side->Close(), "QuoteBar");
  }
  if (const Tick* trade = types.tick ? cache.LastTradeTick() : nullptr) {
    search.TryTrade(*trade, trade->Price(), "Trade Tick");
  }
  if (const TradeBar* trade = types.trade_bar ? cache.LastTradeBar() : nullptr) {
    search.TryTrade(*trade, trade->Close(), "TradeBar");
  }
  if (search.Found()) return search.Best();
  throw InvalidOperationError("Cannot get " + std::string(buy ? "ask" : "bid") +
                              " price to perform fill for " + asset.GetSymbol().Value() +
                              " because no market data was found.");
}

const TradeBar* EquityFillModel::TradeBarAfter(const Security& asset, const Order& order) {
  const SubscribedTypes types = GetSubscribedTypes(asset);
  const TradeBar* bar = nullptr;
  if (types.tick) {
    if (!asset.Cache.TradeTicks().empty()) {
      tick_bar_ = BarOf(asset.Cache.TradeTicks());
      bar = &tick_bar_;
    }
  } else if (types.trade_bar) {
    bar = asset.Cache.LastTradeBar();
  }
  if (bar == nullptr || ConvertToUtc(bar->EndTime(), asset.Exchange.TimeZone()) <= order.Time()) {
    return nullptr;
  }
  return bar;
}

OrderEvent EquityFillModel::MarketFill(Security& asset, const MarketOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset, false)) return fill;
  BestEffort best = BestEffortPrice(asset, order);
  const Decimal price = WithSlippage(asset, order, best.price);
  if (best.stale) {
    const DateTime end_utc = ConvertToUtc(best.end_time, asset.Exchange.TimeZone());
    if (ShouldWaitForFreshDataOnStale(asset, end_utc, order.Time())) return fill;
  }
  FillCompletely(fill, order, price);
  fill.SetMessage(std::move(best.message));
  return fill;
}

OrderEvent EquityFillModel::LimitFill(Security& asset, const LimitOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !FillModel::IsExchangeOpen(asset)) return fill;
  const TradeBar* bar = TradeBarAfter(asset, order);
  if (bar == nullptr) return fill;
  const Decimal limit = order.LimitPrice();
  const bool buy = order.Direction() == OrderDirection::Buy;
  if (buy ? bar->Low() >= limit : bar->High() <= limit) return fill;
  const bool gap = buy ? bar->Open() < limit : bar->Open() > limit;
  FillCompletely(fill, order, gap ? bar->Open() : limit);
  if (gap) fill.SetMessage(Gap(asset, *bar, "a favorable"));
  return fill;
}

OrderEvent EquityFillModel::StopMarketFill(Security& asset, const StopMarketOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !IsExchangeOpen(asset, false)) return fill;
  const TradeBar* bar = TradeBarAfter(asset, order);
  if (bar == nullptr) return fill;
  const Decimal stop = order.StopPrice();
  const bool sell = order.Direction() == OrderDirection::Sell;
  if (sell ? bar->Low() > stop : bar->High() < stop) return fill;
  const bool gap = sell ? bar->Open() <= stop : bar->Open() >= stop;
  FillCompletely(fill, order, WithSlippage(asset, order, gap ? bar->Open() : stop));
  if (gap) fill.SetMessage(Gap(asset, *bar, "an unfavorable"));
  return fill;
}

OrderEvent EquityFillModel::LimitIfTouchedFill(Security& asset, LimitIfTouchedOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled || !FillModel::IsExchangeOpen(asset)) return fill;
  const TradeBar* bar = TradeBarAfter(asset, order);
  if (bar == nullptr) return fill;
  const bool buy = order.Direction() == OrderDirection::Buy;
  if (buy ? bar->Low() <= order.TriggerPrice() : bar->High() >= order.TriggerPrice()) {
    order.SetTriggerTouched(true);
  }
  if (!order.TriggerTouched()) return fill;
  BestEffort best = BestEffortPrice(asset, order);
  const Decimal limit = order.LimitPrice();
  if (buy ? best.price > limit : best.price < limit) return fill;
  FillCompletely(fill, order, buy ? Math::Min(best.price, limit) : Math::Max(best.price, limit));
  fill.SetMessage(std::move(best.message));
  return fill;
}

void EquityFillModel::FillAtOpenOrClose(OrderEvent& fill, Security& asset, const Order& order,
                                        Decimal trade_price) {
  Decimal price = trade_price;
  if (price.IsZero()) {
    const BestEffort best = BestEffortPrice(asset, order);
    price = best.price;
    fill.SetMessage(fill.Message() + best.message);
  }
  FillCompletely(fill, order, WithSlippage(asset, order, price));
}

OrderEvent EquityFillModel::MarketOnOpenFill(Security& asset, const MarketOnOpenOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled) return fill;
  const DateTime order_time = ConvertFromUtc(order.Time(), asset.Exchange.TimeZone());
  const SubscribedTypes types = GetSubscribedTypes(asset);
  Decimal open;
  DateTime end_time;
  if (types.tick) {
    const Tick* tick = OpeningTick(asset, fill);
    if (tick == nullptr) return fill;
    if (tick->TickType() == TickType::Trade) open = tick->Price();
    end_time = tick->EndTime();
  } else if (types.trade_bar && asset.Cache.LastTradeBar() != nullptr) {
    const TradeBar& bar = *asset.Cache.LastTradeBar();
    // The order came while the bar was forming, or the bar is of another session.
    if (bar.Time() < order_time) return fill;
    if (bar.Period() < TimeSpan::FromHours(1) && !asset.Exchange.DateTimeIsOpen(bar.Time())) {
      return fill;
    }
    open = bar.Open();
    end_time = bar.EndTime();
  }
  if (order_time >= end_time) return fill;
  // Placed in the session: the next day's open is meant.
  if (asset.Exchange.DateTimeIsOpen(order_time) && order_time.Date() == end_time.Date()) {
    return fill;
  }
  if (!IsExchangeOpen(asset, false)) return fill;
  FillAtOpenOrClose(fill, asset, order, open);
  return fill;
}

OrderEvent EquityFillModel::MarketOnCloseFill(Security& asset, const MarketOnCloseOrder& order) {
  OrderEvent fill = NoFill(asset, order);
  if (order.Status() == OrderStatus::Canceled) return fill;
  const DateTime order_time = ConvertFromUtc(order.Time(), asset.Exchange.TimeZone());
  const DateTime next_close = asset.Exchange.Hours().GetNextMarketClose(order_time, false);
  if (asset.LocalTime() < next_close) return fill;
  const SubscribedTypes types = GetSubscribedTypes(asset);
  Decimal close;
  if (types.tick) {
    const Tick* tick = ClosingTick(asset, next_close, fill);
    if (tick == nullptr) return fill;
    if (tick->TickType() == TickType::Trade) close = tick->Price();
  } else if (types.trade_bar) {
    if (const TradeBar* bar = asset.Cache.LastTradeBar()) close = bar->Close();
  } else {
    fill.SetMessage("Warning: No trade information available at " +
                    Stamp(asset, asset.LocalTime()) + ", order filled using Quote data");
  }
  FillAtOpenOrClose(fill, asset, order, close);
  return fill;
}

}  // namespace regimen
