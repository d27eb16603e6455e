#include "data/lean/zip_writer.hpp"

#include <string>

#include <gtest/gtest.h>

#include "data/lean/zip_reader.hpp"
#include "framework/core/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::lean {
namespace {

using regimen::tests::TempFolder;

TEST(ZipWriterTest, WritesWhatTheReaderReads) {
  const TempFolder folder;
  const auto file = folder.Path() / "equity/usa/daily/spy.zip";
  ZipWriter writer;
  for (const std::string& content :
       {std::string(), std::string("20131007 00:00,1,2,3,4,5"), std::string(100'000, '7')}) {
    writer.Write(file, "spy.csv", content);
    EXPECT_EQ(ZipReader::ForThisThread().ReadEntry(file.string(), "spy.csv"), content);
  }
}

// The fixed parts, against PKWARE's APPNOTE: stored name, date 1980-01-01, one entry.
TEST(ZipWriterTest, FollowsTheFormat) {
  const std::string bytes = ZipWriter().Pack("a.csv", "1,2,3");
  EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(bytes.substr(10, 4), std::string("\0\0\x21\0", 4));
  EXPECT_EQ(bytes.substr(30, 5), "a.csv");
  const std::string end = bytes.substr(bytes.size() - 22);
  EXPECT_EQ(end.substr(0, 4), "PK\x05\x06");
  EXPECT_EQ(end.substr(8, 4), std::string("\1\0\1\0", 4));
}

TEST(ZipWriterTest, GivesTheSameBytesEachTime) {
  EXPECT_EQ(ZipWriter().Pack("a.csv", "1,2,3"), ZipWriter().Pack("a.csv", "1,2,3"));
}

TEST(ZipWriterTest, RefusesAnUnknownLevel) { EXPECT_THROW(ZipWriter(99), ArgumentError); }

TEST(ZipWriterTest, NamesAFileItCannotWrite) {
  const TempFolder folder;
  const auto file = folder.Write("file", "");
  EXPECT_THROW(ZipWriter().Write(file / "below-a-file.zip", "a.csv", "1"), DataError);
}

}  // namespace
}  // namespace regimen::lean
