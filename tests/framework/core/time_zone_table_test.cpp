#include "framework/core/time_zone_table.hpp"

#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

// Looks for zones in a folder of its own.
class TimeZoneTableTest : public ::testing::Test {
 protected:
  void SetUp() override { ::setenv("TZDIR", folder_.Path().c_str(), 1); }
  void TearDown() override { ::unsetenv("TZDIR"); }

  void ExpectError(const std::string& content, const std::string& what) {
    const std::string file = folder_.Write("Own/Zone", content).string();
    try {
      ReadTimeZoneTable("Own/Zone");
      FAIL() << what;
    } catch (const DataError& error) {
      EXPECT_EQ(error.File(), file);
      EXPECT_NE(std::string(error.what()).find(what), std::string::npos) << error.what();
    }
  }

  // A header with counts of one byte each.
  static std::string Header(char version, int changes, int types) {
    std::string header = "TZif";
    header += version;
    header.append(15, '\0');
    for (const int count : {0, 0, 0, changes, types, 4}) {
      header.append(3, '\0');
      header += static_cast<char>(count);
    }
    return header;
  }
  // One hour east of UTC, as a local time type with its letters.
  static std::string OneHourEast() {
    return std::string("\0\0\x0E\x10\0\0", 6) + std::string("ABC\0", 4);
  }

  tests::TempFolder folder_;
};

TEST_F(TimeZoneTableTest, ReadsAZoneWithoutChanges) {
  const std::string block = OneHourEast();
  folder_.Write("Own/Zone", Header('2', 0, 1) + block + Header('2', 0, 1) + block + "\nABC-1\n");
  const TimeZoneTable table = ReadTimeZoneTable("Own/Zone");
  EXPECT_EQ(table.starts, std::vector<std::int64_t>{0});
  EXPECT_EQ(table.offsets, std::vector<std::int64_t>{36'000'000'000});
}

TEST_F(TimeZoneTableTest, NamesTheFileThatIsMalformed) {
  const std::string good = Header('2', 0, 1) + OneHourEast();
  ExpectError("", "ends early");
  ExpectError("TZxx", "TZif");
  ExpectError(Header('\0', 0, 1) + OneHourEast(), "version 1");
  ExpectError(good, "ends early");
  ExpectError(good + good + "x", "rule at the end is missing");
  ExpectError(good + good + "\nnonsense\n", "nonsense");
  ExpectError(good + Header('2', 0, 0) + std::string("ABC\0", 4) + "\n\n", "no offset");
  const std::string change = std::string("\0\0\0\0\0\0\0\x01", 8) + '\x05';
  ExpectError(good + Header('2', 1, 1) + change + OneHourEast() + "\n\n", "not in the file");
}

TEST_F(TimeZoneTableTest, SaysWhenTheDatabaseIsMissing) {
  ::setenv("TZDIR", "/nowhere", 1);
  try {
    ReadTimeZoneTable("America/New_York");
    FAIL();
  } catch (const ConfigError& error) {
    EXPECT_NE(std::string(error.what()).find("tzdata"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace regimen
