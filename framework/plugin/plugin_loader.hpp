// Loads a library of strategies into the running program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "framework/plugin/algorithm_registry.hpp"

namespace regimen {

// Checks the library's note (plugin_note.hpp), loads it and lets it add its strategies to
// `registry`. Returns: the names it added, in alphabetical order. The library stays loaded to the
// end of the process: its algorithms, and what the leak checker reports of them, outlive every
// call. Throws PluginError naming the file: unreadable, built for another ABI, an unresolved
// symbol, or a registration that fails or adds nothing; strategies registered before the failure
// stay in `registry`. Not thread-safe.
std::vector<std::string> LoadPlugin(const std::filesystem::path& file, AlgorithmRegistry& registry);

}  // namespace regimen
