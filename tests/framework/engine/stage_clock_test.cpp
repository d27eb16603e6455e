#include "framework/engine/stage_clock.hpp"

#include <map>

#include <gtest/gtest.h>

namespace regimen {
namespace {

std::int64_t now = 0;
int readings = 0;

std::int64_t FakeNanoseconds() {
  ++readings;
  return now;
}

void Pass(double seconds) { now += static_cast<std::int64_t>(seconds * 1e9); }

class StageClockTest : public ::testing::Test {
 protected:
  StageClockTest() {
    now = 0;
    readings = 0;
  }

  std::map<std::string, double> Timings() {
    const auto timings = clock_.Timings();
    return {timings.begin(), timings.end()};
  }

  StageClock clock_{FakeNanoseconds};
};

TEST_F(StageClockTest, GivesEachMomentToOneStage) {
  Pass(1);
  clock_.Enter(RunStage::Slices);
  Pass(2);
  clock_.Enter(RunStage::Strategy);
  Pass(4);
  clock_.Enter(RunStage::Slices);
  Pass(8);
  const auto timings = Timings();
  EXPECT_DOUBLE_EQ(timings.at("openData"), 1);
  EXPECT_DOUBLE_EQ(timings.at("slices"), 10);
  EXPECT_DOUBLE_EQ(timings.at("strategy"), 4);
  EXPECT_DOUBLE_EQ(timings.at("orders"), 0);
  EXPECT_DOUBLE_EQ(timings.at("total"), 15);
}

TEST_F(StageClockTest, AStageInsideAnotherCountsForItselfAlone) {
  clock_.Enter(RunStage::Strategy);
  Pass(1);
  {
    const StageScope orders(&clock_, RunStage::Orders);
    Pass(2);
    {
      const StageScope handler(&clock_, RunStage::Strategy);
      Pass(4);
    }
    Pass(8);
  }
  Pass(16);
  const auto timings = Timings();
  EXPECT_DOUBLE_EQ(timings.at("strategy"), 21);
  EXPECT_DOUBLE_EQ(timings.at("orders"), 10);
}

TEST_F(StageClockTest, StayingInAStageReadsNoClock) {
  clock_.Enter(RunStage::Prices);
  const int before = readings;
  clock_.Enter(RunStage::Prices);
  EXPECT_EQ(readings, before);
  const StageScope without_clock(nullptr, RunStage::Orders);
  EXPECT_EQ(readings, before);
}

TEST_F(StageClockTest, NamesEveryStageOnceAndTheTotalLast) {
  const auto timings = clock_.Timings();
  EXPECT_EQ(timings.size(), Timings().size());
  EXPECT_EQ(timings.front().first, "openData");
  EXPECT_EQ(timings[timings.size() - 2].first, "resultFiles");
  EXPECT_EQ(timings.back().first, "total");
}

TEST_F(StageClockTest, CanBeAskedOnTheWay) {
  Pass(1);
  EXPECT_DOUBLE_EQ(Timings().at("total"), 1);
  Pass(1);
  EXPECT_DOUBLE_EQ(Timings().at("total"), 2);
}

}  // namespace
}  // namespace regimen
