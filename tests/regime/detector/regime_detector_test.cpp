#include "regime/detector/regime_detector.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "regime/model/hmm_error.hpp"
#include "regime/observation/regime_error.hpp"
#include "tests/regime/detector/series.hpp"

namespace regimen {
namespace {

using tests::BarsOf;
using tests::Simulated;
using tests::Snapshots;
using tests::TwoStates;

// What `snapshots` say up to a cut must not depend on what comes after it: bars that are missing,
// and bars that are quite different.
void ExpectBlindToTheFuture(const std::vector<PriceBar>& bars, const DetectorOptions& options,
                            int cuts) {
  const std::vector<RegimeSnapshot> truth = Snapshots(bars, options);
  for (int cut = 1; cut <= cuts; ++cut) {
    const std::size_t known =
        bars.size() * static_cast<std::size_t>(cut) / static_cast<std::size_t>(cuts + 1);
    std::vector<PriceBar> changed = bars;
    for (std::size_t i = known; i < bars.size(); ++i) {
      const double factor = 0.6 + 0.01 * static_cast<double>(i % 13);
      for (double* price :
           {&changed[i].open, &changed[i].high, &changed[i].low, &changed[i].close}) {
        *price *= factor;
      }
    }
    const std::vector<RegimeSnapshot> now = Snapshots(changed, options);
    ASSERT_TRUE(
        std::equal(truth.begin(), truth.begin() + static_cast<std::ptrdiff_t>(known), now.begin()))
        << "cut behind bar " << known;
    changed.resize(known);
    ASSERT_TRUE(std::ranges::equal(Snapshots(changed, options), std::span(truth).first(known)));
  }
}

TEST(RegimeDetectorTest, NoLaterBarChangesAnEarlierSnapshot) {
  ExpectBlindToTheFuture(BarsOf(Simulated(500).values), TwoStates(Retrain::Daily), 20);
}

TEST(RegimeDetectorTest, NoLaterBarChangesAnEarlierSnapshotOfFeaturesAndSelection) {
  DetectorOptions options = TwoStates();
  options.features = {Feature::LogReturn, Feature::Volatility};
  options.selection = hmm::SelectionOptions{.max_states = 3};
  options.switching = {.enter = 0.8, .leave = 0.5, .minimum_bars = 2};
  ExpectBlindToTheFuture(BarsOf(Simulated(400).values), options, 5);
}

TEST(RegimeDetectorTest, NoLaterBarChangesAnEarlierSnapshotOfSpy) {
  std::vector<PriceBar> bars = tests::SpyBars();
  if (bars.empty()) GTEST_SKIP() << "LEAN's data are not there (REGIMEN_LEAN_DATA)";
  bars.resize(1500);
  ExpectBlindToTheFuture(bars, {}, 20);
}

TEST(RegimeDetectorTest, IsNotReadyBeforeItsWindowIsFull) {
  const std::vector<RegimeSnapshot> snapshots =
      Snapshots(BarsOf(Simulated(200).values), TwoStates());
  // The first bar has no return.
  for (std::size_t i = 0; i < 120; ++i) {
    EXPECT_EQ(snapshots[i].status, DetectorStatus::WarmingUp) << i;
    EXPECT_EQ(snapshots[i].regime, Regime::Unknown) << i;
    EXPECT_EQ(snapshots[i].confidence, 0) << i;
  }
  EXPECT_TRUE(snapshots[120].IsReady());
}

TEST(RegimeDetectorTest, BeginsEarlierOnlyWhereThatIsSaid) {
  DetectorOptions options = TwoStates();
  options.minimum_bars = 50;
  const std::vector<RegimeSnapshot> snapshots = Snapshots(BarsOf(Simulated(60).values), options);
  EXPECT_FALSE(snapshots[49].IsReady());
  EXPECT_TRUE(snapshots[50].IsReady());
}

TEST(RegimeDetectorTest, FindsTheRegimesThatMadeTheSeries) {
  const hmm::HmmSample sample = Simulated(1500);
  const std::vector<RegimeSnapshot> snapshots =
      Snapshots(BarsOf(sample.values), TwoStates(Retrain::Weekly, 252));
  int judged = 0;
  int right = 0;
  for (std::size_t i = 300; i < sample.states.size(); ++i) {
    const RegimeSnapshot& snapshot = snapshots[i + 1];
    const bool calm = snapshot.regime == Regime::Bull || snapshot.regime == Regime::Sideways;
    ++judged;
    right += calm == (sample.states[i] == 0);
  }
  // Filtering with the true parameters gets 97 to 98 % of such series right.
  EXPECT_GT(right, 0.9 * judged);
}

TEST(RegimeDetectorTest, OffersABarTwiceWithoutEffect) {
  const std::vector<PriceBar> bars = BarsOf(Simulated(200).values);
  RegimeDetector once(TwoStates());
  RegimeDetector twice(TwoStates());
  for (const PriceBar& bar : bars) {
    EXPECT_TRUE(once.Update(bar));
    EXPECT_TRUE(twice.Update(bar));
    EXPECT_FALSE(twice.Update(bar));
    EXPECT_EQ(once.Snapshot(), twice.Snapshot());
  }
  EXPECT_FALSE(twice.Update(bars.front()));
  EXPECT_EQ(once.Snapshot(), twice.Snapshot());
}

TEST(RegimeDetectorTest, SaysNothingOfABarThatWaitsForItsRefit) {
  RegimeDetector detector(TwoStates(Retrain::Daily));
  int waited = 0;
  for (const PriceBar& bar : BarsOf(Simulated(130).values)) {
    const RegimeSnapshot before = detector.Snapshot();
    detector.Observe(bar);
    if (!detector.RefitIsDue()) continue;
    ++waited;
    EXPECT_EQ(detector.Snapshot(), before);
    detector.Adopt(PerformRefit(detector.Request()));
    EXPECT_EQ(detector.Snapshot().time, bar.time);
  }
  EXPECT_EQ(waited, 11);
}

TEST(RegimeDetectorTest, FiltersBetweenRefitsAsTheBatchFilterDoes) {
  const std::vector<double> returns = Simulated(300).values;
  const std::vector<PriceBar> bars = BarsOf(returns);
  RegimeDetector detector(TwoStates(Retrain::Never));
  std::vector<RegimeSnapshot> snapshots;
  for (const PriceBar& bar : bars) {
    detector.Update(bar);
    snapshots.push_back(detector.Snapshot());
  }
  EXPECT_EQ(detector.Fits(), 1);
  // The window's observations are what the closes say, not what they were made from.
  std::vector<double> observed;
  for (std::size_t i = 1; i < bars.size(); ++i) {
    observed.push_back(std::log(bars[i].close / bars[i - 1].close));
  }
  const hmm::FilterResult batch =
      hmm::GaussianHmm(detector.Model()->Parameters()).Filter({.values = observed});
  for (std::size_t i = 120; i < bars.size(); ++i) {
    EXPECT_EQ(snapshots[i].filtered[0], batch.filtered(i - 1, 0)) << i;
  }
  EXPECT_EQ(snapshots.back().model_age, 180);
}

TEST(RegimeDetectorTest, RefitsByTheCalendarOfTheData) {
  const std::vector<PriceBar> bars = BarsOf(Simulated(300).values);
  const auto fits = [&](Retrain frequency) {
    RegimeDetector detector(TwoStates(frequency));
    for (const PriceBar& bar : bars) detector.Update(bar);
    return detector.Fits();
  };
  // Bars 120 to 300: the first on Monday, 2018-06-18, the last on Monday, 2019-02-25.
  EXPECT_EQ(fits(Retrain::Daily), 181);
  EXPECT_EQ(fits(Retrain::Weekly), 37);
  EXPECT_EQ(fits(Retrain::Monthly), 9);
  EXPECT_EQ(fits(Retrain::Never), 1);
}

TEST(RegimeDetectorTest, StartsColdAtIntervalsOnly) {
  RegimeDetector detector(TwoStates(Retrain::Daily));
  std::vector<int> cold;
  int bar_number = 0;
  for (const PriceBar& bar : BarsOf(Simulated(200).values)) {
    const int fits = detector.Fits();
    detector.Update(bar);
    if (detector.Fits() > fits && detector.LastFit().cold) cold.push_back(bar_number);
    ++bar_number;
  }
  EXPECT_EQ(cold, (std::vector<int>{120, 141, 162, 183}));
}

TEST(RegimeDetectorTest, AnExpandingWindowKeepsAllBars) {
  DetectorOptions options = TwoStates(Retrain::Daily);
  options.window_type = WindowType::Expanding;
  RegimeDetector detector(options);
  for (const PriceBar& bar : BarsOf(Simulated(400).values)) detector.Update(bar);
  EXPECT_EQ(detector.LastFit().observations, 400);
}

TEST(RegimeDetectorTest, AnExponentialWindowForgetsByItsHalfLife) {
  // Returns of one size, then of thrice that size: the overall spread is a weighted mean of both.
  std::vector<double> returns = Simulated(120).values;
  for (std::size_t i = 0; i < 60; ++i) returns[i] = (i % 2 == 0 ? 0.01 : -0.01);
  for (std::size_t i = 60; i < 120; ++i) returns[i] = (i % 2 == 0 ? 0.03 : -0.03);
  DetectorOptions options = TwoStates();
  options.fit.states = 1;
  options.fit.prior = hmm::Prior::None();
  options.window_type = WindowType::Exponential;
  options.half_life = 60;
  RegimeDetector detector(options);
  for (const PriceBar& bar : BarsOf(returns)) detector.Update(bar);
  // The older half weighs half as much as the younger: (0.01^2 + 2 * 0.03^2) / 3.
  EXPECT_NEAR(detector.Model()->Parameters().Variance(0), 0.0019 / 3, 5e-6);
}

TEST(RegimeDetectorTest, OneStateMeansNoRegimes) {
  hmm::RandomStream random(5);
  const hmm::GaussianHmm plain(hmm::MakeUnivariate({1}, {1}, {0.0}, {0.01 * 0.01}));
  DetectorOptions options = TwoStates(Retrain::Weekly, 252);
  options.selection = hmm::SelectionOptions{};
  RegimeDetector detector(options);
  for (const PriceBar& bar : BarsOf(plain.Sample(300, random).values)) detector.Update(bar);
  EXPECT_EQ(detector.Snapshot().states, 1);
  EXPECT_EQ(detector.Snapshot().confidence, 1);
}

TEST(RegimeDetectorTest, ExpectsOfTheNextBarWhatTheMixtureOfStatesSays) {
  RegimeDetector detector(TwoStates());
  for (const PriceBar& bar : BarsOf(Simulated(200).values)) detector.Update(bar);
  const RegimeSnapshot& s = detector.Snapshot();
  const StateMoments& a = detector.Model()->States()[0].moments;
  const StateMoments& b = detector.Model()->States()[1].moments;
  const double mean = s.predicted[0] * a.mean + s.predicted[1] * b.mean;
  const double variance =
      s.predicted[0] * (a.volatility * a.volatility + (a.mean - mean) * (a.mean - mean)) +
      s.predicted[1] * (b.volatility * b.volatility + (b.mean - mean) * (b.mean - mean));
  EXPECT_NEAR(s.expected_return, mean, 1e-15);
  EXPECT_NEAR(s.expected_volatility, std::sqrt(variance), 1e-12);
  EXPECT_NEAR(s.filtered[0] + s.filtered[1], 1, 1e-12);
  EXPECT_NEAR(s.ProbabilityOf(s.regimes[0]) + s.ProbabilityOf(s.regimes[1]),
              s.regimes[0] == s.regimes[1] ? 2 : 1, 1e-12);
}

TEST(RegimeDetectorTest, RefusesOptionsOutOfTheirRange) {
  const auto refuses = [](auto change) {
    DetectorOptions options;
    change(options);
    EXPECT_THROW(RegimeDetector{options}, RegimeError);
  };
  refuses([](DetectorOptions& o) { o.window = 5; });
  refuses([](DetectorOptions& o) { o.minimum_bars = 300; });
  refuses([](DetectorOptions& o) {
    o.window = 20;
    o.fit.states = 8;  // 79 parameters
  });
  refuses([](DetectorOptions& o) { o.features.clear(); });
  refuses([](DetectorOptions& o) { o.half_life = 0; });
  refuses([](DetectorOptions& o) { o.cold_start_bars = 0; });
  refuses([](DetectorOptions& o) { o.bars_per_year = 0; });
  refuses([](DetectorOptions& o) { o.selection = hmm::SelectionOptions{.max_states = 9}; });
  refuses([](DetectorOptions& o) { o.refit = {Retrain::EveryBars, 0}; });
  refuses([](DetectorOptions& o) { o.switching.enter = 2; });
  refuses([](DetectorOptions& o) { o.limits.stale_bars = 1; });
  DetectorOptions options;
  options.fit.states = 9;
  EXPECT_THROW(RegimeDetector{options}, hmm::HmmError);
}

}  // namespace
}  // namespace regimen
