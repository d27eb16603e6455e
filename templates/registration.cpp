#include "templates/registration.hpp"

#include "regime/bridge/regime_algorithm.hpp"
#include "templates/basic_regime_switching.hpp"
#include "templates/buy_and_hold.hpp"

namespace regimen {

void RegisterTemplates(AlgorithmRegistry& registry) {
  registry.Add<BasicRegimeSwitching<HiddenRegimeAlgorithm>>("BasicRegimeSwitching");
  registry.Add<BuyAndHold>("BuyAndHold");
}

}  // namespace regimen
