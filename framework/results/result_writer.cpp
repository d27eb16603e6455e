#include "framework/results/result_writer.hpp"

#include <string>

#include "framework/results/file_writing.hpp"
#include "framework/results/result_json.hpp"

namespace regimen {
namespace {

std::string Lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line;
    text += '\n';
  }
  return text;
}

}  // namespace

void WriteProfile(const BacktestResult& result, const std::filesystem::path& folder) {
  WriteFileAtomically(folder / (result.algorithm_id + "-profile.json"), ProfileToJson(result));
}

void WriteResults(const BacktestResult& result, const std::filesystem::path& folder) {
  MakeFolder(folder);
  const auto file = [&](const char* ending) { return folder / (result.algorithm_id + ending); };
  WriteFileAtomically(file("-log.txt"), Lines(result.log));
  WriteFileAtomically(file("-summary.json"), SummaryToJson(result));
  if (!result.order_events.empty()) {
    WriteFileAtomically(file("-order-events.json"), OrderEventsToJson(result));
  }
  WriteProfile(result, folder);
  // Last, so that whoever waits for it finds the others beside it.
  WriteFileAtomically(file(".json"), ResultToJson(result));
}

}  // namespace regimen
