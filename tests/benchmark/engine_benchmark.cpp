#include "tests/benchmark/engine_benchmark.hpp"

#include <cstdio>
#include <map>
#include <string>

#include "tests/benchmark/bar_list.hpp"
#include "tests/benchmark/bench_data.hpp"
#include "tests/benchmark/engine_figures.hpp"
#include "tests/benchmark/not_here.hpp"
#include "tests/support/exam.hpp"

namespace regimen::bench {

namespace {

constexpr double kMillion = 1e6;
constexpr double kMilli = 1e3;

using AllFigures = std::map<std::string, EngineFigures>;

parity::Surroundings FindSurroundings() {
  const auto exam = tests::ExamDir();
  const auto lean_data = tests::LeanDataDir();
  if (!exam || !lean_data) {
    throw NotHere(
        "the speed cases need the exam and LEAN's data: set REGIMEN_EXAM_DIR and "
        "REGIMEN_LEAN_DATA (README.md, \"The exam\")");
  }
  return {REGIMEN_PROGRAM, REGIMEN_PARITY_PLUGIN, *exam, *lean_data, REGIMEN_BENCH_WORK};
}

void PrintRow(const SpeedCase& speed_case, const EngineFigures& figures) {
  if (!figures.findings.empty()) {
    for (const std::string& finding : figures.findings) std::printf("%s\n", finding.c_str());
    return;
  }
  const double points = DataPoints(speed_case);
  std::printf("%-15s %9s %8.2f %8.2f %8.2f %8.2f %8.2f %7.1f %6.3f %6.3f %7.0f\n", speed_case.name,
              speed_case.data_points, points / figures.wall_seconds / kMillion,
              points / figures.loop_seconds / kMillion, points / figures.reading_seconds / kMillion,
              figures.reading_seconds / figures.wall_seconds,
              figures.reading_seconds / figures.loop_seconds,
              points / figures.wall_seconds / speed_case.lean_points_per_second,
              figures.wall_seconds, figures.cpu_seconds, figures.peak_mebibytes);
}

// Returns: the figures of the cases that are LEAN's.
AllFigures RunCases(const EngineRuns& runs, int rounds) {
  std::printf(
      "millions of data points a second; figures of all cases that show a speed are LEAN's\n"
      "%-15s %9s %8s %8s %8s %8s %8s %7s %6s %6s %7s\n",
      "", "points", "process", "loop", "reading", "process/", "loop/", "times", "wall", "CPU",
      "peak");
  std::printf("%-15s %9s %8s %8s %8s %8s %8s %7s %6s %6s %7s\n", "", "", "", "", "", "reading",
              "reading", "LEAN", "s", "s", "MiB");
  AllFigures all;
  for (const SpeedCase& speed_case : SpeedCases()) {
    const EngineFigures figures = runs.Measure(speed_case, rounds);
    PrintRow(speed_case, figures);
    if (figures.findings.empty()) all[speed_case.name] = figures;
  }
  std::printf("%s\n", LeftOutCases());
  return all;
}

double PointsPerSecond(const std::string& name, const EngineFigures& figures) {
  for (const SpeedCase& speed_case : SpeedCases()) {
    if (speed_case.name == name) return DataPoints(speed_case) / figures.wall_seconds;
  }
  return 0;
}

void AddSpeedBars(const AllFigures& all, BarList& bars) {
  for (const char* name : {"EmptyMinute100", "TouchMinute100", "EmptyDaily500"}) {
    if (!all.contains(name)) continue;
    const EngineFigures& figures = all.at(name);
    bars.AtLeast(std::string(name) + ", whole process: million points a second",
                 PointsPerSecond(name, figures) / kMillion, 3);
    bars.AtLeast(std::string(name) + ", whole process / pure reading",
                 figures.reading_seconds / figures.wall_seconds, 1.0 / 3);
  }
  if (all.contains("EmptyMinute100") && all.contains("TouchMinute100")) {
    bars.AtLeast("TouchMinute100 / EmptyMinute100",
                 all.at("EmptyMinute100").wall_seconds / all.at("TouchMinute100").wall_seconds,
                 0.6);
  }
}

void AddMemoryBars(const EngineRuns& runs, const AllFigures& all, int rounds, BarList& bars) {
  constexpr double kMostMebibytes = 100e6 / (1 << 20);
  for (const char* name : {"EmptyMinute1", "EmptyMinute100", "TouchMinute100", "EmaCross100"}) {
    if (!all.contains(name)) continue;
    bars.AtMost(std::string(name) + ", peak memory in MiB (100 MB)", all.at(name).peak_mebibytes,
                kMostMebibytes);
  }
  for (const SpeedCase& speed_case : SpeedCases()) {
    if (std::string(speed_case.name) != "EmptyMinute100") continue;
    // A fifth for what the allocator keeps and for how far the readers are ahead; the columns of
    // the other 15 days would be three times the whole.
    bars.AtMost("EmptyMinute100, peak memory of 20 days / of 5 days",
                runs.PeakMebibytes(speed_case, "20190628", rounds) /
                    runs.PeakMebibytes(speed_case, "20190607", rounds),
                1.2);
  }
}

}  // namespace

bool RunEngineBenchmark(bool smoke) {
  const parity::Surroundings surroundings = FindSurroundings();
  std::filesystem::create_directories(surroundings.work);
  const EngineRuns runs(surroundings, MakeBenchData(surroundings));
  const int rounds = smoke ? 1 : 5;
  const AllFigures all = RunCases(runs, rounds);
  BarList bars;
  AddSpeedBars(all, bars);
  AddMemoryBars(runs, all, rounds, bars);
  bars.AtMost("BasicTemplateDailyAlgorithm, start to printed statistics: milliseconds",
              runs.StartSeconds(2 * rounds) * kMilli, 100);
  const bool cleared = bars.Print();
  return all.size() == SpeedCases().size() && (cleared || smoke);
}

}  // namespace regimen::bench
