#include <fstream>

#include <gtest/gtest.h>

#include "framework/app/data_places.hpp"
#include "framework/app/results_folder.hpp"
#include "framework/core/error.hpp"

namespace regimen::app {
namespace {

// An empty folder of this test's own, removed afterwards.
class PlacesTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ =
        std::filesystem::temp_directory_path() /
        (std::string("regimen_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  std::filesystem::path Make(const std::string& folder) const {
    std::filesystem::create_directories(root_ / folder);
    return root_ / folder;
  }

  std::filesystem::path root_;
};

TEST_F(PlacesTest, FindsBundledDataAboveTheProgramInACheckout) {
  const auto bundled = Make("data/bundled");
  const DataPlaces places =
      FindDataPlaces(Make("build/release/bin") / "regimen", root_ / "elsewhere");
  EXPECT_EQ(places.bundled, bundled);
  EXPECT_EQ(places.user, root_ / "data" / "user");
  EXPECT_EQ(places.ReadingOrder(), std::vector{bundled});
  const auto user = Make("data/user");
  EXPECT_EQ(places.ReadingOrder(), (std::vector{user, bundled}));
}

TEST_F(PlacesTest, FindsBundledDataBesideAnInstalledProgram) {
  const auto bundled = Make("usr/share/regimen/data/bundled");
  const DataPlaces places = FindDataPlaces(Make("usr/bin") / "regimen", root_ / "work");
  EXPECT_EQ(places.bundled, bundled);
  EXPECT_EQ(places.user, root_ / "work" / "data" / "user");
}

TEST_F(PlacesTest, FindsNothingWhereNothingIs) {
  EXPECT_TRUE(FindDataPlaces(root_ / "regimen", root_).ReadingOrder().empty());
}

TEST_F(PlacesTest, MakesAFolderForEachRunAndPointsLatestToIt) {
  const auto now = std::chrono::system_clock::now();
  const auto first = MakeResultsFolder(root_ / "backtests", "X", now);
  const auto second = MakeResultsFolder(root_ / "backtests", "X", now);
  EXPECT_NE(first, second);
  EXPECT_TRUE(std::filesystem::is_directory(first));
  EXPECT_EQ(second.filename().string(), first.filename().string() + "-2");
  EXPECT_EQ(std::filesystem::canonical(root_ / "backtests" / "latest"),
            std::filesystem::canonical(second));
}

TEST_F(PlacesTest, NamesTheRunByLocalTimeAndStrategy) {
  std::tm local{};
  local.tm_year = 2013 - 1900;
  local.tm_mon = 9;
  local.tm_mday = 7;
  local.tm_hour = 9;
  local.tm_min = 30;
  local.tm_isdst = -1;
  const auto time = std::chrono::system_clock::from_time_t(std::mktime(&local));
  EXPECT_EQ(MakeResultsFolder(root_, "X", time).filename(), "20131007-093000-X");
}

TEST_F(PlacesTest, NamesAFolderThatCannotBeMade) {
  std::ofstream(root_ / "file") << "in the way";
  EXPECT_THROW(MakeNamedResultsFolder(root_ / "file" / "results"), ConfigError);
  EXPECT_THROW(MakeResultsFolder(root_ / "file", "X", {}), ConfigError);
  EXPECT_NO_THROW(MakeNamedResultsFolder(root_ / "a" / "b"));
}

}  // namespace
}  // namespace regimen::app
