#pragma once

#include <string_view>

#include "framework/core/symbol.hpp"

namespace regimen {

// Which symbol a ticker means in a run (LEAN's SymbolCache): a security keeps the ticker it was
// added under, while its data carry the ticker of their day.
class TickerSource {
 public:
  TickerSource() = default;
  virtual ~TickerSource() = default;
  TickerSource(const TickerSource&) = delete;
  TickerSource& operator=(const TickerSource&) = delete;

  // Symbol() when no security has the ticker.
  virtual Symbol FindSymbol(std::string_view ticker) const = 0;
};

}  // namespace regimen
