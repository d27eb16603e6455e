#include "framework/plugin/plugin.hpp"
#include "tests/plugins/idle_algorithm.hpp"

int NowhereDefined();

REGIMEN_PLUGIN(registry) {
  registry.Add<regimen::tests::IdleAlgorithm>(NowhereDefined() == 0 ? "A" : "B");
}
