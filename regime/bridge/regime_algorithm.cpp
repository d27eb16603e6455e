#include "regime/bridge/regime_algorithm.hpp"

namespace regimen {

template class RegimeAlgorithm<>;

}  // namespace regimen
