#include "data/lean/data_folder.hpp"

#include <system_error>
#include <utility>

namespace regimen::lean {

DataFolder::DataFolder(std::vector<std::filesystem::path> roots) : roots_(std::move(roots)) {}

std::vector<std::string> DataFolder::Candidates(std::string_view relative) const {
  std::vector<std::string> candidates;
  candidates.reserve(roots_.size());
  for (const auto& root : roots_) candidates.push_back((root / relative).string());
  return candidates;
}

std::optional<std::string> DataFolder::Find(std::string_view relative) const {
  for (auto& candidate : Candidates(relative)) {
    std::error_code no_file;
    if (std::filesystem::is_regular_file(candidate, no_file)) return std::move(candidate);
  }
  return std::nullopt;
}

}  // namespace regimen::lean
