#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regimen {

// Named texts that a strategy keeps (LEAN's ObjectStore): models, lists, state.
//
// Lives in memory for the run; the engine fills it from and writes it back to the folder
// `object-store-root` of the configuration when one is set. Not thread-safe.
class ObjectStore {
 public:
  bool ContainsKey(std::string_view key) const { return entries_.contains(key); }
  // Throws ArgumentError naming the key and the keys there are.
  const std::string& Read(std::string_view key) const;
  void Save(std::string_view key, std::string_view text);
  // Returns whether there was such an entry.
  bool Delete(std::string_view key);
  std::vector<std::string> Keys() const;

 private:
  std::map<std::string, std::string, std::less<>> entries_;
};

}  // namespace regimen
