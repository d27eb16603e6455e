#pragma once

#include <span>
#include <string>

namespace regimen {

class Order;

// LEAN's fingerprint of a run's orders: MD5, in lower-case hexadecimal, of their JSON texts joined
// by commas, prices first rounded for reading (SmartRounding). Without orders the MD5 of nothing.
// Requires: the orders are in ascending id. Source: LEAN Common/Extensions.cs GetHash.
std::string OrderListHash(std::span<const Order* const> orders);

}  // namespace regimen
