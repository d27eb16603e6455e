#include "framework/core/time_zone_rule.hpp"

#include <gtest/gtest.h>

#include "framework/core/date_time.hpp"

namespace regimen {
namespace {

DateTime At(std::int64_t unix_seconds) { return DateTime::UnixEpoch.AddSeconds(unix_seconds); }

TEST(TimeZoneRuleTest, ReadsTheRuleOfNewYork) {
  const auto rule = TimeZoneRule::Parse("EST5EDT,M3.2.0,M11.1.0");
  ASSERT_TRUE(rule);
  EXPECT_EQ(rule->standard_offset, -18'000);
  EXPECT_EQ(rule->daylight_offset, -14'400);
  EXPECT_EQ(At(rule->ToDaylight(2013)), DateTime(2013, 3, 10, 7, 0, 0));
  EXPECT_EQ(At(rule->ToStandard(2013)), DateTime(2013, 11, 3, 6, 0, 0));
}

TEST(TimeZoneRuleTest, ReadsLastWeeksAndOwnTimes) {
  const auto rule = TimeZoneRule::Parse("CET-1CEST,M3.5.0,M10.5.0/3");
  ASSERT_TRUE(rule);
  EXPECT_EQ(At(rule->ToDaylight(2013)), DateTime(2013, 3, 31, 1, 0, 0));
  EXPECT_EQ(At(rule->ToStandard(2013)), DateTime(2013, 10, 27, 1, 0, 0));
}

TEST(TimeZoneRuleTest, ReadsTimesBeyondTheDayAndNegativeOnes) {
  // Jerusalem: Friday before the last Sunday of March at 02:00, written as Thursday 26:00.
  const auto jerusalem = TimeZoneRule::Parse("IST-2IDT,M3.4.4/26,M10.5.0");
  ASSERT_TRUE(jerusalem);
  EXPECT_EQ(At(jerusalem->ToDaylight(2014)), DateTime(2014, 3, 28, 0, 0, 0));
  const auto nuuk = TimeZoneRule::Parse("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
  ASSERT_TRUE(nuuk);
  EXPECT_EQ(At(nuuk->ToDaylight(2024)), DateTime(2024, 3, 31, 1, 0, 0));
}

TEST(TimeZoneRuleTest, ReadsDaysOfTheYear) {
  const auto rule = TimeZoneRule::Parse("AAA0BBB,J60/0,59/0");
  ASSERT_TRUE(rule);
  EXPECT_EQ(At(rule->ToDaylight(2012)), DateTime(2012, 3, 1));
  EXPECT_EQ(At(rule->ToDaylight(2013)), DateTime(2013, 3, 1));
  EXPECT_EQ(At(rule->ToStandard(2012) + 3'600), DateTime(2012, 2, 29));
}

TEST(TimeZoneRuleTest, ReadsZonesWithoutSummerTime) {
  const auto rule = TimeZoneRule::Parse("<+0530>-5:30");
  ASSERT_TRUE(rule);
  EXPECT_FALSE(rule->has_daylight);
  EXPECT_EQ(rule->standard_offset, 19'800);
}

TEST(TimeZoneRuleTest, RefusesOtherText) {
  for (const char* text : {"", "E5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
                           "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.0,M11.1.0x", "<-035"}) {
    EXPECT_FALSE(TimeZoneRule::Parse(text)) << text;
  }
}

}  // namespace
}  // namespace regimen
