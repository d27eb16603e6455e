#pragma once

#include <variant>

#include "framework/market/delisting.hpp"
#include "framework/market/dividend.hpp"
#include "framework/market/split.hpp"
#include "framework/market/symbol_changed_event.hpp"

namespace regimen {

// A point that is not a price: LEAN's auxiliary data, dated at midnight of the exchange's time
// zone.
using CorporateEvent = std::variant<Split, Dividend, SymbolChangedEvent, Delisting>;

inline const BaseData& AsBaseData(const CorporateEvent& event) {
  return std::visit([](const auto& e) -> const BaseData& { return e; }, event);
}

}  // namespace regimen
