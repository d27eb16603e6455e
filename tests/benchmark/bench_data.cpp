#include "tests/benchmark/bench_data.hpp"

#include <stdexcept>

#include "tests/parity/runner/process.hpp"
#include "tests/parity/runner/text_file.hpp"

namespace regimen::bench {

// Made under another name first: a folder that is there is complete.
std::filesystem::path MakeBenchData(const parity::Surroundings& surroundings) {
  const std::filesystem::path data = surroundings.work / "bench-data";
  if (std::filesystem::exists(data)) return data;
  const std::filesystem::path unfinished = data.string() + ".unfinished";
  parity::MakeEmptyFolder(unfinished);
  for (const char* folder : {"market-hours", "symbol-properties", "alternative"}) {
    std::filesystem::copy(surroundings.lean_data / folder, unfinished / folder,
                          std::filesystem::copy_options::recursive);
  }
  const parity::ProcessResult maker =
      parity::RunProcess({"python3", (surroundings.exam / "bench" / "make_data.py").string(),
                          unfinished.string(), "100", "20", "500", "10"},
                         data.string() + ".txt");
  if (maker.exit_code != 0) {
    throw std::runtime_error("make_data.py failed; see " + data.string() + ".txt");
  }
  std::filesystem::rename(unfinished, data);
  return data;
}

}  // namespace regimen::bench
