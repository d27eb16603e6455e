#include "framework/plugin/plugin.hpp"
#include "tests/plugins/idle_algorithm.hpp"

using regimen::tests::IdleAlgorithm;

REGIMEN_PLUGIN(registry) {
  registry.Add<IdleAlgorithm>("SampleOne");
  registry.Add<IdleAlgorithm>("SampleTwo");
}
