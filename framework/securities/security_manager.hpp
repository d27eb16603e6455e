#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "framework/core/symbol.hpp"
#include "framework/core/time_keeper.hpp"
#include "framework/market/ticker_source.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

// The securities of a run by symbol (LEAN's SecurityManager): Securities["SPY"], Securities[spy].
//
// Enumerates like LEAN's dictionary: in order of addition, a removed security's place going to the
// next one added. A removed (delisted) security is no longer enumerated, but ContainsKey and the
// indexer still find it. Refers to securities that the engine owns. Lookup O(1). Not thread-safe.
class SecurityManager final : public TickerSource {
 public:
  explicit SecurityManager(TimeKeeper& time_keeper) : time_keeper_(&time_keeper) {}

  DateTime UtcTime() const { return time_keeper_->UtcTime(); }

  std::size_t Count() const { return count_; }
  bool ContainsKey(const Symbol& symbol) const { return Find(symbol) != nullptr; }
  bool ContainsKey(std::string_view ticker) const { return Find(ticker) != nullptr; }
  Security* Find(const Symbol& symbol) const;
  // The security last added under this ticker (any letter case); nullptr when there is none.
  Security* Find(std::string_view ticker) const;
  Symbol FindSymbol(std::string_view ticker) const override {
    const Security* security = Find(ticker);
    return security == nullptr ? Symbol() : security->GetSymbol();
  }
  bool TryGetValue(const Symbol& symbol, Security*& value) const {
    value = Find(symbol);
    return value != nullptr;
  }
  // Throws ArgumentError naming the symbol and the call that adds it.
  Security& operator[](const Symbol& symbol) const;
  Security& operator[](std::string_view ticker) const;

  // The enumerated securities, in LEAN's order.
  std::vector<Security*> Values() const;
  std::vector<Symbol> Keys() const;
  // Every security ever added, in order of addition.
  const std::vector<Security*>& All() const { return all_; }

  // Grows with every change of what is enumerated.
  std::uint64_t Version() const { return version_; }

  void Add(Security& security);
  void Remove(const Symbol& symbol);

  // Iterates over pairs of symbol and security.
  class Iterator {
   public:
    Iterator(const std::vector<Security*>* slots, std::size_t at) : slots_(slots), at_(at) {
      Skip();
    }
    std::pair<const Symbol&, Security&> operator*() const {
      return {(*slots_)[at_]->GetSymbol(), *(*slots_)[at_]};
    }
    Iterator& operator++() {
      ++at_;
      Skip();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void Skip() {
      while (at_ < slots_->size() && (*slots_)[at_] == nullptr) ++at_;
    }
    const std::vector<Security*>* slots_;
    std::size_t at_;
  };
  Iterator begin() const { return {&slots_, 0}; }
  Iterator end() const { return {&slots_, slots_.size()}; }

 private:
  TimeKeeper* time_keeper_;
  std::vector<Security*> slots_;
  std::vector<std::size_t> free_slots_;
  std::vector<Security*> all_;
  std::unordered_map<Symbol, Security*> by_symbol_;
  std::size_t count_ = 0;
  std::uint64_t version_ = 0;
};

}  // namespace regimen
