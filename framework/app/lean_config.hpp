// LEAN's configuration: a JSON file with // comments, named environments and command-line
// overrides.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "framework/app/config_section.hpp"

namespace regimen::app {

// The settings of one run, by LEAN's keys. The value of a key is the one in the chosen environment,
// else the one of the command line, else the one at the file's root (LEAN's own order). Not
// thread-safe while overrides are made; concurrent const calls are.
class LeanConfig {
 public:
  // No file: only what the command line says.
  LeanConfig() = default;
  explicit LeanConfig(ConfigSection file) : root_(std::move(file)), file_values_(root_.values) {}

  // Throws DataError naming file and line when the file cannot be opened or understood.
  static LeanConfig Read(const std::filesystem::path& file);

  // What the command line says: it stands above the root and below the environment.
  void Override(const std::string& key, std::string value);
  void OverrideParameter(const std::string& name, std::string value);

  std::optional<std::string> Get(const std::string& key) const;

  // Throw ConfigError naming the key when its value is no boolean, or no whole number from 1 on.
  bool GetFlag(const std::string& key) const;
  std::optional<std::size_t> GetCount(const std::string& key) const;

  // What GetParameter will find: the environment's if it has any, else those of root and command
  // line.
  std::map<std::string, std::string> Parameters() const;

  // Returns: a line for each key of the file that neither LEAN nor Regimen knows, and one for an
  // environment that is asked for and absent. They never stop a run.
  std::vector<std::string> Warnings() const;

 private:
  std::optional<std::string> EnvironmentName() const;
  const ConfigSection* Environment() const;

  ConfigSection root_;
  std::map<std::string, std::string> file_values_;
};

}  // namespace regimen::app
