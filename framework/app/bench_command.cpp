#include "framework/app/bench_command.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include <unistd.h>

#include "framework/app/data_places.hpp"

namespace regimen::app {

ExitCode RunBenchCommand(std::span<const std::string> arguments) {
  const std::filesystem::path program = ProgramFile().parent_path() / "regimen-bench";
  if (!std::filesystem::exists(program)) {
    throw UsageError("the benches are not built (there is no " + program.string() +
                     "); in the source tree `./regimen bench NAME` builds and runs them.");
  }
  std::vector<std::string> words{program.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execv(pointers.front(), pointers.data());
  // NOLINTNEXTLINE(concurrency-mt-unsafe): there is one thread.
  throw UsageError(program.string() + " cannot be started: " + std::strerror(errno));
}

std::string DescribeBenchArguments() {
  return "  NAME     detector: the regimes of SPY, steadiness, forecasts, the default strategy\n"
         "           engine: the time loop and the files, on the exam's speed cases\n"
         "           hmm: the regime models\n"
         "  --smoke  one round of everything; bars are printed and not judged\n";
}

}  // namespace regimen::app
