#include "templates/registration.hpp"

#include "templates/buy_and_hold.hpp"

namespace regimen {

void RegisterTemplates(AlgorithmRegistry& registry) { registry.Add<BuyAndHold>("BuyAndHold"); }

}  // namespace regimen
