// The table of layers.txt.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.hpp"

namespace regimen::tests {

// Which rooms each room may include.
class LayerTable {
 public:
  // Throws std::runtime_error naming the line that is neither a room nor a group, or that uses a
  // group or a room which does not stand above it.
  explicit LayerTable(const std::vector<std::string>& lines);
  static LayerTable Read(const std::filesystem::path& file);

  // Returns: the room with the longest folder that holds the file, or "".
  std::string RoomOf(const std::string& path) const;

  // Returns: `file:line: ...` for each include of `source` that the table does not allow.
  std::vector<std::string> Violations(const SourceFile& source) const;

  // Returns: the rooms in the table's order.
  const std::vector<std::string>& Rooms() const { return rooms_; }

 private:
  std::set<std::string> Expand(const std::string& names) const;

  std::vector<std::string> rooms_;
  std::map<std::string, std::set<std::string>> allowed_;
  std::map<std::string, std::set<std::string>> groups_;
};

}  // namespace regimen::tests
