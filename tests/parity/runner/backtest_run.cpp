#include "tests/parity/runner/backtest_run.hpp"

#include <algorithm>
#include <utility>

#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

BacktestRun::BacktestRun(const Surroundings& surroundings, std::string name,
                         std::filesystem::path folder, const std::filesystem::path& data,
                         const std::vector<std::string>& more_arguments)
    : name_(std::move(name)), folder_(std::move(folder)) {
  MakeEmptyFolder(folder_);
  std::vector<std::string> command = {surroundings.program.string(),
                                      "backtest",
                                      "--algorithm-location",
                                      surroundings.plugin.string(),
                                      "--algorithm-type-name",
                                      name_,
                                      "--data-folder",
                                      data.string(),
                                      "--results-destination-folder",
                                      folder_.string()};
  command.insert(command.end(), more_arguments.begin(), more_arguments.end());
  process_ = RunProcess(command, Console());
}

Findings BacktestRun::ExitFindings() const {
  constexpr std::size_t kLastWords = 15;
  if (process_.exit_code == 0) return {};
  Findings findings = {"exit code " + std::to_string(process_.exit_code) + " instead of 0; " +
                       Console().string() + " ends:"};
  const std::vector<std::string> lines = ReadLines(Console());
  const std::size_t first = lines.size() - std::min(kLastWords, lines.size());
  for (std::size_t i = first; i < lines.size(); ++i) findings.push_back("    " + lines[i]);
  return findings;
}

}  // namespace regimen::parity
