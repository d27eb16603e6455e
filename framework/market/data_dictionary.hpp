#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"
#include "framework/core/symbol.hpp"
#include "framework/market/ticker_source.hpp"

namespace regimen {

// The points of one kind in a slice, by symbol (LEAN's DataDictionary<T>): bars["SPY"], bars[spy],
// `for (const auto& [symbol, bar] : bars)`, `for (const TradeBar& bar : bars.Values())`.
//
// Enumerates in the order in which the points arrived. When several points of one symbol arrive,
// the one that `Prefer` picks is kept, at the place of the first. Owns its points; adding never
// allocates once the storage has grown to a slice's usual size. Lookup by symbol is O(1), its table
// built at the first lookup of a slice; by ticker it is O(n). Not thread-safe.
template <class T>
class DataDictionary {
 public:
  // Iterates over pairs of symbol and point.
  class Iterator {
   public:
    using value_type = std::pair<const Symbol&, const T&>;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(const T* item) : item_(item) {}
    value_type operator*() const { return {item_->GetSymbol(), *item_}; }
    Iterator& operator++() {
      ++item_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const T* item_;
  };

  std::size_t Count() const { return items_.size(); }
  bool Empty() const { return items_.empty(); }
  bool ContainsKey(const Symbol& symbol) const { return Find(symbol) != nullptr; }
  bool ContainsKey(std::string_view ticker) const { return Find(ticker) != nullptr; }
  // Returns the point of `symbol`, or nullptr when there is none in this slice.
  const T* Find(const Symbol& symbol) const {
    const std::uint32_t at = Position(symbol);
    return at == kAbsent ? nullptr : &items_[at];
  }
  const T* Find(std::string_view ticker) const {
    const std::string name = UpperCase(ticker);
    const auto item = std::ranges::find_if(
        items_, [&](const T& point) { return point.GetSymbol().Value() == name; });
    if (item != items_.end()) return &*item;
    // One that trades under another ticker by now.
    const Symbol symbol = tickers_ == nullptr ? Symbol() : tickers_->FindSymbol(ticker);
    return symbol ? Find(symbol) : nullptr;
  }
  // Returns whether there is a point of `symbol`, and points `value` to it (null when absent).
  bool TryGetValue(const Symbol& symbol, const T*& value) const {
    value = Find(symbol);
    return value != nullptr;
  }
  bool TryGetValue(std::string_view ticker, const T*& value) const {
    value = Find(ticker);
    return value != nullptr;
  }
  // Throws ArgumentError when the slice has no such point.
  const T& operator[](const Symbol& symbol) const {
    if (const T* item = Find(symbol)) return *item;
    FailAbsent(symbol.Value());
  }
  const T& operator[](std::string_view ticker) const {
    if (const T* item = Find(ticker)) return *item;
    FailAbsent(ticker);
  }

  const std::vector<T>& Values() const { return items_; }
  std::vector<Symbol> Keys() const {
    std::vector<Symbol> keys;
    for (const T& item : items_) keys.push_back(item.GetSymbol());
    return keys;
  }
  Iterator begin() const { return Iterator(items_.data()); }
  Iterator end() const { return Iterator(items_.data() + items_.size()); }

  // The engine's side: the slice is rebuilt in place for each step.
  void Clear() {
    items_.clear();
    ++epoch_;
    indexed_ = 0;
  }
  T& Add() { return items_.emplace_back(); }
  // Which symbol a ticker means; it must outlive the dictionary and its copies.
  void SetTickers(const TickerSource* tickers) { tickers_ = tickers; }
  std::vector<T>& Items() { return items_; }

 private:
  static constexpr std::uint32_t kAbsent = ~std::uint32_t{0};
  struct Slot {
    std::uint32_t epoch = 0;
    std::uint32_t position = 0;
  };

  [[noreturn]] static void FailAbsent(std::string_view name) {
    throw ArgumentError("'" + std::string(name) +
                        "' is not in this slice: ask ContainsKey or TryGetValue first");
  }

  std::uint32_t Position(const Symbol& symbol) const {
    if (items_.size() <= kLinear) return Scan(symbol);
    while (indexed_ < items_.size()) {
      Slot& slot = SlotOf(items_[indexed_].GetSymbol());
      slot = {epoch_, static_cast<std::uint32_t>(indexed_)};
      ++indexed_;
    }
    if (!symbol || symbol.Index() >= slots_.size()) return kAbsent;
    const Slot& slot = slots_[symbol.Index()];
    return slot.epoch == epoch_ ? slot.position : kAbsent;
  }
  std::uint32_t Scan(const Symbol& symbol) const {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].GetSymbol() == symbol) return static_cast<std::uint32_t>(i);
    }
    return kAbsent;
  }
  Slot& SlotOf(const Symbol& symbol) const {
    if (symbol.Index() >= slots_.size()) slots_.resize(symbol.Index() + std::size_t{1});
    return slots_[symbol.Index()];
  }

  // Below this many points a scan beats a table.
  static constexpr std::size_t kLinear = 8;

  std::vector<T> items_;
  const TickerSource* tickers_ = nullptr;
  mutable std::vector<Slot> slots_;
  mutable std::size_t indexed_ = 0;
  std::uint32_t epoch_ = 1;
};

}  // namespace regimen
