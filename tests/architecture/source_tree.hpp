// The project's sources as the architecture tests see them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace regimen::tests {

// One line of a source that names another file in quotes.
struct IncludeLine {
  std::string target;
  std::size_t line = 0;
};

// One .hpp or .cpp file, its path relative to the root with forward slashes.
struct SourceFile {
  std::string path;
  std::vector<std::string> lines;

  bool IsHeader() const { return path.ends_with(".hpp"); }
  std::vector<IncludeLine> Includes() const;
};

// Returns: every source under the named folders of `root`, in order of their paths.
std::vector<SourceFile> ReadSources(const std::filesystem::path& root,
                                    const std::vector<std::string>& folders);

// The folders that hold the product.
std::vector<std::string> ProductFolders();

}  // namespace regimen::tests
