#include "framework/app/config_section.hpp"

#include <utility>

#include "framework/core/error.hpp"
#include "framework/core/json_value.hpp"

namespace regimen::app {

namespace {

// LEAN takes parameters as an object and, where a script wrote the file, as a string holding one.
std::map<std::string, std::string> ReadParameters(const JsonValue& value, const std::string& file) {
  if (value.IsString() && !value.text.empty()) {
    return ReadParameters(ParseJson(value.text, file), file);
  }
  if (!value.IsObject() && !value.IsNull() && !value.IsString()) {
    throw DataError(file, value.line, R"(parameters must be an object such as {"fast": 10})");
  }
  std::map<std::string, std::string> parameters;
  for (const JsonValue& member : value.children) {
    parameters[member.name] = member.text;
  }
  return parameters;
}

ConfigSection ReadSection(const JsonValue& object, const std::string& file) {
  if (!object.IsObject()) {
    throw DataError(file, object.line, "must be an object in braces");
  }
  ConfigSection section;
  section.name = object.name;
  for (const JsonValue& member : object.children) {
    if (member.name == "parameters") {
      section.parameters = ReadParameters(member, file);
    } else if (member.name == "environments" && member.IsObject()) {
      for (const JsonValue& environment : member.children) {
        section.environments.push_back(ReadSection(environment, file));
      }
    } else {
      section.values[member.name] = member.text;
    }
  }
  return section;
}

}  // namespace

ConfigSection ReadConfigSection(std::string_view text, const std::string& file) {
  return ReadSection(ParseJson(text, file), file);
}

}  // namespace regimen::app
