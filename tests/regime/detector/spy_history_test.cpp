// The default detector on all of SPY's daily history, against what is expected of it.
#include <chrono>
#include <vector>

#include <gtest/gtest.h>

#include "regime/detector/regime_detector.hpp"
#include "tests/regime/detector/series.hpp"

namespace regimen {
namespace {

struct Share {
  int bars = 0;
  int falling = 0;  // Crisis or Bear
  double Value() const { return static_cast<double>(falling) / bars; }
  void Add(Regime regime) {
    ++bars;
    falling += regime == Regime::Crisis || regime == Regime::Bear ? 1 : 0;
  }
};

BarTime Day(int year, unsigned month, unsigned day) {
  return BarTime(std::chrono::local_days(std::chrono::year_month_day{
      std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)}));
}

TEST(SpyHistoryTest, KnowsTheCrisisOf2008AndTheCalmOf2013And2017) {
  const std::vector<PriceBar> bars = tests::SpyBars();
  if (bars.empty()) GTEST_SKIP() << "LEAN's data are not there (REGIMEN_LEAN_DATA)";
  RegimeDetector detector{DetectorOptions()};
  Share crisis;
  Share year_2013;
  Share year_2017;
  for (const PriceBar& bar : bars) {
    detector.Update(bar);
    const Regime regime = detector.Snapshot().regime;
    if (bar.time >= Day(2008, 9, 15) && bar.time < Day(2009, 3, 10)) crisis.Add(regime);
    if (bar.time >= Day(2013, 1, 1) && bar.time < Day(2014, 1, 1)) year_2013.Add(regime);
    if (bar.time >= Day(2017, 1, 1) && bar.time < Day(2018, 1, 1)) year_2017.Add(regime);
  }
  EXPECT_GE(crisis.Value(), 0.60);
  EXPECT_LE(year_2013.Value(), 0.15);
  EXPECT_LE(year_2017.Value(), 0.15);
}

TEST(SpyHistoryTest, ADailyRefitSeldomRelabelsThePast) {
  const std::vector<PriceBar> bars = tests::SpyBars();
  if (bars.empty()) GTEST_SKIP() << "LEAN's data are not there (REGIMEN_LEAN_DATA)";
  DetectorOptions options;
  options.refit.frequency = Retrain::Daily;
  RegimeDetector detector(options);
  int jumps = 0;
  for (const PriceBar& bar : bars) {
    const int fits = detector.Fits();
    detector.Update(bar);
    if (detector.Fits() > fits) jumps += detector.LastFit().jump ? 1 : 0;
  }
  EXPECT_GT(detector.Fits(), 5500);
  EXPECT_LE(jumps, 0.035 * detector.Fits());
}

}  // namespace
}  // namespace regimen
