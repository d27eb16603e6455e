#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/core/symbol.hpp"
#include "framework/market/tick.hpp"
#include "framework/market/ticker_source.hpp"

namespace regimen {

// The ticks of a slice, a list for each symbol in order of arrival (LEAN's Ticks): ticks["SPY"],
// `for (const auto& [symbol, list] : ticks)`.
//
// Rebuilt in place for each slice: the lists keep their memory. Lookup is O(number of symbols). Not
// thread-safe.
class Ticks {
 public:
  using Entry = std::pair<Symbol, std::vector<Tick>>;

  std::size_t Count() const { return used_; }
  bool Empty() const { return used_ == 0; }
  bool ContainsKey(const Symbol& symbol) const { return Find(symbol) != nullptr; }
  bool ContainsKey(std::string_view ticker) const { return Find(ticker) != nullptr; }
  // Returns the ticks of `symbol`, or nullptr when there is none in this slice.
  const std::vector<Tick>* Find(const Symbol& symbol) const;
  const std::vector<Tick>* Find(std::string_view ticker) const;
  bool TryGetValue(const Symbol& symbol, const std::vector<Tick>*& value) const {
    value = Find(symbol);
    return value != nullptr;
  }
  bool TryGetValue(std::string_view ticker, const std::vector<Tick>*& value) const {
    value = Find(ticker);
    return value != nullptr;
  }
  // Throws ArgumentError when the slice has no tick of it.
  const std::vector<Tick>& operator[](const Symbol& symbol) const;
  const std::vector<Tick>& operator[](std::string_view ticker) const;
  std::vector<Symbol> Keys() const;
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.begin() + static_cast<std::ptrdiff_t>(used_); }

  // The engine's side: where the next tick of `symbol` goes; `position` becomes its list's number.
  std::vector<Tick>& ListOf(const Symbol& symbol, std::size_t& position);
  const std::vector<Tick>& At(std::size_t position) const { return entries_[position].second; }
  void Clear();
  void SetTickers(const TickerSource* tickers) { tickers_ = tickers; }

 private:
  // Those behind the first `used_` are empty and wait for later slices.
  std::vector<Entry> entries_;
  std::size_t used_ = 0;
  const TickerSource* tickers_ = nullptr;
};

}  // namespace regimen
