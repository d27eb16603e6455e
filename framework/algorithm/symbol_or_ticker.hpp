#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "framework/core/symbol.hpp"

namespace regimen {

// An argument that names a security: a Symbol, or a ticker that is resolved among the run's
// securities. Made implicitly so that MarketOrder(spy, 10) and MarketOrder("SPY", 10) are one call.
class SymbolOrTicker {
 public:
  // NOLINTBEGIN(google-explicit-constructor): see above.
  SymbolOrTicker(const Symbol& symbol) : symbol_(symbol) {}
  SymbolOrTicker(std::string_view ticker) : ticker_(ticker) {}
  SymbolOrTicker(std::string ticker) : ticker_(std::move(ticker)) {}
  SymbolOrTicker(const char* ticker) : ticker_(ticker) {}
  // NOLINTEND(google-explicit-constructor)

  // Symbol() and "" name no security; where a call allows it, that means all of them.
  bool IsNone() const { return !symbol_ && ticker_.empty(); }
  bool IsSymbol() const { return static_cast<bool>(symbol_); }
  const Symbol& AsSymbol() const { return symbol_; }
  const std::string& Ticker() const { return ticker_; }

 private:
  Symbol symbol_;
  std::string ticker_;
};

}  // namespace regimen
