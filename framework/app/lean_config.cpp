#include "framework/app/lean_config.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "framework/app/lean_config_keys.hpp"
#include "framework/core/error.hpp"
#include "framework/core/nearest_names.hpp"

namespace regimen::app {

namespace {

const ConfigSection* FindSection(const std::vector<ConfigSection>& sections,
                                 std::string_view name) {
  const auto found =
      std::find_if(sections.begin(), sections.end(),
                   [name](const ConfigSection& section) { return section.name == name; });
  return found == sections.end() ? nullptr : &*found;
}

bool EqualsIgnoringCase(std::string_view text, std::string_view lower_case) {
  return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                    [](char a, char b) {
                      return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
                    });
}

void CollectKeys(const ConfigSection& section, std::set<std::string>& keys) {
  for (const auto& [key, value] : section.values) {
    keys.insert(key);
  }
}

}  // namespace

LeanConfig LeanConfig::Read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file)) {
    throw DataError(file.string(), 0,
                    "cannot be opened; give the path of a configuration file as --config");
  }
  const std::string text((std::istreambuf_iterator<char>(stream)),
                         std::istreambuf_iterator<char>());
  return LeanConfig(ReadConfigSection(text, file.string()));
}

void LeanConfig::Override(const std::string& key, std::string value) {
  root_.values[key] = std::move(value);
}

void LeanConfig::OverrideParameter(const std::string& name, std::string value) {
  root_.parameters[name] = std::move(value);
}

std::optional<std::string> LeanConfig::EnvironmentName() const {
  const auto found = root_.values.find("environment");
  return found == root_.values.end() || found->second.empty() ? std::nullopt
                                                              : std::optional(found->second);
}

// A dot in the name leads into the environments of an environment.
const ConfigSection* LeanConfig::Environment() const {
  const std::string name = EnvironmentName().value_or("backtesting");
  const ConfigSection* section = &root_;
  std::size_t start = 0;
  while (section != nullptr && start <= name.size()) {
    const std::size_t dot = std::min(name.find('.', start), name.size());
    section = FindSection(section->environments, std::string_view(name).substr(start, dot - start));
    start = dot + 1;
  }
  return section;
}

std::optional<std::string> LeanConfig::Get(const std::string& key) const {
  const ConfigSection* environment = Environment();
  if (environment != nullptr) {
    if (const auto found = environment->values.find(key); found != environment->values.end()) {
      return found->second;
    }
  }
  const auto found = root_.values.find(key);
  return found == root_.values.end() ? std::nullopt : std::optional(found->second);
}

bool LeanConfig::GetFlag(const std::string& key) const {
  const std::string value = Get(key).value_or("false");
  if (EqualsIgnoringCase(value, "true")) {
    return true;
  }
  if (EqualsIgnoringCase(value, "false") || value.empty()) {
    return false;
  }
  throw ConfigError(key, "is " + value + "; it must be true or false");
}

std::optional<std::size_t> LeanConfig::GetCount(const std::string& key) const {
  const std::optional<std::string> value = Get(key);
  if (!value || value->empty()) {
    return std::nullopt;
  }
  std::size_t count = 0;
  const char* end = value->data() + value->size();
  const auto [stop, error] = std::from_chars(value->data(), end, count);
  if (error != std::errc() || stop != end || count == 0) {
    throw ConfigError(key, "is " + *value + "; it must be a whole number from 1 on");
  }
  return count;
}

std::map<std::string, std::string> LeanConfig::Parameters() const {
  const ConfigSection* environment = Environment();
  const bool of_environment = environment != nullptr && !environment->parameters.empty();
  return of_environment ? environment->parameters : root_.parameters;
}

std::vector<std::string> LeanConfig::Warnings() const {
  const ConfigSection* environment = Environment();
  std::set<std::string> keys;
  for (const auto& [key, value] : file_values_) {
    keys.insert(key);
  }
  if (environment != nullptr) {
    CollectKeys(*environment, keys);
  }
  const auto known = KnownConfigKeys();
  std::vector<std::string> warnings;
  for (const std::string& key : keys) {
    if (!std::binary_search(known.begin(), known.end(), key)) {
      warnings.push_back("The configuration's key " + key +
                         " means nothing to Regimen or LEAN and is ignored." +
                         DidYouMean(key, known));
    }
  }
  const std::optional<std::string> name = EnvironmentName();
  if (environment == nullptr && name) {
    warnings.push_back("The configuration has no environment " + *name +
                       "; the values at its root are used.");
  }
  return warnings;
}

}  // namespace regimen::app
