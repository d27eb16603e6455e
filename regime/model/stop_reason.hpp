// Why a fit stopped.
#pragma once

#include <cstdint>

namespace regimen::hmm {

enum class StopReason : std::uint8_t {
  Converged,       // the objective gained less than the tolerance
  IterationLimit,  // still gaining when the iterations ran out
  Decreased,       // the objective fell by more than rounding explains
  StateDied,       // a state lost all its observations: fewer states would do
  NotFinite,       // the objective left the numbers; the parameters are the last finite ones
  Rejected,        // never started: `FitReport::fault` and `message` say why
};

constexpr const char* ToText(StopReason reason) {
  switch (reason) {
    case StopReason::Converged:
      return "converged";
    case StopReason::IterationLimit:
      return "iteration limit";
    case StopReason::Decreased:
      return "decreased";
    case StopReason::StateDied:
      return "state died";
    case StopReason::NotFinite:
      return "not finite";
    case StopReason::Rejected:
      return "rejected";
  }
  return "unknown";
}

}  // namespace regimen::hmm
