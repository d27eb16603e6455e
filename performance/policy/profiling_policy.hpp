// Whether it is written down how long things take.
#pragma once

#include <concepts>
#include <string_view>

namespace regimen {

// A profiling policy times operations by name.
//
//   const auto scope = policy.Time("fit");
//     The operation lasts until the scope dies. `name` must outlive the policy (a literal).
//
// The law: it changes nothing but what it writes down.
template <class Policy>
concept ProfilingPolicy = requires(Policy& policy, std::string_view name) {
  { policy.Time(name) } -> std::destructible;
};

// Writes nothing down and costs no instruction.
struct NoProfiling {
  struct Scope {};
  constexpr Scope Time(std::string_view /*name*/) const { return {}; }
};

}  // namespace regimen
