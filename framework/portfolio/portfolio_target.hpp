#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

// What a position should become (LEAN's PortfolioTarget): a number of shares or, where SetHoldings
// takes a list, a fraction of the portfolio.
class PortfolioTarget {
 public:
  PortfolioTarget(const Symbol& symbol, Decimal quantity, std::string tag = {})
      : symbol_(symbol), quantity_(quantity), tag_(std::move(tag)) {}
  // A ticker that SetHoldings finds among the run's securities; until then there is no symbol.
  PortfolioTarget(std::string_view ticker, Decimal quantity, std::string tag = {})
      : ticker_(ticker), quantity_(quantity), tag_(std::move(tag)) {}

  // LEAN's property PortfolioTarget.Symbol.
  const Symbol& GetSymbol() const { return symbol_; }
  const std::string& Ticker() const { return symbol_ ? symbol_.Value() : ticker_; }
  Decimal Quantity() const { return quantity_; }
  const std::string& Tag() const { return tag_; }
  // "SPY: 100 (tag)"
  std::string ToString() const {
    const std::string text = Ticker() + ": " + quantity_.Normalize().ToString();
    return tag_.empty() ? text : text + " (" + tag_ + ")";
  }

 private:
  Symbol symbol_;
  std::string ticker_;
  Decimal quantity_;
  std::string tag_;
};

}  // namespace regimen
