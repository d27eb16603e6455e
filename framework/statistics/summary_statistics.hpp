#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regimen {

// Statistics as they are printed: names and texts in the order in which they were added, each name
// once. A value.
class SummaryStatistics {
 public:
  using Entry = std::pair<std::string, std::string>;

  // Returns false, and changes nothing, if the name is there already.
  bool Add(std::string_view name, std::string_view text);
  // Throws ArgumentError for a name that is not there.
  const std::string& operator[](std::string_view name) const;
  // Returns nullptr for a name that is not there.
  const std::string* TryGetValue(std::string_view name) const;
  bool ContainsKey(std::string_view name) const { return TryGetValue(name) != nullptr; }
  std::size_t Count() const { return entries_.size(); }

  std::vector<Entry>::const_iterator begin() const { return entries_.begin(); }
  std::vector<Entry>::const_iterator end() const { return entries_.end(); }

 private:
  std::vector<Entry> entries_;
};

}  // namespace regimen
