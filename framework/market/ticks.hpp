#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/core/letter_case.hpp"
#include "framework/core/symbol.hpp"
#include "framework/market/tick.hpp"

namespace regimen {

// The ticks of a slice, a list for each symbol in order of arrival (LEAN's Ticks).
class Ticks {
 public:
  using Entry = std::pair<Symbol, std::vector<Tick>>;

  std::size_t Count() const { return entries_.size(); }
  bool ContainsKey(const Symbol& symbol) const { return Find(symbol) != nullptr; }
  bool ContainsKey(std::string_view ticker) const { return Find(ticker) != nullptr; }
  // Returns the ticks of `symbol`, or nullptr when there is none in this slice. O(number of
  // symbols).
  const std::vector<Tick>* Find(const Symbol& symbol) const {
    for (const Entry& entry : entries_) {
      if (entry.first == symbol) return &entry.second;
    }
    return nullptr;
  }
  const std::vector<Tick>* Find(std::string_view ticker) const {
    const std::string name = UpperCase(ticker);
    for (const Entry& entry : entries_) {
      if (entry.first.Value() == name) return &entry.second;
    }
    return nullptr;
  }
  bool TryGetValue(const Symbol& symbol, const std::vector<Tick>*& value) const {
    value = Find(symbol);
    return value != nullptr;
  }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

  // The engine's side: where the next tick of `symbol` goes; `position` becomes its list's number.
  std::vector<Tick>& ListOf(const Symbol& symbol, std::size_t& position);
  const std::vector<Tick>& At(std::size_t position) const { return entries_[position].second; }
  void Clear() { entries_.clear(); }

 private:
  std::vector<Entry> entries_;
};

}  // namespace regimen
