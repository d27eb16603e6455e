#pragma once

#include <string>
#include <string_view>

#include "framework/core/symbol.hpp"

namespace regimen {

// An argument that names a security: a Symbol, or a ticker that is resolved among the run's
// securities. Made implicitly so that MarketOrder(spy, 10) and MarketOrder("SPY", 10) are one call.
class SymbolOrTicker {
 public:
  SymbolOrTicker(const Symbol& symbol) : symbol_(symbol) {}  // NOLINT(google-explicit-constructor)
  SymbolOrTicker(std::string_view ticker)
      : ticker_(ticker) {}  // NOLINT(google-explicit-constructor)
  SymbolOrTicker(const std::string& ticker)
      : ticker_(ticker) {}                                 // NOLINT(google-explicit-constructor)
  SymbolOrTicker(const char* ticker) : ticker_(ticker) {}  // NOLINT(google-explicit-constructor)

  bool IsSymbol() const { return static_cast<bool>(symbol_); }
  const Symbol& AsSymbol() const { return symbol_; }
  const std::string& Ticker() const { return ticker_; }

 private:
  Symbol symbol_;
  std::string ticker_;
};

}  // namespace regimen
