#include "tests/parity/runner/case_check.hpp"

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/exam_cases.hpp"
#include "tests/parity/runner/first_difference.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

void Append(Findings& findings, const Findings& more) {
  findings.insert(findings.end(), more.begin(), more.end());
}

void Compare(Findings& findings, const std::string& what, const std::string& lean,
             const std::string& ours) {
  const auto unsigned_zero = [](const std::string& text) { return text == "-0" ? "0" : text; };
  if (unsigned_zero(lean) != unsigned_zero(ours)) {
    findings.push_back(what + ": LEAN " + lean + ", this run " + ours);
  }
}

Findings CheckStatistics(const BacktestRun& run, const ExamCase& expected) {
  constexpr const char* kAbsent = "(nothing)";
  const JsonValue result = ReadJson(run.File(".json"));
  const JsonValue* statistics = result.Find("statistics");
  Findings findings;
  for (const auto& [name, text] : expected.statistics) {
    const JsonValue* ours = statistics == nullptr ? nullptr : statistics->Find(name);
    Compare(findings, name, text, ours == nullptr ? kAbsent : ours->text);
  }
  return findings;
}

Findings CheckProfile(const BacktestRun& run, const ExamCase& expected) {
  const JsonValue profile = ReadJson(run.File("-profile.json"));
  Findings findings;
  Compare(findings, "status", expected.status, MemberText(profile, "status"));
  Compare(findings, "OrderListHash", expected.order_list_hash,
          MemberText(profile, "orderListHash"));
  if (expected.data_points != "-1") {
    Compare(findings, "DataPoints", expected.data_points, MemberText(profile, "dataPoints"));
  }
  if (expected.history_data_points != "-1") {
    Compare(findings, "history DataPoints", expected.history_data_points,
            MemberText(profile, "historyDataPoints"));
  }
  return findings;
}

}  // namespace

Findings CheckCase(const Surroundings& surroundings, const std::string& name) {
  const ExamCase expected = ExamCases(surroundings.exam).Get(name);
  const BacktestRun run(surroundings, name, surroundings.work / "cases" / name,
                        surroundings.lean_data);
  Findings findings = run.ExitFindings();
  if (!findings.empty()) return findings;
  Append(findings, CheckProfile(run, expected));
  Append(findings, CheckStatistics(run, expected));
  Append(findings, FirstDifferences(surroundings, run, name));
  return findings;
}

}  // namespace regimen::parity
