#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/parity/runner/process.hpp"
#include "tests/parity/runner/surroundings.hpp"

namespace regimen::parity {

// A run of the real program on a strategy of the plugin, and where its files are.
class BacktestRun {
 public:
  // Runs the strategy `name` on `data`; results go to `folder`, what the program says to
  // `folder`.txt.
  BacktestRun(const Surroundings& surroundings, std::string name, std::filesystem::path folder,
              const std::filesystem::path& data,
              const std::vector<std::string>& more_arguments = {});

  const std::string& Name() const { return name_; }
  const std::filesystem::path& Folder() const { return folder_; }
  const ProcessResult& Process() const { return process_; }
  std::filesystem::path Console() const { return folder_.string() + ".txt"; }
  // The result file NAME`ending`, e.g. "-profile.json".
  std::filesystem::path File(const std::string& ending) const { return folder_ / (name_ + ending); }

  // A finding with the program's last words when it did not exit with 0.
  Findings ExitFindings() const;

 private:
  std::string name_;
  std::filesystem::path folder_;
  ProcessResult process_;
};

}  // namespace regimen::parity
