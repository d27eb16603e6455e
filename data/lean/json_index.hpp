#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace regimen::lean {

// Where the members of one object of a large JSON text stand, without reading them: finding one and
// parsing it alone costs a fraction of parsing the file.
//
// Passes once over the text (about 1 GB/s), skipping comments. Names are compared in lower case; of
// two equal ones the later counts. Keeps views of the text, which must outlive it. Immutable.
class JsonIndex {
 public:
  // Indexes the object that is the member `name` of the top-level object. Throws DataError naming
  // `file` and line if the text is cut short or not of that form.
  JsonIndex(std::string_view text, std::string_view name, const std::string& file);

  // The text of the member's value, or empty if there is none of this (lower-case) name.
  std::string_view Find(const std::string& lower_name) const;
  std::size_t size() const { return members_.size(); }

 private:
  std::unordered_map<std::string, std::string_view> members_;
};

// The line of `text` on which `part`, a view into it, begins; from 1 on.
std::size_t LineOf(std::string_view text, std::string_view part);

}  // namespace regimen::lean
