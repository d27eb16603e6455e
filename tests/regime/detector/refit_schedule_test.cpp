#include "regime/detector/refit_schedule.hpp"

#include <gtest/gtest.h>

#include "regime/observation/regime_error.hpp"

namespace regimen {
namespace {

using namespace std::chrono_literals;

BarTime At(int year, unsigned month, unsigned day, std::chrono::minutes time = 16h) {
  return BarTime(std::chrono::local_days(std::chrono::year_month_day{
             std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)})) +
         time;
}

TEST(RefitScheduleTest, DailyIsTheFirstBarOfANewDay) {
  const RefitSchedule daily{Retrain::Daily};
  EXPECT_FALSE(daily.IsDue(At(2020, 3, 2, 10h), At(2020, 3, 2, 15h), 5));
  EXPECT_TRUE(daily.IsDue(At(2020, 3, 2, 15h), At(2020, 3, 3, 9h + 31min), 1));
}

TEST(RefitScheduleTest, WeeksBeginOnMonday) {
  const RefitSchedule weekly{Retrain::Weekly};
  // 2020-03-06 is a Friday.
  EXPECT_FALSE(weekly.IsDue(At(2020, 3, 2), At(2020, 3, 6), 4));
  EXPECT_FALSE(weekly.IsDue(At(2020, 3, 2), At(2020, 3, 8), 6));
  EXPECT_TRUE(weekly.IsDue(At(2020, 3, 6), At(2020, 3, 9), 1));
  EXPECT_TRUE(weekly.IsDue(At(2019, 12, 27), At(2019, 12, 30), 1));
  EXPECT_FALSE(weekly.IsDue(At(2019, 12, 30), At(2020, 1, 2), 2));
}

TEST(RefitScheduleTest, MonthlyIsTheFirstBarOfANewMonth) {
  const RefitSchedule monthly{Retrain::Monthly};
  EXPECT_FALSE(monthly.IsDue(At(2020, 3, 2), At(2020, 3, 31), 21));
  EXPECT_TRUE(monthly.IsDue(At(2020, 3, 31), At(2020, 4, 1), 1));
  EXPECT_TRUE(monthly.IsDue(At(2019, 4, 1), At(2020, 4, 1), 250));
}

TEST(RefitScheduleTest, ABarThatEndsAtMidnightBelongsToTheDayBefore) {
  // 2020-03-31 is a Tuesday, 2020-04-05 a Sunday.
  EXPECT_FALSE(RefitSchedule{Retrain::Monthly}.IsDue(At(2020, 3, 31, 0h), At(2020, 4, 1, 0h), 1));
  EXPECT_TRUE(RefitSchedule{Retrain::Monthly}.IsDue(At(2020, 4, 1, 0h), At(2020, 4, 2, 0h), 1));
  EXPECT_FALSE(RefitSchedule{Retrain::Weekly}.IsDue(At(2020, 4, 1, 0h), At(2020, 4, 6, 0h), 5));
  EXPECT_TRUE(RefitSchedule{Retrain::Weekly}.IsDue(At(2020, 4, 6, 0h), At(2020, 4, 7, 0h), 1));
  EXPECT_FALSE(RefitSchedule{Retrain::Daily}.IsDue(At(2020, 4, 1, 23h), At(2020, 4, 2, 0h), 1));
}

TEST(RefitScheduleTest, CountsBarsOrNeverComes) {
  const RefitSchedule every_five{Retrain::EveryBars, 5};
  EXPECT_FALSE(every_five.IsDue(At(2020, 3, 2), At(2020, 3, 6), 4));
  EXPECT_TRUE(every_five.IsDue(At(2020, 3, 2), At(2020, 3, 9), 5));
  EXPECT_FALSE(RefitSchedule{Retrain::Never}.IsDue(At(2000, 1, 1), At(2020, 1, 1), 5000));
  EXPECT_THROW((RefitSchedule{Retrain::EveryBars, 0}.Validate()), RegimeError);
}

TEST(RetrainTest, NamesAreReadBack) {
  for (const Retrain each :
       {Retrain::EveryBars, Retrain::Daily, Retrain::Weekly, Retrain::Monthly, Retrain::Never}) {
    EXPECT_EQ(RetrainFromText(ToText(each)), each);
  }
  EXPECT_THROW(RetrainFromText("hourly"), RegimeError);
}

}  // namespace
}  // namespace regimen
