#include "tests/parity/runner/seed_check.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "tests/parity/runner/backtest_run.hpp"
#include "tests/parity/runner/first_difference.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::parity {

namespace {

// LEAN's figures of one seed.
struct SeedFigures {
  std::string data_points;
  std::string order_list_hash;
};

// Columns: seed, mode, data points, orders, end equity, order hash.
SeedFigures FiguresOf(const std::filesystem::path& table, const std::string& seed) {
  for (const std::string& line : ReadLines(table)) {
    std::istringstream row(line);
    std::string first;
    std::string mode;
    std::string orders;
    std::string end_equity;
    SeedFigures figures;
    row >> first >> mode >> figures.data_points >> orders >> end_equity >> figures.order_list_hash;
    if (row && first == seed) return figures;
  }
  throw std::runtime_error(table.string() + " has no seed " + seed);
}

// LEAN's name of a seed's run: R007.
std::string LeanRun(const std::string& seed) {
  constexpr std::size_t kDigits = 3;
  return "R" + std::string(kDigits - std::min(kDigits, seed.size()), '0') + seed;
}

void Compare(Findings& findings, const std::string& what, const std::string& lean,
             const std::string& ours) {
  if (lean != ours) findings.push_back(what + ": LEAN " + lean + ", this run " + ours);
}

}  // namespace

Findings CheckSeed(const Surroundings& surroundings, const std::string& seed) {
  const SeedFigures expected =
      FiguresOf(surroundings.exam / "cases" / "random" / "seeds.tsv", seed);
  const BacktestRun run(surroundings, "RandomTrader", surroundings.work / "seeds" / LeanRun(seed),
                        surroundings.lean_data, {"--parameters", "seed:" + seed});
  Findings findings = run.ExitFindings();
  if (!findings.empty()) return findings;
  const JsonValue profile = ReadJson(run.File("-profile.json"));
  Compare(findings, "DataPoints", expected.data_points, MemberText(profile, "dataPoints"));
  Compare(findings, "OrderListHash", expected.order_list_hash,
          MemberText(profile, "orderListHash"));
  const Findings differences = FirstDifferences(surroundings, run, LeanRun(seed));
  findings.insert(findings.end(), differences.begin(), differences.end());
  return findings;
}

}  // namespace regimen::parity
