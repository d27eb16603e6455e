#include "tests/parity/runner/determinism_check.hpp"

#include <set>

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

// The result files that must not depend on anything but strategy and data.
std::set<std::string> StableFiles(const BacktestRun& run) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(run.Folder())) {
    if (!entry.is_regular_file() || entry.path() == run.File("-profile.json")) continue;
    files.insert(std::filesystem::relative(entry.path(), run.Folder()).string());
  }
  return files;
}

Findings Compare(const BacktestRun& a, const BacktestRun& b) {
  const std::set<std::string> files = StableFiles(a);
  if (files != StableFiles(b)) {
    return {a.Folder().string() + " and " + b.Folder().string() + " hold different files"};
  }
  Findings findings;
  if (files.empty()) findings.push_back(a.Folder().string() + " holds no result file");
  for (const std::string& file : files) {
    if (ReadFile(a.Folder() / file) != ReadFile(b.Folder() / file)) {
      findings.push_back((a.Folder() / file).string() + " and " + (b.Folder() / file).string() +
                         " differ");
    }
  }
  return findings;
}

}  // namespace

Findings CheckDeterminism(const Surroundings& surroundings, const std::vector<std::string>& names) {
  Findings findings;
  const auto append = [&findings](const Findings& more) {
    findings.insert(findings.end(), more.begin(), more.end());
  };
  for (const std::string& name : names) {
    const auto run = [&](const std::string& label, const std::string& threads) {
      return BacktestRun(surroundings, name, surroundings.work / "determinism" / label / name,
                         surroundings.lean_data, {"--threads", threads});
    };
    const BacktestRun one_thread = run("one-thread", "1");
    append(one_thread.ExitFindings());
    if (one_thread.Process().exit_code != 0) continue;
    const BacktestRun two_threads = run("two-threads", "2");
    append(Compare(one_thread, two_threads));
    append(Compare(two_threads, run("again", "2")));
  }
  return findings;
}

}  // namespace regimen::parity
