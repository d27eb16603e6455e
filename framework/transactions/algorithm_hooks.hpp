#pragma once

#include <functional>
#include <string>

namespace regimen {

class Security;
class Symbol;

// What the trading rooms ask of the algorithm above them, and whom they tell. Every hook is set
// before the run and lives as long as it.
struct AlgorithmHooks {
  std::function<bool()> is_warming_up;
  // The algorithm's Error and Debug messages.
  std::function<void(const std::string&)> error;
  std::function<void(const std::string&)> debug;
  // Adds a security that an order names but the run does not have, with its last known price.
  // Throws when it cannot.
  std::function<Security&(const Symbol&)> add_security;
  // Ends the run: the limit of orders is exceeded.
  std::function<void()> stop;
};

}  // namespace regimen
