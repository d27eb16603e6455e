// A library of another ABI, which would show that its code ran.
#include <cstdlib>

#include "framework/plugin/plugin.hpp"
#include "tests/plugins/idle_algorithm.hpp"

#undef REGIMEN_ABI_NUMBER
#define REGIMEN_ABI_NUMBER 999

namespace {
const int kRan = setenv("REGIMEN_TEST_PLUGIN_RAN", "yes", 1);
}

REGIMEN_PLUGIN(registry) {
  registry.Add<regimen::tests::IdleAlgorithm>(kRan == 0 ? "OtherAbi" : "NotRun");
}
