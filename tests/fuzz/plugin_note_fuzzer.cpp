// Any bytes: either a note of bounded size comes out or a PluginError; no code of the file runs.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "framework/core/error.hpp"
#include "framework/plugin/plugin_note.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
  try {
    const regimen::PluginNote note = regimen::ReadPluginNote(stream, "fuzzed.so");
    if (note.fingerprint.size() > size) {
      std::abort();
    }
  } catch (const regimen::PluginError&) {
    return 0;
  }
  return 0;
}
