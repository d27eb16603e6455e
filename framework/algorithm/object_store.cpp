#include "framework/algorithm/object_store.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include "framework/core/error.hpp"

namespace regimen {

std::filesystem::path ObjectStore::FileOf(std::string_view key) const {
  const std::filesystem::path relative = std::filesystem::path(key).lexically_normal();
  const bool leads_out = relative.empty() || relative.is_absolute() || *relative.begin() == "..";
  if (leads_out) {
    throw ArgumentError("'" + std::string(key) +
                        "' is no key of the object store; use a name such as models/spy");
  }
  return root_ / relative;
}

const std::string* ObjectStore::Find(std::string_view key) {
  const auto known = entries_.find(key);
  if (known != entries_.end()) return &known->second;
  if (root_.empty()) return nullptr;
  const std::filesystem::path path = FileOf(key);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return nullptr;
  std::ifstream file(path, std::ios::binary);
  if (!file) return nullptr;
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return &entries_.emplace(key, std::move(text)).first->second;
}

bool ObjectStore::ContainsKey(std::string_view key) { return Find(key) != nullptr; }

const std::string& ObjectStore::Read(std::string_view key) {
  if (const std::string* text = Find(key)) return *text;
  std::string known;
  for (const std::string& name : Keys()) known += (known.empty() ? "" : ", ") + name;
  throw ArgumentError("the object store has no entry '" + std::string(key) + "'; it has " +
                      (known.empty() ? "none" : known));
}

void ObjectStore::Save(std::string_view key, std::string_view text) {
  const std::filesystem::path path = FileOf(key);
  if (!root_.empty()) Write(path, text);
  entries_.insert_or_assign(std::string(key), std::string(text));
}

void ObjectStore::Write(const std::filesystem::path& path, std::string_view text) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) {
    throw DataError(path.string(), 0,
                    "the object store could not write it; is the folder writable?");
  }
}

bool ObjectStore::Delete(std::string_view key) {
  if (Find(key) == nullptr) return false;
  entries_.erase(entries_.find(key));
  std::error_code error;
  if (!root_.empty()) std::filesystem::remove(FileOf(key), error);
  return true;
}

std::vector<std::string> ObjectStore::Keys() const {
  std::set<std::string> keys;
  for (const auto& [name, text] : entries_) keys.insert(name);
  std::error_code error;
  if (!root_.empty()) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root_, error)) {
      if (entry.is_regular_file()) {
        keys.insert(std::filesystem::relative(entry.path(), root_).generic_string());
      }
    }
  }
  return {keys.begin(), keys.end()};
}

}  // namespace regimen
