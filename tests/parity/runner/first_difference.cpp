#include "tests/parity/runner/first_difference.hpp"

#include "tests/parity/runner/process.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

Findings FirstDifferences(const Surroundings& surroundings, const BacktestRun& run,
                          const std::string& lean_run) {
  const std::filesystem::path report = run.Folder().string() + "-difference.txt";
  const ProcessResult tool =
      RunProcess({"python3", (surroundings.exam / "cases" / "first-difference").string(), lean_run,
                  run.Folder().string(), run.Name()},
                 report);
  if (tool.exit_code == 0) return {};
  Findings findings = {"first-difference " + lean_run + " " + run.Folder().string() + " " +
                       run.Name() + ":"};
  for (const std::string& line : ReadLines(report)) {
    if (!line.starts_with("equal ")) findings.push_back("  " + line);
  }
  return findings;
}

}  // namespace regimen::parity
