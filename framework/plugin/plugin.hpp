// How a library of strategies makes them known to `regimen backtest --algorithm-location LIBRARY`.
#pragma once

#include "framework/plugin/algorithm_registry.hpp"
#include "framework/plugin/plugin_abi.hpp"

// Once in each library, after the strategies:
//
//   REGIMEN_PLUGIN(registry) {
//     registry.Add<MyStrategy>("MyStrategy");
//   }
//
// The library is made by CMake's regimen_add_algorithm(name files...) after find_package(regimen
// CONFIG). An exception that leaves the body is reported as the library's fault and nothing is run.
// NOLINTBEGIN(bugprone-macro-parentheses): the argument is a parameter's name.
#define REGIMEN_PLUGIN(registry)                                       \
  REGIMEN_ABI_NOTE;                                                    \
  extern "C" [[gnu::visibility("default")]] void REGIMEN_PLUGIN_ENTRY( \
      regimen::AlgorithmRegistry& registry);                           \
  extern "C" void REGIMEN_PLUGIN_ENTRY(regimen::AlgorithmRegistry& registry)
// NOLINTEND(bugprone-macro-parentheses)
