// Reads what a strategy library says about itself, from its file alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

namespace regimen {

// The ABI number and the compiler fingerprint that REGIMEN_PLUGIN left in a library
// (plugin_abi.hpp).
struct PluginNote {
  std::uint32_t abi_number = 0;
  std::string fingerprint;

  bool operator==(const PluginNote&) const = default;
};

// The note of a library built now: what the program itself was compiled with.
PluginNote OwnPluginNote();

// Reads the note from an ELF file by its program headers; executes nothing of it, and every size
// and offset in it is checked before use. Throws PluginError naming `file`: not a 64-bit ELF
// library of this machine, cut short, or without a note.
PluginNote ReadPluginNote(std::istream& stream, const std::string& file);
PluginNote ReadPluginNote(const std::filesystem::path& file);

}  // namespace regimen
