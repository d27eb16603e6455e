#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <fstream>

namespace regimen::tests {

namespace {

std::vector<std::string> ReadLines(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

std::vector<IncludeLine> SourceFile::Includes() const {
  constexpr std::string_view kDirective = "#include \"";
  std::vector<IncludeLine> includes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with(kDirective)) {
      const std::size_t end = lines[i].find('"', kDirective.size());
      includes.push_back({lines[i].substr(kDirective.size(), end - kDirective.size()), i + 1});
    }
  }
  return includes;
}

std::vector<SourceFile> ReadSources(const std::filesystem::path& root,
                                    const std::vector<std::string>& folders) {
  std::vector<SourceFile> sources;
  for (const std::string& folder : folders) {
    if (!std::filesystem::is_directory(root / folder)) {
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (entry.is_regular_file() && (extension == ".hpp" || extension == ".cpp")) {
        sources.push_back(
            {entry.path().lexically_relative(root).generic_string(), ReadLines(entry.path())});
      }
    }
  }
  std::sort(sources.begin(), sources.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return sources;
}

std::vector<std::string> ProductFolders() {
  return {"framework", "regime", "performance", "templates", "data"};
}

}  // namespace regimen::tests
