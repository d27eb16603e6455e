#pragma once

#include <cstdint>
#include <vector>

#include "framework/portfolio/portfolio_target.hpp"

namespace regimen {

class OrderProcessor;
class SecurityManager;

// What the quantity of a target means: the position to reach, or the order that reaches it.
enum class TargetQuantity : std::uint8_t { Position, Delta };

// The targets in the order in which their orders should be sent: first those that shrink a
// position, then by value of the change, large ones first; ties keep their order. Targets that need
// no order, or whose security has no data or cannot be traded, are left out. Existing means held
// plus still open orders. Throws ArgumentError for an unknown symbol. Source: LEAN
// Extensions.OrderTargetsByMarginImpact.
std::vector<PortfolioTarget> OrderTargetsByMarginImpact(const std::vector<PortfolioTarget>& targets,
                                                        const SecurityManager& securities,
                                                        const OrderProcessor& orders,
                                                        TargetQuantity meaning);

}  // namespace regimen
