#include "tests/parity/runner/bench_check.hpp"

#include <array>
#include <iomanip>
#include <ostream>
#include <stdexcept>

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

// LEAN's figures of one speed case (bench/README.md).
struct Bench {
  const char* name;
  const char* data_points;
  const char* orders;
  const char* end_equity;
  const char* order_list_hash;
  // A line the log must hold; "" for none.
  const char* log;
};

constexpr const char* kNoOrders = "d41d8cd98f00b204e9800998ecf8427e";
constexpr std::array<Bench, 4> kBenches{{
    {"EmptyMinute1", "15601", "0", "1000000", kNoOrders, ""},
    {"EmptyMinute100", "1560001", "0", "1000000", kNoOrders, ""},
    {"TouchMinute100", "1560001", "0", "1000000", kNoOrders,
     "TOUCH bars 780000 quotes 780000 close 106800054.5209 bid 106792254.5209 ask 106807854.5209"},
    {"EmptyDaily500", "1258001", "0", "1000000", kNoOrders, ""},
}};

// Makes the data under another name first: a folder that is there is complete.
std::filesystem::path MakeData(const Surroundings& surroundings) {
  const std::filesystem::path data = surroundings.work / "bench-data";
  if (std::filesystem::exists(data)) return data;
  const std::filesystem::path unfinished = data.string() + ".unfinished";
  MakeEmptyFolder(unfinished);
  for (const char* folder : {"market-hours", "symbol-properties", "alternative"}) {
    std::filesystem::copy(surroundings.lean_data / folder, unfinished / folder,
                          std::filesystem::copy_options::recursive);
  }
  const ProcessResult maker =
      RunProcess({"python3", (surroundings.exam / "bench" / "make_data.py").string(),
                  unfinished.string(), "100", "20", "500", "10"},
                 data.string() + ".txt");
  if (maker.exit_code != 0) {
    throw std::runtime_error("make_data.py failed; see " + data.string() + ".txt");
  }
  std::filesystem::rename(unfinished, data);
  return data;
}

void Compare(Findings& findings, const Bench& bench, const char* what, const std::string& lean,
             const std::string& ours) {
  if (lean != ours) {
    findings.push_back(std::string(bench.name) + " " + what + ": LEAN " + lean + ", this run " +
                       ours);
  }
}

Findings CheckFigures(const Bench& bench, const BacktestRun& run) {
  Findings findings = run.ExitFindings();
  if (!findings.empty()) return findings;
  const JsonValue profile = ReadJson(run.File("-profile.json"));
  const JsonValue result = ReadJson(run.File(".json"));
  const JsonValue& statistics = *result.Find("statistics");
  Compare(findings, bench, "DataPoints", bench.data_points, MemberText(profile, "dataPoints"));
  Compare(findings, bench, "Total Orders", bench.orders, MemberText(statistics, "Total Orders"));
  Compare(findings, bench, "End Equity", bench.end_equity, MemberText(statistics, "End Equity"));
  Compare(findings, bench, "OrderListHash", bench.order_list_hash,
          MemberText(profile, "orderListHash"));
  const std::string log = ReadFile(run.File("-log.txt"));
  if (log.find(bench.log) == std::string::npos) {
    findings.push_back(std::string(bench.name) + " log lacks: " + bench.log);
  }
  return findings;
}

void PrintSpeed(const Bench& bench, const BacktestRun& run, std::ostream& out) {
  const ProcessResult& process = run.Process();
  const double points = std::stod(bench.data_points);
  out << std::left << std::setw(16) << bench.name << std::right << std::setw(10)
      << bench.data_points << " data points, whole process: " << std::fixed << std::setprecision(2)
      << process.wall_seconds << " s (" << std::setprecision(0) << points / process.wall_seconds
      << " a second), CPU " << std::setprecision(2) << process.cpu_seconds << " s ("
      << std::setprecision(0) << points / process.cpu_seconds << " a second)\n";
}

}  // namespace

Findings CheckBenches(const Surroundings& surroundings, std::ostream& out) {
  std::filesystem::create_directories(surroundings.work);
  const std::filesystem::path data = MakeData(surroundings);
  Findings findings;
  for (const Bench& bench : kBenches) {
    const BacktestRun run(surroundings, bench.name, surroundings.work / "bench" / bench.name, data);
    const Findings more = CheckFigures(bench, run);
    findings.insert(findings.end(), more.begin(), more.end());
    // Wrong figures have no speed.
    if (more.empty()) PrintSpeed(bench, run, out);
  }
  return findings;
}

}  // namespace regimen::parity
