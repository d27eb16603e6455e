#pragma once

#include <optional>

#include "framework/core/decimal.hpp"

namespace regimen {

class OrderRegistry;
class Security;

// Whether `quantity` more shares may be sold short, by the security's shortable provider, with the
// position and the open orders counted; an order that is being changed does not count itself.
// Without a provider always. Source: LEAN QCAlgorithm.Shortable.
bool IsShortable(const Security& security, Decimal quantity, const OrderRegistry& orders,
                 std::optional<int> changed_order = {});

}  // namespace regimen
