#include "tests/architecture/layer_table.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace regimen::tests {

LayerTable LayerTable::Read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return LayerTable(lines);
}

LayerTable::LayerTable(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::size_t sign = line.find_first_of(line.front() == '@' ? "=" : ":");
    if (sign == std::string::npos) {
      throw std::runtime_error("layers.txt: neither a room nor a group: " + line);
    }
    const std::set<std::string> names = Expand(line.substr(sign + 1));
    if (line.front() == '@') {
      groups_[line.substr(0, line.find(' '))] = names;
    } else {
      rooms_.push_back(line.substr(0, sign));
      allowed_[rooms_.back()] = names;
      allowed_[rooms_.back()].insert(rooms_.back());
    }
  }
}

std::set<std::string> LayerTable::Expand(const std::string& names) const {
  std::set<std::string> rooms;
  std::istringstream words(names);
  for (std::string word; words >> word;) {
    if (const auto group = groups_.find(word); group != groups_.end()) {
      rooms.insert(group->second.begin(), group->second.end());
    } else if (allowed_.contains(word)) {
      rooms.insert(word);
    } else {
      throw std::runtime_error("layers.txt: does not stand above its use: " + word);
    }
  }
  return rooms;
}

std::string LayerTable::RoomOf(const std::string& path) const {
  std::string longest;
  for (const std::string& room : rooms_) {
    if (path.starts_with(room + "/") && room.size() > longest.size()) {
      longest = room;
    }
  }
  return longest;
}

std::vector<std::string> LayerTable::Violations(const SourceFile& source) const {
  const std::string room = RoomOf(source.path);
  if (room.empty()) {
    return {source.path + ":1: stands in no room of layers.txt"};
  }
  std::vector<std::string> violations;
  for (const IncludeLine& include : source.Includes()) {
    const std::string target = RoomOf(include.target);
    if (!allowed_.at(room).contains(target)) {
      violations.push_back(source.path + ":" + std::to_string(include.line) + ": " + room +
                           " must not include " + include.target);
    }
  }
  return violations;
}

}  // namespace regimen::tests
