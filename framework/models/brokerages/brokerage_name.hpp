#pragma once

#include <cstdint>

namespace regimen {

// The brokerage models that SetBrokerageModel knows by name; LEAN's numbers, which stand in the
// result files.
enum class BrokerageName : std::uint8_t {
  Default = 0,
  QuantConnectBrokerage = Default,
  InteractiveBrokersBrokerage = 1,
};

}  // namespace regimen
