// Reads the tables of the exam: comma-separated text, plain or packed with xz.
#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace regimen::tests {

using TableRow = std::vector<std::string>;

// The rows of a file, header included; empty when it cannot be read. Fields are not quoted.
inline std::vector<TableRow> ReadTable(const std::filesystem::path& path) {
  const std::string command =
      (path.extension() == ".xz" ? "xz -dc '" : "cat '") + path.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::vector<TableRow> rows;
  std::array<char, 4096> buffer{};
  while (pipe != nullptr && fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) {
    TableRow row(1);
    for (const char c : std::string(buffer.data())) {
      if (c == ',') {
        row.emplace_back();
      } else if (c != '\n' && c != '\r') {
        row.back() += c;
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace regimen::tests
