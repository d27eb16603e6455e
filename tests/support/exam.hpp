// Where the truth is: LEAN's data and LEAN's own results. Tests that need them skip with a message
// when absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace regimen::tests {

inline std::optional<std::filesystem::path> ExistingFolder(const char* variable,
                                                           const std::filesystem::path& fallback) {
  const char* value = std::getenv(variable);
  std::filesystem::path folder = value != nullptr && *value != '\0' ? value : fallback;
  return std::filesystem::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

// The checkout's root, whatever the working directory.
std::filesystem::path SourceDir();

// The exam: cases, loop traces, oracles. REGIMEN_EXAM_DIR, default ../shared beside the checkout.
inline std::optional<std::filesystem::path> ExamDir() {
  return ExistingFolder("REGIMEN_EXAM_DIR", SourceDir().parent_path() / "shared");
}

// LEAN's data folder. REGIMEN_LEAN_DATA, default ../shared/lean-data beside the checkout.
inline std::optional<std::filesystem::path> LeanDataDir() {
  return ExistingFolder("REGIMEN_LEAN_DATA", SourceDir().parent_path() / "shared" / "lean-data");
}

}  // namespace regimen::tests
