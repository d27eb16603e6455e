// A configuration file as it stands: values by key, sections by name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace regimen::app {

// The file's root, or one of its named environments, which may hold environments in turn. A value
// is its text in the file without quotes; of a list or an object only the key is kept, LEAN's own
// have no meaning here.
struct ConfigSection {
  std::string name;
  std::map<std::string, std::string> values;
  std::map<std::string, std::string> parameters;
  std::vector<ConfigSection> environments;
};

// `file` names the text in errors. Throws DataError with file and line where the text is no JSON
// (json_value.hpp), is no object, or gives `parameters` or an environment another type than LEAN's.
ConfigSection ReadConfigSection(std::string_view text, const std::string& file);

}  // namespace regimen::app
