#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "framework/core/json_value.hpp"

namespace regimen::parity {

// The bytes of a file; throws std::runtime_error naming it when it cannot be read.
std::string ReadFile(const std::filesystem::path& file);
std::vector<std::string> ReadLines(const std::filesystem::path& file);
// Throws DataError on a text that is no JSON.
JsonValue ReadJson(const std::filesystem::path& file);

// The text of a member of `object`; throws std::runtime_error when it has no such member.
std::string MemberText(const JsonValue& object, const std::string& key);

// Empties a folder or makes it.
void MakeEmptyFolder(const std::filesystem::path& folder);

}  // namespace regimen::parity
