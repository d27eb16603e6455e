#include "framework/core/time_span.hpp"

#include <chrono>
#include <sstream>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

TEST(TimeSpanTest, CountsTicksOfAHundredNanoseconds) {
  EXPECT_EQ(TimeSpan::FromSeconds(1).Ticks(), 10'000'000);
  EXPECT_EQ(TimeSpan::FromDays(1).Ticks(), 864'000'000'000);
  EXPECT_EQ(TimeSpan(9, 30, 0).Ticks(), 342'000'000'000);
  EXPECT_EQ(TimeSpan(1, 2, 3, 4, 5).Ticks(), 937'840'050'000);
  EXPECT_EQ(TimeSpan::FromTicks(7), TimeSpan(std::int64_t{7}));
}

TEST(TimeSpanTest, CutsPartsOfATickOffFloatingPointNumbers) {
  EXPECT_EQ(TimeSpan::FromMilliseconds(0.00019).Ticks(), 1);
  EXPECT_EQ(TimeSpan::FromMilliseconds(-0.00019).Ticks(), -1);
  EXPECT_EQ(TimeSpan::FromHours(6.5), TimeSpan(6, 30, 0));
}

TEST(TimeSpanTest, SplitsIntoPartsThatCarryTheSign) {
  const TimeSpan span = -TimeSpan(1, 2, 3, 4, 5);
  EXPECT_EQ(span.Days(), -1);
  EXPECT_EQ(span.Hours(), -2);
  EXPECT_EQ(span.Minutes(), -3);
  EXPECT_EQ(span.Seconds(), -4);
  EXPECT_EQ(span.Milliseconds(), -5);
  EXPECT_EQ(span.Duration(), TimeSpan(1, 2, 3, 4, 5));
  EXPECT_DOUBLE_EQ(TimeSpan(6, 30, 0).TotalHours(), 6.5);
  EXPECT_DOUBLE_EQ(TimeSpan(6, 30, 0).TotalDays(), 6.5 / 24);
}

TEST(TimeSpanTest, RoundsProductsAndQuotientsHalfToEven) {
  EXPECT_EQ((TimeSpan::FromTicks(5) * 0.5).Ticks(), 2);
  EXPECT_EQ((TimeSpan::FromTicks(7) * 0.5).Ticks(), 4);
  EXPECT_EQ((TimeSpan::FromTicks(-7) / 2).Ticks(), -4);
  EXPECT_EQ((TimeSpan::FromTicks(8) / 3).Ticks(), 3);
  EXPECT_EQ(3 * TimeSpan::FromMinutes(20), TimeSpan::FromHours(1));
  EXPECT_DOUBLE_EQ(TimeSpan::FromDays(1) / TimeSpan::FromHours(6), 4.0);
}

TEST(TimeSpanTest, ConvertsChronoDurations) {
  const TimeSpan span = std::chrono::minutes(90);
  EXPECT_EQ(span, TimeSpan(1, 30, 0));
  EXPECT_EQ(TimeSpan(std::chrono::nanoseconds(199)).Ticks(), 1);
}

TEST(TimeSpanTest, ThrowsWhenOutOfRange) {
  EXPECT_THROW(TimeSpan::MaxValue + TimeSpan::FromTicks(1), OverflowError);
  EXPECT_THROW(-TimeSpan::MinValue, OverflowError);
  EXPECT_THROW(TimeSpan::FromDays(20'000'000), OverflowError);
  EXPECT_THROW(TimeSpan::FromDays(2e7), OverflowError);
}

TEST(TimeSpanTest, PrintsAsDotNet) {
  EXPECT_EQ(TimeSpan().ToString(), "00:00:00");
  EXPECT_EQ(TimeSpan(9, 30, 0).ToString(), "09:30:00");
  EXPECT_EQ(TimeSpan::FromDays(1).ToString(), "1.00:00:00");
  EXPECT_EQ((-TimeSpan::FromTicks(1)).ToString(), "-00:00:00.0000001");
  EXPECT_EQ(TimeSpan(12, 3, 4, 5, 60).ToString(), "12.03:04:05.0600000");
  EXPECT_EQ(TimeSpan::MinValue.ToString(), "-10675199.02:48:05.4775808");
  EXPECT_EQ(TimeSpan::MaxValue.ToString(), "10675199.02:48:05.4775807");
  std::ostringstream out;
  out << TimeSpan(0, 1, 0);
  EXPECT_EQ(out.str(), "00:01:00");
}

TEST(TimeSpanTest, ReadsTheFormsOfDotNet) {
  EXPECT_EQ(TimeSpan::Parse("16:00:00"), TimeSpan::FromHours(16));
  EXPECT_EQ(TimeSpan::Parse("8:15"), TimeSpan(8, 15, 0));
  EXPECT_EQ(TimeSpan::Parse("1.00:00:00"), TimeSpan::FromDays(1));
  EXPECT_EQ(TimeSpan::Parse("1:00:00:00"), TimeSpan::FromDays(1));
  EXPECT_EQ(TimeSpan::Parse("22:0:00"), TimeSpan::FromHours(22));
  EXPECT_EQ(TimeSpan::Parse("-00:00:00.25"), TimeSpan::FromMilliseconds(-250));
  EXPECT_EQ(TimeSpan::Parse("5"), TimeSpan::FromDays(5));
}

TEST(TimeSpanTest, RefusesOtherText) {
  for (const char* text : {"", "-", "9:60", "25:00", "09:30:", "09:30:00.12345678", "1.5", "x",
                           "09:30 ", "1.00:00:00:00", "99999999"}) {
    EXPECT_THROW(TimeSpan::Parse(text), ArgumentError) << text;
  }
}

}  // namespace
}  // namespace regimen
