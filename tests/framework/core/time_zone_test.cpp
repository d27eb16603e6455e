#include "framework/core/time_zone.hpp"

#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <date/tz.h>
#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/core/time_zone_offset_provider.hpp"

namespace regimen {
namespace {

DateTime FromSys(date::sys_seconds time) {
  return DateTime::UnixEpoch.AddSeconds(time.time_since_epoch().count());
}

// Howard Hinnant's library reads the same database by other code, up to 2037.
class TimeZoneWitnessTest : public ::testing::TestWithParam<const char*> {};

TEST_P(TimeZoneWitnessTest, AgreesWithTheDateLibraryAroundEveryChange) {
  const auto* const witness = date::locate_zone(GetParam());
  const DateTimeZone zone = DateTimeZone::Get(GetParam());
  auto at = date::sys_seconds(date::sys_days(date::year(1880) / 1 / 1));
  const auto last = date::sys_seconds(date::sys_days(date::year(2037) / 12 / 31));
  while (at < last) {
    const date::sys_info info = witness->get_info(at);
    ASSERT_EQ(zone.OffsetAtUtc(FromSys(at)), TimeSpan(info.offset)) << FromSys(at);
    const auto end = std::min(info.end, last);
    ASSERT_EQ(zone.OffsetAtUtc(FromSys(end) - TimeSpan::FromTicks(1)), TimeSpan(info.offset));
    at = end;
  }
}

TEST_P(TimeZoneWitnessTest, ConvertsLocalTimesThatExistOnceThereAndBack) {
  const auto* const witness = date::locate_zone(GetParam());
  const DateTimeZone zone = DateTimeZone::Get(GetParam());
  ZoneCursor cursor(zone);
  std::mt19937_64 random(17);
  for (int i = 0; i < 20'000; ++i) {
    const auto utc = date::sys_seconds(std::chrono::seconds(random() % 2'100'000'000));
    const auto local = witness->to_local(utc);
    const DateTime ours = zone.ToLocal(FromSys(utc));
    ASSERT_EQ(ours, DateTime::UnixEpoch.AddSeconds(local.time_since_epoch().count()));
    ASSERT_EQ(cursor.ToLocal(FromSys(utc)), ours);
    if (witness->get_info(local).result == date::local_info::unique) {
      ASSERT_EQ(zone.ToUtc(ours), FromSys(utc));
    }
    ASSERT_EQ(cursor.ToUtc(ours), zone.ToUtc(ours));
  }
}

INSTANTIATE_TEST_SUITE_P(Zones, TimeZoneWitnessTest,
                         ::testing::Values("America/New_York", "America/Chicago", "Europe/London",
                                           "Europe/Berlin", "Europe/Dublin", "Asia/Tokyo",
                                           "Asia/Kolkata", "Asia/Hong_Kong", "Australia/Sydney",
                                           "America/Sao_Paulo", "Africa/Cairo", "Asia/Jerusalem",
                                           "Pacific/Auckland", "Europe/Moscow", "Etc/UTC"));

TEST(TimeZoneTest, KnowsOffsetsOfNewYork) {
  const DateTimeZone zone = TimeZones::NewYork();
  EXPECT_EQ(zone.Id(), "America/New_York");
  EXPECT_EQ(zone.ToLocal(DateTime(2013, 10, 7, 13, 30, 0)), DateTime(2013, 10, 7, 9, 30, 0));
  EXPECT_EQ(zone.ToUtc(DateTime(2013, 1, 7, 9, 30, 0)), DateTime(2013, 1, 7, 14, 30, 0));
  EXPECT_EQ(zone.NextTransitionUtc(DateTime(2013, 10, 7)), DateTime(2013, 11, 3, 6, 0, 0));
  EXPECT_EQ(zone.NextTransitionUtc(DateTime(2013, 11, 3, 6, 0, 0)), DateTime(2014, 3, 9, 7, 0, 0));
}

// Values of Python's zoneinfo: the database lists changes up to 2037, the rule goes on.
TEST(TimeZoneTest, FollowsTheYearlyRuleBeyond2037) {
  const DateTimeZone new_york = TimeZones::NewYork();
  EXPECT_EQ(new_york.NextTransitionUtc(DateTime(2040, 1, 1)), DateTime(2040, 3, 11, 7, 0, 0));
  EXPECT_EQ(new_york.NextTransitionUtc(DateTime(2049, 4, 1)), DateTime(2049, 11, 7, 6, 0, 0));
  EXPECT_EQ(new_york.OffsetAtUtc(DateTime(2049, 7, 1)), TimeSpan::FromHours(-4));
  EXPECT_EQ(new_york.NextTransitionUtc(DateTime(2099, 1, 1)), DateTime(2099, 3, 8, 7, 0, 0));
  const DateTimeZone sydney = TimeZones::Sydney();
  EXPECT_EQ(sydney.NextTransitionUtc(DateTime(2045, 1, 1)), DateTime(2045, 4, 1, 16, 0, 0));
  EXPECT_EQ(sydney.NextTransitionUtc(DateTime(2045, 5, 1)), DateTime(2045, 9, 30, 16, 0, 0));
}

TEST(TimeZoneTest, TakesTheLaterOfTwoInstants) {
  const DateTime repeated(2013, 11, 3, 1, 30, 0);
  EXPECT_EQ(TimeZones::NewYork().ToUtc(repeated), DateTime(2013, 11, 3, 6, 30, 0));
  EXPECT_EQ(ZoneCursor(TimeZones::NewYork()).ToUtc(repeated), DateTime(2013, 11, 3, 6, 30, 0));
}

TEST(TimeZoneTest, MapsSkippedTimesToTheEndOfTheGap) {
  ZoneCursor cursor(TimeZones::NewYork());
  for (const int minute : {0, 1, 30, 59}) {
    const DateTime skipped(2014, 3, 9, 2, minute, 0);
    EXPECT_EQ(TimeZones::NewYork().ToUtc(skipped), DateTime(2014, 3, 9, 7, 0, 0));
    EXPECT_EQ(cursor.ToUtc(skipped), DateTime(2014, 3, 9, 7, 0, 0));
  }
  EXPECT_EQ(TimeZones::NewYork().ToUtc(DateTime(2014, 3, 9, 3, 0, 0)),
            DateTime(2014, 3, 9, 7, 0, 0));
}

TEST(TimeZoneTest, HasFixedOffsets) {
  EXPECT_EQ(TimeZones::EasternStandard().ToUtc(DateTime(2013, 7, 1)),
            DateTime(2013, 7, 1, 5, 0, 0));
  EXPECT_EQ(DateTimeZone::Get("UTC+05:30").OffsetAtUtc(DateTime(2013, 7, 1)), TimeSpan(5, 30, 0));
  EXPECT_EQ(DateTimeZone::Get("UTC"), DateTimeZone());
  EXPECT_EQ(DateTimeZone().OffsetAtUtc(DateTime(2013, 7, 1)), TimeSpan());
  EXPECT_EQ(DateTimeZone().NextTransitionUtc(DateTime(2013, 7, 1)), DateTime::MaxValue);
}

TEST(TimeZoneTest, CutsResultsToTheRangeOfDateTime) {
  EXPECT_EQ(TimeZones::NewYork().ToLocal(DateTime::MinValue), DateTime::MinValue);
  EXPECT_EQ(TimeZones::NewYork().ToUtc(DateTime::MaxValue), DateTime::MaxValue);
  EXPECT_EQ(TimeZones::Tokyo().ToUtc(DateTime::MinValue), DateTime::MinValue);
  EXPECT_EQ(TimeZones::Tokyo().ToLocal(DateTime::MaxValue), DateTime::MaxValue);
}

TEST(TimeZoneTest, NamesAnUnknownZone) {
  for (const char* id : {"America/Nowhere", "", "../passwd", "/etc/passwd", "UTC-5", "UTC-99",
                         "UTC-05:", "UTC-05:61", "America"}) {
    try {
      DateTimeZone::Get(id);
      FAIL() << id;
    } catch (const ConfigError& error) {
      EXPECT_EQ(error.Key(), id);
      EXPECT_NE(std::string(error.what()).find("America/New_York"), std::string::npos);
    }
  }
}

TEST(TimeZoneTest, IsOneZoneForAllThreads) {
  std::vector<std::thread> threads;
  std::vector<DateTimeZone> zones(8);
  for (DateTimeZone& zone : zones) {
    threads.emplace_back([&zone] { zone = DateTimeZone::Get("Europe/Zurich"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const DateTimeZone zone : zones) EXPECT_EQ(zone, TimeZones::Zurich());
}

TEST(TimeZoneTest, ConvertsBetweenZones) {
  EXPECT_EQ(ConvertTo(DateTime(2013, 10, 7, 9, 30, 0), TimeZones::NewYork(), TimeZones::Tokyo()),
            DateTime(2013, 10, 7, 22, 30, 0));
  const DateTime skipped(2014, 3, 9, 2, 30, 0);
  EXPECT_EQ(ConvertTo(skipped, TimeZones::NewYork(), TimeZones::NewYork()), skipped);
}

TEST(TimeZoneOffsetProviderTest, KeepsTheOldOffsetUntilTheChangeIsPassed) {
  TimeZoneOffsetProvider provider(TimeZones::NewYork(), DateTime(2013, 11, 2));
  // The repeated hour comes first with summer time's offset, as the lenient conversion would not.
  EXPECT_EQ(provider.ConvertToUtc(DateTime(2013, 11, 3, 1, 30, 0)),
            DateTime(2013, 11, 3, 5, 30, 0));
  EXPECT_EQ(provider.NextDiscontinuity(), DateTime(2013, 11, 3, 6, 0, 0));
  EXPECT_EQ(provider.ConvertToUtc(DateTime(2013, 11, 3, 2, 0, 0)), DateTime(2013, 11, 3, 7, 0, 0));
  // And it never goes back.
  EXPECT_EQ(provider.ConvertToUtc(DateTime(2013, 11, 3, 1, 30, 0)),
            DateTime(2013, 11, 3, 6, 30, 0));
  EXPECT_EQ(provider.ConvertFromUtc(DateTime(2013, 11, 3, 5, 0, 0)), DateTime(2013, 11, 3));
  EXPECT_EQ(provider.NextDiscontinuity(), DateTime(2014, 3, 9, 7, 0, 0));
}

TEST(TimeZoneOffsetProviderTest, StaysPutWhereNothingChanges) {
  TimeZoneOffsetProvider provider(TimeZones::Utc(), DateTime(2013, 1, 1));
  EXPECT_EQ(provider.ConvertToUtc(DateTime(2030, 1, 1)), DateTime(2030, 1, 1));
  EXPECT_EQ(provider.NextDiscontinuity(), DateTime::MaxValue);
}

}  // namespace
}  // namespace regimen
