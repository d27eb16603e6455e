#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regimen::lean {

// Where LEAN's data layout is looked for: one or more roots, each like LEAN's `Data`. A file is
// taken from the first root that has it, so that a user's own data stand before what came with the
// program.
//
// An immutable value; concurrent use is safe. Files are looked up when asked for, never cached.
class DataFolder {
 public:
  DataFolder() = default;
  explicit DataFolder(std::vector<std::filesystem::path> roots);
  explicit DataFolder(const std::filesystem::path& root) : DataFolder(std::vector{root}) {}

  const std::vector<std::filesystem::path>& Roots() const { return roots_; }
  // `relative` under each root, in order: "equity/usa/daily/spy.zip".
  std::vector<std::string> Candidates(std::string_view relative) const;
  // The first candidate that is a file; nullopt when none is.
  std::optional<std::string> Find(std::string_view relative) const;

 private:
  std::vector<std::filesystem::path> roots_;
};

}  // namespace regimen::lean
