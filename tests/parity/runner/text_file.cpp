#include "tests/parity/runner/text_file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace regimen::parity {

std::string ReadFile(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) throw std::runtime_error(file.string() + " cannot be read");
  return text.str();
}

std::vector<std::string> ReadLines(const std::filesystem::path& file) {
  std::istringstream text(ReadFile(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

JsonValue ReadJson(const std::filesystem::path& file) {
  return ParseJson(ReadFile(file), file.string());
}

std::string MemberText(const JsonValue& object, const std::string& key) {
  const JsonValue* member = object.Find(key);
  if (member == nullptr) throw std::runtime_error("the JSON has no member " + key);
  return member->text;
}

void MakeEmptyFolder(const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
}

}  // namespace regimen::parity
