// The benches by name. Exit codes: 0 all bars cleared, 1 one was missed or something failed, 2
// usage, 77 what the bench needs is not there.
#include <cstdio>
#include <exception>
#include <span>
#include <string_view>

#include "tests/benchmark/detector_benchmark.hpp"
#include "tests/benchmark/engine_benchmark.hpp"
#include "tests/benchmark/hmm_benchmark.hpp"
#include "tests/benchmark/not_here.hpp"

namespace {

constexpr int kUsage = 2;
constexpr int kSkipped = 77;

struct Bench {
  std::string_view name;
  bool (*run)(bool smoke);
};

constexpr Bench kBenches[] = {{"detector", regimen::bench::RunDetectorBenchmark},
                              {"engine", regimen::bench::RunEngineBenchmark},
                              {"hmm", regimen::bench::RunHmmBenchmark}};

int Usage() {
  std::fputs("usage: regimen-bench NAME [--smoke]\n\nNAME:", stderr);
  for (const Bench& bench : kBenches) {
    std::fprintf(stderr, " %.*s", static_cast<int>(bench.name.size()), bench.name.data());
  }
  std::fputs("\n--smoke: one round of everything; bars are printed and not judged\n", stderr);
  return kUsage;
}

int Run(const Bench& bench, bool smoke) {
  try {
    return bench.run(smoke) || smoke ? 0 : 1;
  } catch (const regimen::bench::NotHere& missing) {
    std::fprintf(stderr, "skipped: %s\n", missing.what());
    return kSkipped;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "regimen-bench: %s\n", error.what());
    return 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char*> words(argv, static_cast<std::size_t>(argc));
  const bool smoke = words.size() == 3 && std::string_view(words[2]) == "--smoke";
  if (words.size() != 2 && !smoke) return Usage();
  for (const Bench& bench : kBenches) {
    if (bench.name == words[1]) return Run(bench, smoke);
  }
  return Usage();
}
