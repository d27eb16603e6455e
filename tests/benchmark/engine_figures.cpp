#include "tests/benchmark/engine_figures.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "framework/core/json_value.hpp"
#include "tests/benchmark/pure_reading.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::bench {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The stages of the time loop; the others come once, before or after it.
constexpr const char* kLoopStages[] = {"reading",         "slices",   "prices",
                                       "scheduledEvents", "orders",   "marginCalls",
                                       "consolidators",   "strategy", "samples"};

double LoopSeconds(const JsonValue& profile) {
  double seconds = 0;
  for (const char* stage : kLoopStages) {
    seconds += std::stod(parity::MemberText(*profile.Find("timings"), stage));
  }
  return seconds;
}

double PeakOf(const JsonValue& profile) {
  constexpr double kKibi = 1024;
  return std::stod(parity::MemberText(*profile.Find("process"), "peakMemoryKiB")) / kKibi;
}

}  // namespace

parity::BacktestRun EngineRuns::Run(const std::string& name, const std::filesystem::path& data,
                                    const std::vector<std::string>& more_arguments) const {
  return {surroundings_, name, surroundings_.work / "bench" / name, data, more_arguments};
}

EngineFigures EngineRuns::Measure(const SpeedCase& speed_case, int rounds) const {
  EngineFigures figures;
  figures.wall_seconds = figures.cpu_seconds = figures.loop_seconds = figures.reading_seconds =
      kInfinity;
  for (int round = 0; round < rounds; ++round) {
    const parity::BacktestRun plain = Run(speed_case.name, data_, {});
    figures.findings = CheckFigures(speed_case, plain);
    if (!figures.findings.empty()) return figures;
    figures.wall_seconds = std::min(figures.wall_seconds, plain.Process().wall_seconds);
    figures.cpu_seconds = std::min(figures.cpu_seconds, plain.Process().cpu_seconds);

    const PureReading reading = ReadPurely(data_ / speed_case.price_folder);
    figures.reading_seconds = std::min(figures.reading_seconds, reading.seconds);
    figures.rows = reading.rows;

    const parity::BacktestRun profiled = Run(speed_case.name, data_, {"--profile"});
    const JsonValue profile = parity::ReadJson(profiled.File("-profile.json"));
    figures.loop_seconds = std::min(figures.loop_seconds, LoopSeconds(profile));
    figures.peak_mebibytes = std::max(figures.peak_mebibytes, PeakOf(profile));
  }
  return figures;
}

double EngineRuns::PeakMebibytes(const SpeedCase& speed_case, const std::string& last_day,
                                 int rounds) const {
  double least = kInfinity;
  for (int round = 0; round < rounds; ++round) {
    const parity::BacktestRun run = Run(speed_case.name, data_, {"--profile", "--end", last_day});
    least = std::min(least, PeakOf(parity::ReadJson(run.File("-profile.json"))));
  }
  return least;
}

double EngineRuns::StartSeconds(int rounds) const {
  double least = kInfinity;
  for (int round = 0; round < rounds; ++round) {
    const parity::BacktestRun run = Run("BasicTemplateDailyAlgorithm", surroundings_.lean_data, {});
    if (!run.ExitFindings().empty()) throw std::runtime_error(run.ExitFindings().front());
    least = std::min(least, run.Process().wall_seconds);
  }
  return least;
}

}  // namespace regimen::bench
