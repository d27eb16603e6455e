#include "framework/app/config_section.hpp"

#include <algorithm>
#include <array>
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

// The keys whose value Regimen reads: a list or an object there would be passed over in silence.
constexpr std::array<std::string_view, 11> kTextKeys = {"algorithm-id",
                                                        "algorithm-location",
                                                        "algorithm-type-name",
                                                        "data-folder",
                                                        "environment",
                                                        "force-exchange-always-open",
                                                        "live-mode",
                                                        "maximum-chart-series",
                                                        "maximum-data-points-per-chart-series",
                                                        "object-store-root",
                                                        "results-destination-folder"};

void RequireText(const JsonValue& member, const std::string& file) {
  const bool is_text = !member.IsObject() && !member.IsArray();
  if (is_text || std::ranges::find(kTextKeys, member.name) == kTextKeys.end()) return;
  throw DataError(file, member.line,
                  member.name + " holds a list or an object; it must be one text, number or flag");
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
    } else if (member.name == "environments") {
      if (!member.IsObject()) {
        throw DataError(file, member.line, "environments must be an object of named sections");
      }
      for (const JsonValue& environment : member.children) {
        section.environments.push_back(ReadSection(environment, file));
      }
    } else {
      RequireText(member, file);
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
