#pragma once

#include "framework/core/decimal.hpp"

namespace regimen {

class Security;

// The step that order prices of a security are rounded to, near `reference_price`; 0 means no
// rounding. An equity's prices are rounded in Raw mode only: to 0.0001 below one dollar, else to
// its tick. Source: LEAN EquityPriceVariationModel, AdjustedPriceVariationModel.
Decimal GetMinimumPriceVariation(const Security& security, Decimal reference_price);

}  // namespace regimen
