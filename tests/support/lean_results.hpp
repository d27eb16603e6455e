// LEAN's own results of the exam's cases, as the texts of their JSON documents.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace regimen::tests {

inline bool HasXz() { return std::system("xz --version > /dev/null 2>&1") == 0; }

struct ClosePipe {
  void operator()(std::FILE* pipe) const { pclose(pipe); }
};

// The unpacked text of an .xz file. Throws std::runtime_error when it cannot be read.
inline std::string ReadXz(const std::filesystem::path& file) {
  const std::string command = "xz -dc '" + file.string() + "'";
  const std::unique_ptr<std::FILE, ClosePipe> pipe(popen(command.c_str(), "r"));
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string text;
  std::vector<char> block(1 << 16);
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), pipe.get())) {
    text.append(block.data(), size);
  }
  return text;
}

// Every result file of a folder, sorted by name.
inline std::vector<std::filesystem::path> XzFiles(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".xz") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace regimen::tests
