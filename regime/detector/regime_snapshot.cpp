#include "regime/detector/regime_snapshot.hpp"

namespace regimen {

double RegimeSnapshot::ProbabilityOf(Regime of) const {
  double sum = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(states); ++i) {
    if (regimes[i] == of) sum += filtered[i];
  }
  return sum;
}

}  // namespace regimen
