#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

// The securities that universes hold at one instant (LEAN's QCAlgorithm.ActiveSecurities): selected
// ones, and removed ones as long as they have a position or open orders.
//
// One added in a handler becomes active before the next slice, so it is in Securities first. A
// snapshot of references that the engine owns; a lookup is O(n).
class ActiveSecurities {
 public:
  explicit ActiveSecurities(std::vector<Security*> securities)
      : securities_(std::move(securities)) {}

  std::size_t Count() const { return securities_.size(); }
  bool ContainsKey(const Symbol& symbol) const { return Find(symbol) != nullptr; }
  bool ContainsKey(std::string_view ticker) const { return Find(ticker) != nullptr; }
  // nullptr when it is not active.
  Security* Find(const Symbol& symbol) const {
    for (Security* security : securities_) {
      if (security->GetSymbol() == symbol) return security;
    }
    return nullptr;
  }
  Security* Find(std::string_view ticker) const {
    const std::string name = UpperCase(ticker);
    for (Security* security : securities_) {
      if (security->GetSymbol().Value() == name) return security;
    }
    return nullptr;
  }
  bool TryGetValue(const Symbol& symbol, Security*& value) const {
    value = Find(symbol);
    return value != nullptr;
  }
  // Throws ArgumentError when it is not active.
  Security& operator[](const Symbol& symbol) const {
    if (Security* security = Find(symbol)) return *security;
    FailAbsent(symbol.Value());
  }
  Security& operator[](std::string_view ticker) const {
    if (Security* security = Find(ticker)) return *security;
    FailAbsent(ticker);
  }
  std::vector<Symbol> Keys() const {
    std::vector<Symbol> keys;
    keys.reserve(securities_.size());
    for (const Security* security : securities_) keys.push_back(security->GetSymbol());
    return keys;
  }
  const std::vector<Security*>& Values() const { return securities_; }

  // Iterates over pairs of symbol and security.
  class Iterator {
   public:
    explicit Iterator(std::vector<Security*>::const_iterator at) : at_(at) {}
    std::pair<const Symbol&, Security&> operator*() const { return {(*at_)->GetSymbol(), **at_}; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    std::vector<Security*>::const_iterator at_;
  };
  Iterator begin() const { return Iterator(securities_.begin()); }
  Iterator end() const { return Iterator(securities_.end()); }

 private:
  [[noreturn]] static void FailAbsent(std::string_view name) {
    throw ArgumentError("'" + std::string(name) +
                        "' is not active now: ask ContainsKey or TryGetValue first");
  }

  std::vector<Security*> securities_;
};

}  // namespace regimen
