#include "framework/plugin/plugin_loader.hpp"

#include <algorithm>
#include <exception>
#include <iterator>

#include <dlfcn.h>

#include "framework/core/error.hpp"
#include "framework/plugin/plugin_abi.hpp"
#include "framework/plugin/plugin_note.hpp"

namespace regimen {

namespace {

using Entry = void(AlgorithmRegistry&);

void CheckAbi(const std::string& file, const PluginNote& note) {
  const PluginNote own = OwnPluginNote();
  if (note == own) {
    return;
  }
  throw PluginError(file, "was built for ABI " + std::to_string(note.abi_number) + " with " +
                              note.fingerprint + ", this program has ABI " +
                              std::to_string(own.abi_number) + " and " + own.fingerprint +
                              "; build the library again with this program's headers and compiler");
}

[[noreturn]] void FailWithLoaderText(const std::string& file, const std::string& what) {
  // No other thread loads libraries, so the loader's last message is ours.
  // NOLINT(concurrency-mt-unsafe)
  const char* text = dlerror();  // NOLINT(concurrency-mt-unsafe): see above
  throw PluginError(file, what + ": " + (text == nullptr ? "no reason given" : text));
}

Entry* Open(const std::filesystem::path& path, const std::string& file) {
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    FailWithLoaderText(file, "cannot be loaded");
  }
  void* entry = dlsym(library, REGIMEN_ABI_TEXT(REGIMEN_PLUGIN_ENTRY));
  if (entry == nullptr) {
    FailWithLoaderText(file, "has no registration function");
  }
  return reinterpret_cast<Entry*>(entry);
}

}  // namespace

std::vector<std::string> LoadPlugin(const std::filesystem::path& file,
                                    AlgorithmRegistry& registry) {
  // An absolute path keeps the loader from searching the system's library folders.
  const std::filesystem::path path = std::filesystem::absolute(file);
  const std::string name = file.string();
  CheckAbi(name, ReadPluginNote(path));
  const std::vector<std::string> before = registry.Names();
  Entry* entry = Open(path, name);
  try {
    entry(registry);
  } catch (const std::exception& error) {
    throw PluginError(name, std::string("failed to register its strategies: ") + error.what());
  }
  const std::vector<std::string> after = registry.Names();
  std::vector<std::string> added;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(added));
  if (added.empty()) {
    throw PluginError(name, "registers no strategy: add some in its REGIMEN_PLUGIN");
  }
  return added;
}

}  // namespace regimen
