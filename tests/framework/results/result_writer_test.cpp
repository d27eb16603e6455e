#include "framework/results/result_writer.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

BacktestResult Result(const ChartCollection& charts) {
  BacktestResult result;
  result.algorithm_id = "X";
  result.charts = &charts;
  result.order_events = {R"({"id":"X-1-1"})"};
  result.log = {"2013-10-07 00:00:00 Launching", "2013-10-07 09:31:00 caf\xC3\xA9"};
  return result;
}

std::string ContentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::set<std::string> FilesIn(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

TEST(ResultWriterTest, WritesLeansFilesAndTheProfile) {
  const tests::TempFolder folder;
  const ChartCollection charts;
  WriteResults(Result(charts), folder.Path() / "run");
  EXPECT_EQ(FilesIn(folder.Path() / "run"),
            (std::set<std::string>{"X.json", "X-summary.json", "X-order-events.json", "X-log.txt",
                                   "X-profile.json"}));
  EXPECT_EQ(ContentOf(folder.Path() / "run" / "X-log.txt"),
            "2013-10-07 00:00:00 Launching\n2013-10-07 09:31:00 caf\xC3\xA9\n");
}

TEST(ResultWriterTest, WritesNoEventsFileWithoutEvents) {
  const tests::TempFolder folder;
  BacktestResult result;
  result.algorithm_id = "X";
  WriteResults(result, folder.Path());
  EXPECT_FALSE(FilesIn(folder.Path()).contains("X-order-events.json"));
  EXPECT_TRUE(FilesIn(folder.Path()).contains("X.json"));
}

TEST(ResultWriterTest, WritesTheSameBytesAgainWhateverTheProfile) {
  const tests::TempFolder folder;
  const ChartCollection charts;
  BacktestResult result = Result(charts);
  WriteResults(result, folder.Path() / "a");
  result.profile.timings = {{"loop", 2}};
  WriteResults(result, folder.Path() / "b");
  for (const std::string& name : FilesIn(folder.Path() / "a")) {
    const bool same =
        ContentOf(folder.Path() / "a" / name) == ContentOf(folder.Path() / "b" / name);
    EXPECT_EQ(same, name != "X-profile.json") << name;
  }
}

TEST(ResultWriterTest, NamesTheFolderThatCannotBeMade) {
  const tests::TempFolder folder;
  const auto file = folder.Write("file", "");
  EXPECT_THROW(WriteResults(BacktestResult(), file / "run"), DataError);
}

}  // namespace
}  // namespace regimen
