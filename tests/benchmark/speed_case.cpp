#include "tests/benchmark/speed_case.hpp"

#include <array>

#include "framework/core/json_value.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::bench {

namespace {

constexpr const char* kNoOrders = "d41d8cd98f00b204e9800998ecf8427e";
constexpr const char* kOneEquity = "equity/usa/minute/zaaa";
constexpr const char* kMinute = "equity/usa/minute";
constexpr const char* kDaily = "equity/usa/daily";

constexpr std::array<SpeedCase, 5> kCases{{
    {"EmptyMinute1", "15601", "0", "1000000", kNoOrders, "", kOneEquity, 15601 / 2.4},
    {"EmptyMinute100", "1560001", "0", "1000000", kNoOrders, "", kMinute, 1560001 / 7.0},
    {"TouchMinute100", "1560001", "0", "1000000", kNoOrders,
     "TOUCH bars 780000 quotes 780000 close 106800054.5209 bid 106792254.5209 ask 106807854.5209",
     kMinute, 1560001 / 8.2},
    {"EmaCross100", "1560001", "2701", "952867.16", "09e25b1a74dbbdc4cf7f02b2278c18b5", "", kMinute,
     1560001 / 10.1},
    {"EmptyDaily500", "1258001", "0", "1000000", kNoOrders, "", kDaily, 1258001 / 10.2},
}};

void Compare(parity::Findings& findings, const SpeedCase& speed_case, const char* what,
             const std::string& lean, const std::string& ours) {
  if (lean != ours) {
    findings.push_back(std::string(speed_case.name) + " " + what + ": LEAN " + lean +
                       ", this run " + ours);
  }
}

}  // namespace

std::span<const SpeedCase> SpeedCases() { return kCases; }

const char* LeftOutCases() {
  return "left out: Momentum500 (its indicator RateOfChange is not built)";
}

double DataPoints(const SpeedCase& speed_case) { return std::stod(speed_case.data_points); }

parity::Findings CheckFigures(const SpeedCase& speed_case, const parity::BacktestRun& run) {
  using parity::MemberText;
  parity::Findings findings = run.ExitFindings();
  if (!findings.empty()) return findings;
  const JsonValue profile = parity::ReadJson(run.File("-profile.json"));
  const JsonValue result = parity::ReadJson(run.File(".json"));
  const JsonValue& statistics = *result.Find("statistics");
  const auto compare = [&](const char* what, const char* lean, const std::string& ours) {
    Compare(findings, speed_case, what, lean, ours);
  };
  compare("DataPoints", speed_case.data_points, MemberText(profile, "dataPoints"));
  compare("Total Orders", speed_case.orders, MemberText(statistics, "Total Orders"));
  compare("End Equity", speed_case.end_equity, MemberText(statistics, "End Equity"));
  compare("OrderListHash", speed_case.order_list_hash, MemberText(profile, "orderListHash"));
  const std::string log = parity::ReadFile(run.File("-log.txt"));
  if (log.find(speed_case.log) == std::string::npos) {
    findings.push_back(std::string(speed_case.name) + " log lacks: " + speed_case.log);
  }
  return findings;
}

}  // namespace regimen::bench
