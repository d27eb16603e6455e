#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/symbol.hpp"
#include "framework/market/data_dictionary.hpp"
#include "framework/market/delisting.hpp"
#include "framework/market/dividend.hpp"
#include "framework/market/quote_bar.hpp"
#include "framework/market/split.hpp"
#include "framework/market/symbol_changed_event.hpp"
#include "framework/market/ticks.hpp"
#include "framework/market/trade_bar.hpp"

namespace regimen {

using TradeBars = DataDictionary<TradeBar>;
using QuoteBars = DataDictionary<QuoteBar>;
using Dividends = DataDictionary<Dividend>;
using Splits = DataDictionary<Split>;
using Delistings = DataDictionary<Delisting>;
using SymbolChangedEvents = DataDictionary<SymbolChangedEvent>;

// All that became known at one instant (LEAN's Slice): slice[spy], slice.QuoteBars(),
// slice.AllData().
//
// A const Slice& is valid during the callback that it was passed to; a copy stays valid. Bars and
// QuoteBars keep, of several bars of one symbol, the one of the smallest period. Not thread-safe.
class Slice {
 public:
  // The instant, in the algorithm's time zone and in UTC.
  DateTime Time() const { return time_; }
  DateTime UtcTime() const { return utc_time_; }
  // True when any point (fill-forward copies and corporate actions included) is in the slice.
  bool HasData() const { return !order_.empty(); }

  const TradeBars& Bars() const { return bars_; }
  const regimen::QuoteBars& QuoteBars() const { return quote_bars_; }
  const regimen::Ticks& Ticks() const { return ticks_; }
  const regimen::Dividends& Dividends() const { return dividends_; }
  const regimen::Splits& Splits() const { return splits_; }
  const regimen::Delistings& Delistings() const { return delistings_; }
  const regimen::SymbolChangedEvents& SymbolChangedEvents() const { return symbol_changes_; }

  // The trade bar of a symbol; throws ArgumentError when there is none in this slice.
  const TradeBar& operator[](const Symbol& symbol) const { return bars_[symbol]; }
  const TradeBar& operator[](std::string_view ticker) const { return bars_[ticker]; }
  // Whether the slice holds anything of the symbol, a corporate action included; quotes of a share
  // do not count, as in LEAN.
  bool ContainsKey(const Symbol& symbol) const;
  bool ContainsKey(std::string_view ticker) const;
  // The symbols that it contains, in the order in which they came.
  std::vector<Symbol> Keys() const;
  std::size_t Count() const { return Keys().size(); }
  bool TryGetValue(const Symbol& symbol, const TradeBar*& value) const {
    return bars_.TryGetValue(symbol, value);
  }
  bool TryGetValue(std::string_view ticker, const TradeBar*& value) const {
    return bars_.TryGetValue(ticker, value);
  }
  // Get<TradeBar>(spy), Get<QuoteBar>(spy), ...: nullptr when absent. Get<Tick>(spy) is the last of
  // its ticks.
  template <class T>
  const T* Get(const Symbol& symbol) const {
    return DictionaryOf(static_cast<const T*>(nullptr)).Find(symbol);
  }
  template <class T>
  const T* Get(std::string_view ticker) const {
    return DictionaryOf(static_cast<const T*>(nullptr)).Find(ticker);
  }
  // Every point in the order of the slice: equity trades A to Z, then quotes A to Z, and so on. The
  // pointers are valid as long as the slice is.
  std::vector<const BaseData*> AllData() const;

  // The engine's side: points by their place in the order of the slice.
  std::size_t PointCount() const { return order_.size(); }
  const BaseData& PointAt(std::size_t place) const { return *At(order_[place]); }
  // The ticks among `count` places of one feed from `first` on. O(count).
  std::span<const Tick> TicksAt(std::size_t first, std::size_t count) const;

  // The engine's side: which symbol a ticker means; it must outlive the slice and its copies.
  void SetTickers(const TickerSource* tickers);
  // The engine's side: a slice is rebuilt in place for each step.
  void Reset(DateTime utc_time, DateTime time);
  // `repeated`: whether the symbol may have a bar in this slice already.
  void Add(const TradeBar& bar, bool repeated);
  void Add(const QuoteBar& bar, bool repeated);
  void Add(const Tick& tick);
  void Add(const Dividend& dividend);
  void Add(const Split& split);
  void Add(const Delisting& delisting);
  void Add(const SymbolChangedEvent& change);

 private:
  enum class Kind : std::uint8_t {
    Bar,
    QuoteBar,
    Tick,
    Dividend,
    Split,
    Delisting,
    SymbolChange,
    ShadowedBar,
    ShadowedQuoteBar,
  };
  // A point's place in the order of the slice; `list` is used by ticks alone.
  struct Place {
    Kind kind;
    std::uint32_t index;
    std::uint32_t list;
  };

  // Finds the last tick of a list.
  class LastTicks {
   public:
    explicit LastTicks(const regimen::Ticks& ticks) : ticks_(&ticks) {}
    template <class Key>
    const Tick* Find(const Key& key) const {
      const std::vector<Tick>* list = ticks_->Find(key);
      return list == nullptr ? nullptr : &list->back();
    }

   private:
    const regimen::Ticks* ticks_;
  };
  LastTicks DictionaryOf(const Tick*) const { return LastTicks(ticks_); }
  const TradeBars& DictionaryOf(const TradeBar*) const { return bars_; }
  const regimen::QuoteBars& DictionaryOf(const QuoteBar*) const { return quote_bars_; }
  const regimen::Dividends& DictionaryOf(const Dividend*) const { return dividends_; }
  const regimen::Splits& DictionaryOf(const Split*) const { return splits_; }
  const regimen::Delistings& DictionaryOf(const Delisting*) const { return delistings_; }
  const regimen::SymbolChangedEvents& DictionaryOf(const SymbolChangedEvent*) const {
    return symbol_changes_;
  }
  template <class Key>
  bool Contains(const Key& key) const;
  template <class T>
  void AddBar(const T& bar, bool repeated, DataDictionary<T>& bars, std::vector<T>& shadowed);
  template <class T>
  void AddEvent(const T& event, DataDictionary<T>& events, Kind kind);
  const BaseData* At(const Place& place) const;

  DateTime time_;
  DateTime utc_time_;
  TradeBars bars_;
  regimen::QuoteBars quote_bars_;
  regimen::Ticks ticks_;
  regimen::Dividends dividends_;
  regimen::Splits splits_;
  regimen::Delistings delistings_;
  regimen::SymbolChangedEvents symbol_changes_;
  // Bars of a symbol that has a bar of a smaller period in the slice.
  std::vector<TradeBar> shadowed_bars_;
  std::vector<QuoteBar> shadowed_quote_bars_;
  std::vector<Place> order_;
};

}  // namespace regimen
