#include "framework/plugin/plugin.hpp"
#include "tests/plugins/idle_algorithm.hpp"

#undef REGIMEN_ABI_FINGERPRINT
#define REGIMEN_ABI_FINGERPRINT "antique-1 libantique-1"

REGIMEN_PLUGIN(registry) { registry.Add<regimen::tests::IdleAlgorithm>("OtherCompiler"); }
