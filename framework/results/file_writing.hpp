// Files that appear as a whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace regimen {

// With all folders above it. Throws DataError naming it.
void MakeFolder(const std::filesystem::path& folder);

// Writes beside `file` first, then renames: a reader never sees half of it, and an older file stays
// if something fails. Throws DataError naming the file and the reason.
void WriteFileAtomically(const std::filesystem::path& file, std::string_view content);

}  // namespace regimen
