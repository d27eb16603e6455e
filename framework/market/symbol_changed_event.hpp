#pragma once

#include <string>
#include <utility>

#include "framework/market/base_data.hpp"

namespace regimen {

// A ticker was renamed (LEAN's SymbolChangedEvent), dated at midnight of the first day of the new
// one.
class SymbolChangedEvent final : public BaseData {
 public:
  SymbolChangedEvent() : BaseData(MarketDataType::Auxiliary, Symbol(), DateTime(), DateTime()) {}
  SymbolChangedEvent(const Symbol& symbol, DateTime date, std::string old_symbol,
                     std::string new_symbol)
      : BaseData(MarketDataType::Auxiliary, symbol, date, date),
        old_symbol_(std::move(old_symbol)),
        new_symbol_(std::move(new_symbol)) {}

  const std::string& OldSymbol() const { return old_symbol_; }
  const std::string& NewSymbol() const { return new_symbol_; }

 private:
  std::string old_symbol_;
  std::string new_symbol_;
};

}  // namespace regimen
