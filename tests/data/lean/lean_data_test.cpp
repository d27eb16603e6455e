// Every minute, second, hour and daily file of LEAN's data folder is read.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "data/lean/bar_decoder.hpp"
#include "data/lean/zip_reader.hpp"
#include "tests/support/exam.hpp"

namespace regimen::lean {
namespace {

std::vector<std::filesystem::path> BarFiles(const std::filesystem::path& data) {
  std::vector<std::filesystem::path> files;
  for (const std::string folder : {"equity", "forex", "crypto", "cfd", "index"}) {
    if (!std::filesystem::is_directory(data / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data / folder)) {
      const std::string path = entry.path().string();
      if (path.ends_with(".zip") && path.find("/tick/") == std::string::npos) {
        files.push_back(entry.path());
      }
    }
  }
  std::ranges::sort(files);
  return files;
}

// Lines that hold anything, counted without our reader.
std::size_t CountRows(std::string_view text) {
  std::size_t rows = 0;
  bool in_row = false;
  for (const char c : text) {
    const bool is_end = c == '\n' || c == '\r';
    if (!is_end && !in_row) ++rows;
    in_row = !is_end;
  }
  return rows;
}

TEST(LeanDataTest, EveryBarFileDecodes) {
  const auto data = regimen::tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is absent (REGIMEN_LEAN_DATA)";
  const auto files = BarFiles(*data);
  EXPECT_GT(files.size(), 100U);
  for (const auto& file : files) {
    const std::string path = file.string();
    const auto text = ZipReader::ForThisThread().ReadFirstEntry(path);
    ASSERT_TRUE(text.has_value()) << path;
    const bool whole =
        path.find("/hour/") != std::string::npos || path.find("/daily/") != std::string::npos;
    const RowFormat format{whole ? RowTime::DateAndMinute : RowTime::MillisecondsOfDay,
                           DateTime(2013, 10, 7), 0};
    const bool quotes = std::ranges::count(text->substr(0, text->find('\n')), ',') == 10;
    std::size_t rows = 0;
    ASSERT_NO_THROW(rows = quotes ? DecodeQuoteBars(*text, format, path).Size()
                                  : DecodeTradeBars(*text, format, path).Size());
    EXPECT_EQ(rows, CountRows(*text)) << path;
  }
}

}  // namespace
}  // namespace regimen::lean
