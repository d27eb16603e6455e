#include "framework/algorithm/object_store.hpp"

#include "framework/core/error.hpp"

namespace regimen {

const std::string& ObjectStore::Read(std::string_view key) const {
  const auto found = entries_.find(key);
  if (found != entries_.end()) return found->second;
  std::string known;
  for (const auto& [name, text] : entries_) known += (known.empty() ? "" : ", ") + name;
  throw ArgumentError("the object store has no entry '" + std::string(key) + "'; it has " +
                      (known.empty() ? "none" : known));
}

void ObjectStore::Save(std::string_view key, std::string_view text) {
  entries_.insert_or_assign(std::string(key), std::string(text));
}

bool ObjectStore::Delete(std::string_view key) {
  const auto found = entries_.find(key);
  if (found == entries_.end()) return false;
  entries_.erase(found);
  return true;
}

std::vector<std::string> ObjectStore::Keys() const {
  std::vector<std::string> keys;
  for (const auto& [name, text] : entries_) keys.push_back(name);
  return keys;
}

}  // namespace regimen
