#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regimen {

// Named texts that a strategy keeps from run to run (LEAN's ObjectStore): models, lists, state.
//
// Each entry is a file below the folder `object-store-root` of the configuration, read when it is
// first asked for and written when it is saved; without a folder entries live for the run. Keys may
// have folders ("models/spy"); they must stay below the root. Not thread-safe.
class ObjectStore {
 public:
  bool ContainsKey(std::string_view key);
  // Throws ArgumentError naming the key and the keys there are.
  const std::string& Read(std::string_view key);
  // Throws DataError when the file cannot be written.
  void Save(std::string_view key, std::string_view text);
  // Returns whether there was such an entry.
  bool Delete(std::string_view key);
  // In alphabetical order.
  std::vector<std::string> Keys() const;

  // The engine's side.
  void SetRoot(std::filesystem::path root) { root_ = std::move(root); }

 private:
  // Throws ArgumentError for a key that leads out of the root.
  std::filesystem::path FileOf(std::string_view key) const;
  const std::string* Find(std::string_view key);
  static void Write(const std::filesystem::path& path, std::string_view text);

  std::filesystem::path root_;
  std::map<std::string, std::string, std::less<>> entries_;
};

}  // namespace regimen
