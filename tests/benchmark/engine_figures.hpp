// The speed of the engine, measured.
#pragma once

#include <filesystem>
#include <string>

#include "tests/benchmark/speed_case.hpp"
#include "tests/parity/runner/surroundings.hpp"

namespace regimen::bench {

// Of one case: the best of its runs, each with the pure reading of the same files beside it.
struct EngineFigures {
  double wall_seconds = 0;     // whole process
  double cpu_seconds = 0;      // of all its threads
  double loop_seconds = 0;     // the time loop, by --profile in a run of its own
  double reading_seconds = 0;  // pure reading of the same files
  std::size_t rows = 0;        // of those files
  double peak_mebibytes = 0;
  // What differs from LEAN's figures; then the rest does not count.
  parity::Findings findings;
};

// Runs the program on the speed cases of the exam.
class EngineRuns {
 public:
  EngineRuns(const parity::Surroundings& surroundings, std::filesystem::path data)
      : surroundings_(surroundings), data_(std::move(data)) {}

  EngineFigures Measure(const SpeedCase& speed_case, int rounds) const;
  // Peak memory of profiled runs that end on `last_day` (yyyyMMdd), the least of `rounds`: how far
  // the readers are ahead differs from run to run.
  double PeakMebibytes(const SpeedCase& speed_case, const std::string& last_day, int rounds) const;
  // Wall seconds of BasicTemplateDailyAlgorithm on LEAN's data, the least of `rounds`.
  double StartSeconds(int rounds) const;

 private:
  parity::BacktestRun Run(const std::string& name, const std::filesystem::path& data,
                          const std::vector<std::string>& more_arguments) const;

  const parity::Surroundings& surroundings_;
  std::filesystem::path data_;
};

}  // namespace regimen::bench
