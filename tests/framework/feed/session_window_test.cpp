#include "framework/feed/session_window.hpp"

#include <gtest/gtest.h>

#include "tests/framework/feed/new_york_hours.hpp"

namespace regimen {
namespace {

class SessionWindowTest : public ::testing::Test {
 protected:
  const SecurityExchangeHours hours_ = tests::NewYorkHours();
  SessionWindow regular_{hours_, false};
  SessionWindow extended_{hours_, true};
};

TEST_F(SessionWindowTest, KeepsBarsThatTouchTheSession) {
  const DateTime day(2013, 10, 7);
  EXPECT_FALSE(regular_.Overlaps(day + TimeSpan(9, 29, 0), day + TimeSpan(9, 30, 0)));
  EXPECT_TRUE(regular_.Overlaps(day + TimeSpan(9, 0, 0), day + TimeSpan(10, 0, 0)));
  EXPECT_TRUE(regular_.Overlaps(day + TimeSpan(15, 59, 0), day + TimeSpan(16, 0, 0)));
  EXPECT_FALSE(regular_.Overlaps(day + TimeSpan(16, 0, 0), day + TimeSpan(16, 1, 0)));
  EXPECT_TRUE(extended_.Overlaps(day + TimeSpan(16, 0, 0), day + TimeSpan(16, 1, 0)));
  EXPECT_FALSE(extended_.Overlaps(day + TimeSpan(20, 0, 0), day + TimeSpan(20, 1, 0)));
}

TEST_F(SessionWindowTest, TakesAPointAtTheCloseAsOutside) {
  const DateTime close(2013, 10, 7, 16, 0, 0);
  EXPECT_TRUE(regular_.Overlaps(close - TimeSpan::FromTicks(1), close - TimeSpan::FromTicks(1)));
  EXPECT_FALSE(regular_.Overlaps(close, close));
}

// 9:30 is the end of one session and the start of the next.
TEST_F(SessionWindowTest, TakesAPointWhereTwoSessionsMeetAsOpen) {
  const DateTime open(2013, 10, 7, 9, 30, 0);
  EXPECT_TRUE(extended_.Overlaps(open, open));
  EXPECT_TRUE(regular_.Overlaps(open, open));
  const DateTime close(2013, 10, 7, 16, 0, 0);
  EXPECT_TRUE(extended_.Overlaps(close, close));
  EXPECT_FALSE(extended_.Overlaps(close + TimeSpan(4, 0, 0), close + TimeSpan(4, 0, 0)));
}

// The window remembers a stretch; whatever it was asked before, it must answer as the hours do.
TEST_F(SessionWindowTest, AgreesWithTheHoursWhateverWasAskedBefore) {
  const TimeSpan length = TimeSpan::FromMinutes(30);
  for (DateTime time(2013, 11, 26); time < DateTime(2013, 12, 3); time = time + length) {
    for (const TimeSpan period :
         {TimeSpan(), length, TimeSpan::FromHours(7), TimeSpan::FromDays(1)}) {
      EXPECT_EQ(regular_.Overlaps(time, time + period), hours_.IsOpen(time, time + period, false))
          << time << " " << period;
      EXPECT_EQ(extended_.Overlaps(time, time + period), hours_.IsOpen(time, time + period, true))
          << time << " " << period;
    }
  }
}

}  // namespace
}  // namespace regimen
