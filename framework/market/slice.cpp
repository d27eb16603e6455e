#include "framework/market/slice.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace regimen {

namespace {

std::uint32_t Last(std::size_t size) { return static_cast<std::uint32_t>(size - 1); }

// What LEAN calls the default data of a security type: for shares trades.
bool CountsQuotes(const BaseData* quote) {
  return quote != nullptr && quote->GetSymbol().SecurityType() != SecurityType::Equity;
}

bool CountsTick(const Tick& tick) {
  return tick.TickType() == TickType::Trade || CountsQuotes(&tick);
}

}  // namespace

template <class Key>
bool Slice::Contains(const Key& key) const {
  const std::vector<Tick>* ticks = ticks_.Find(key);
  return bars_.ContainsKey(key) || CountsQuotes(quote_bars_.Find(key)) ||
         (ticks != nullptr && std::ranges::any_of(*ticks, CountsTick)) ||
         dividends_.ContainsKey(key) || splits_.ContainsKey(key) || delistings_.ContainsKey(key) ||
         symbol_changes_.ContainsKey(key);
}

bool Slice::ContainsKey(const Symbol& symbol) const { return Contains(symbol); }
bool Slice::ContainsKey(std::string_view ticker) const { return Contains(ticker); }

std::vector<Symbol> Slice::Keys() const {
  std::vector<Symbol> keys;
  std::unordered_set<Symbol> known;
  for (const Place& place : order_) {
    const BaseData& point = *At(place);
    const bool is_quote = point.DataType() == MarketDataType::QuoteBar;
    if (is_quote && !CountsQuotes(&point)) continue;
    if (place.kind == Kind::Tick && !CountsTick(static_cast<const Tick&>(point))) continue;
    if (known.insert(point.GetSymbol()).second) keys.push_back(point.GetSymbol());
  }
  return keys;
}

void Slice::SetTickers(const TickerSource* tickers) {
  bars_.SetTickers(tickers);
  quote_bars_.SetTickers(tickers);
  ticks_.SetTickers(tickers);
  dividends_.SetTickers(tickers);
  splits_.SetTickers(tickers);
  delistings_.SetTickers(tickers);
  symbol_changes_.SetTickers(tickers);
}

std::vector<const BaseData*> Slice::AllData() const {
  std::vector<const BaseData*> all;
  all.reserve(order_.size());
  for (const Place& place : order_) all.push_back(At(place));
  return all;
}

const BaseData* Slice::At(const Place& place) const {
  switch (place.kind) {
    case Kind::Bar:
      return &bars_.Values()[place.index];
    case Kind::QuoteBar:
      return &quote_bars_.Values()[place.index];
    case Kind::Tick:
      return &ticks_.At(place.list)[place.index];
    case Kind::Dividend:
      return &dividends_.Values()[place.index];
    case Kind::Split:
      return &splits_.Values()[place.index];
    case Kind::Delisting:
      return &delistings_.Values()[place.index];
    case Kind::SymbolChange:
      return &symbol_changes_.Values()[place.index];
    case Kind::ShadowedBar:
      return &shadowed_bars_[place.index];
    case Kind::ShadowedQuoteBar:
      return &shadowed_quote_bars_[place.index];
  }
  return nullptr;
}

std::span<const Tick> Slice::TicksAt(std::size_t first, std::size_t count) const {
  if (ticks_.Empty()) return {};
  // One feed's ticks follow each other in its symbol's list, whatever events stand between them.
  const Place* begin = nullptr;
  std::size_t ticks = 0;
  for (std::size_t i = first; i < first + count; ++i) {
    if (order_[i].kind != Kind::Tick) continue;
    if (begin == nullptr) begin = &order_[i];
    ++ticks;
  }
  if (begin == nullptr) return {};
  return {ticks_.At(begin->list).data() + begin->index, ticks};
}

void Slice::Reset(DateTime utc_time, DateTime time) {
  utc_time_ = utc_time;
  time_ = time;
  order_.clear();
  bars_.Clear();
  quote_bars_.Clear();
  shadowed_bars_.clear();
  shadowed_quote_bars_.clear();
  ticks_.Clear();
  dividends_.Clear();
  splits_.Clear();
  delistings_.Clear();
  symbol_changes_.Clear();
}

template <class T>
void Slice::AddBar(const T& bar, bool repeated, DataDictionary<T>& bars, std::vector<T>& shadowed) {
  constexpr bool kTrades = std::is_same_v<T, TradeBar>;
  constexpr Kind kShown = kTrades ? Kind::Bar : Kind::QuoteBar;
  constexpr Kind kShadowed = kTrades ? Kind::ShadowedBar : Kind::ShadowedQuoteBar;
  const T* shown = repeated ? bars.Find(bar.GetSymbol()) : nullptr;
  if (shown == nullptr) {
    bars.Items().push_back(bar);
    order_.push_back({kShown, Last(bars.Count()), 0});
    return;
  }
  // The dictionary shows the bar of the smallest period, the order of the slice shows both.
  const auto at = static_cast<std::uint32_t>(shown - bars.Values().data());
  shadowed.push_back(bar);
  Place added{kShadowed, Last(shadowed.size()), 0};
  if (shown->Period() > bar.Period()) {
    std::swap(shadowed.back(), bars.Items()[at]);
    for (Place& place : order_) {
      if (place.kind == kShown && place.index == at) std::swap(place, added);
    }
  }
  order_.push_back(added);
}

void Slice::Add(const TradeBar& bar, bool repeated) {
  AddBar(bar, repeated, bars_, shadowed_bars_);
}

void Slice::Add(const QuoteBar& bar, bool repeated) {
  AddBar(bar, repeated, quote_bars_, shadowed_quote_bars_);
}

void Slice::Add(const Tick& tick) {
  std::size_t list = 0;
  std::vector<Tick>& ticks = ticks_.ListOf(tick.GetSymbol(), list);
  ticks.push_back(tick);
  order_.push_back({Kind::Tick, Last(ticks.size()), static_cast<std::uint32_t>(list)});
}

template <class T>
void Slice::AddEvent(const T& event, DataDictionary<T>& events, Kind kind) {
  events.Items().push_back(event);
  order_.push_back({kind, Last(events.Count()), 0});
}

void Slice::Add(const Dividend& dividend) { AddEvent(dividend, dividends_, Kind::Dividend); }
void Slice::Add(const Split& split) { AddEvent(split, splits_, Kind::Split); }
void Slice::Add(const Delisting& delisting) { AddEvent(delisting, delistings_, Kind::Delisting); }
void Slice::Add(const SymbolChangedEvent& change) {
  AddEvent(change, symbol_changes_, Kind::SymbolChange);
}

}  // namespace regimen
