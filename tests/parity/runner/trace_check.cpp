#include "tests/parity/runner/trace_check.hpp"

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

// What loop-traces/compare is told to leave out.
std::vector<std::string> FlagsOf(TraceScope scope) {
  switch (scope) {
    case TraceScope::Complete:
      return {};
    case TraceScope::NoConsolidators:
      return {"--without", "CON"};
    case TraceScope::NoIndicators:
      return {"--without", "CON,IND,HIS,~", "--drop", "sma="};
    case TraceScope::Skeleton:
      return {"--skeleton"};
  }
  return {};
}

Findings CompareLines(const std::filesystem::path& traces, const BacktestRun& run,
                      TraceScope scope) {
  const std::filesystem::path report = run.Folder().string() + "-difference.txt";
  std::vector<std::string> command = {"python3", (traces / "compare").string(), run.Name(),
                                      run.File(".trace").string()};
  const std::vector<std::string> flags = FlagsOf(scope);
  command.insert(command.end(), flags.begin(), flags.end());
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
