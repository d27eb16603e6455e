// The strategies that come with the program.
#pragma once

#include <string_view>

#include "framework/plugin/algorithm_registry.hpp"

namespace regimen {

// What `regimen backtest` runs when no strategy is named.
inline constexpr std::string_view kDefaultTemplate = "BasicRegimeSwitching";

// Adds every strategy under templates/ by its name.
void RegisterTemplates(AlgorithmRegistry& registry);

}  // namespace regimen
