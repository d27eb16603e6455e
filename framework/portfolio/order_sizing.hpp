#pragma once

#include "framework/core/decimal.hpp"

namespace regimen {

class Security;

// `quantity` in whole lots, towards zero; a lot that lacks less than a millionth of itself counts
// as whole. Source: LEAN OrderSizing.AdjustByLotSize.
Decimal AdjustByLotSize(const Security& security, Decimal quantity);

}  // namespace regimen
