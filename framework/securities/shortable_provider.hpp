#pragma once

#include <cstdint>
#include <optional>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"

namespace regimen {

// How many shares can be borrowed for a short sale, and at what yearly rates (LEAN's
// IShortableProvider). Times are exchange-local.
class ShortableProvider {
 public:
  ShortableProvider() = default;
  virtual ~ShortableProvider() = default;
  ShortableProvider(const ShortableProvider&) = delete;
  ShortableProvider& operator=(const ShortableProvider&) = delete;

  // Null: any number.
  virtual std::optional<std::int64_t> ShortableQuantity(const Symbol& symbol,
                                                        DateTime local_time) = 0;
  virtual Decimal FeeRate(const Symbol& /*symbol*/, DateTime /*local_time*/) { return Decimal(); }
  virtual Decimal RebateRate(const Symbol& /*symbol*/, DateTime /*local_time*/) {
    return Decimal();
  }
};

}  // namespace regimen
