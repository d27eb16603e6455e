#include "tests/parity/runner/trace_check.hpp"

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

Findings CompareLines(const std::filesystem::path& traces, const BacktestRun& run,
                      TraceScope scope) {
  const std::filesystem::path report = run.Folder().string() + "-difference.txt";
  std::vector<std::string> command = {"python3", (traces / "compare").string(), run.Name(),
                                      run.File(".trace").string()};
  if (scope == TraceScope::Skeleton) command.emplace_back("--skeleton");
  if (RunProcess(command, report).exit_code == 0) return {};
  return ReadLines(report);
}

}  // namespace

Findings CheckTrace(const Surroundings& surroundings, const std::string& name, TraceScope scope) {
  const std::filesystem::path traces = surroundings.exam / "cases" / "loop-traces";
  const std::filesystem::path folder = surroundings.work / "traces" / name;
  const BacktestRun run(surroundings, name, folder, surroundings.lean_data,
                        {"--parameters", "trace-folder:" + folder.string()});
  Findings findings = run.ExitFindings();
  if (!findings.empty()) return findings;
  findings = CompareLines(traces, run, scope);
  const std::string lean = MemberText(ReadJson(traces / (name + ".json")), "dataPoints");
  const std::string ours = MemberText(ReadJson(run.File("-profile.json")), "dataPoints");
  if (ours != lean) findings.push_back("DataPoints: LEAN " + lean + ", this run " + ours);
  return findings;
}

}  // namespace regimen::parity
