#include "regime/model/internal/start_values.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/regime/model/fit_cases.hpp"

namespace regimen::hmm::internal {
namespace {

WorkingSeries SeriesOf(std::vector<double> values, std::size_t dimensions = 1) {
  WorkingSeries series;
  series.length = values.size() / dimensions;
  series.dimensions = dimensions;
  series.values = std::move(values);
  series.weights.assign(series.length, 1.0);
  series.sequence_starts = {0};
  return series;
}

FitOptions States(int states) {
  static const FitOptions defaults;  // gcc 12 sees uninitialised bytes in a list made here
  FitOptions options = defaults;
  options.states = states;
  return options;
}

TEST(StartValuesTest, QuantilesAreInterpolated) {
  // (k + 1/2) / 2 of five numbers: places 1 and 3 of the sorted 0..4.
  const WorkingSeries series = SeriesOf({7, 1, 3, 9, 2});
  const HmmParameters start = StartValues(InitMethod::Quantile, series, States(2), 0);
  EXPECT_EQ(start.means, (std::vector<double>{2, 7}));
  EXPECT_EQ(start.covariances, (std::vector<double>{1, 1}));
  EXPECT_EQ(start.start, (std::vector<double>{0.5, 0.5}));
  EXPECT_NEAR(start.Transition(0, 0), 0.9, 1e-15);
  EXPECT_NEAR(start.Transition(0, 1), 0.1, 1e-15);
  const HmmParameters three = StartValues(InitMethod::Quantile, series, States(3), 0);
  EXPECT_NEAR(three.means[0], 1 + 2.0 / 3, 1e-14);  // place 4/6
  EXPECT_NEAR(three.means[1], 3, 1e-14);
  EXPECT_NEAR(three.means[2], 7 + 2.0 / 3, 1e-14);  // place 20/6
}

TEST(StartValuesTest, MissingObservationsTakeNoPart) {
  WorkingSeries series = SeriesOf({7, 0, 1, 3, 0, 9, 2});
  series.weights[1] = series.weights[4] = 0;
  EXPECT_EQ(StartValues(InitMethod::Quantile, series, States(2), 0).means,
            (std::vector<double>{2, 7}));
}

TEST(StartValuesTest, VolatilityMakesTheGroups) {
  // A calm half and a wild one, both about 0: means tell nothing.
  std::vector<double> x(200);
  for (std::size_t t = 0; t < x.size(); ++t) {
    x[t] = (t % 2 == 0 ? 1 : -1) * (t < 100 ? 0.1 : 2.0);
  }
  const HmmParameters start = StartValues(InitMethod::VolatilitySplit, SeriesOf(x), States(2), 0);
  // One pseudo-observation of variance 1 each.
  EXPECT_NEAR(start.covariances[0], (100 * 0.01 + 1) / 101, 1e-9);
  EXPECT_NEAR(start.covariances[1], (100 * 4.0 + 1) / 101, 1e-9);
  // 99 stays and one change, one of each kind on top; the wild half never ends.
  EXPECT_NEAR(start.Transition(0, 0), 100.0 / 102, 1e-12);
  EXPECT_NEAR(start.Transition(0, 1), 2.0 / 102, 1e-12);
  EXPECT_NEAR(start.Transition(1, 1), 100.0 / 101, 1e-12);
}

TEST(StartValuesTest, KMeansFindsClustersThatAreApart) {
  std::vector<double> x;
  for (int t = 0; t < 60; ++t) x.push_back(10.0 * (t % 3) + (t % 2 == 0 ? 0.25 : -0.25));
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    FitOptions options = States(3);
    options.seed = seed;
    HmmParameters start = StartValues(InitMethod::KMeans, SeriesOf(x), options, 0);
    std::sort(start.means.begin(), start.means.end());
    EXPECT_NEAR(start.means[0], 0, 1e-12) << "seed " << seed;
    EXPECT_NEAR(start.means[1], 10, 1e-12);
    EXPECT_NEAR(start.means[2], 20, 1e-12);
    for (const double variance : start.covariances) {
      EXPECT_NEAR(variance, (20 * 0.0625 + 1) / 21, 1e-12);
    }
  }
}

TEST(StartValuesTest, KMeansWorksInSeveralDimensions) {
  std::vector<double> x;
  for (int t = 0; t < 40; ++t) {
    const double side = t % 2 == 0 ? 5 : -5;
    x.insert(x.end(), {side, -side + (t % 4 < 2 ? 0.5 : -0.5)});
  }
  FitOptions options = States(2);
  options.covariance_type = CovarianceType::Full;
  const HmmParameters start = StartValues(InitMethod::KMeans, SeriesOf(x, 2), options, 0);
  EXPECT_NEAR(std::abs(start.means[0]), 5, 1e-12);
  EXPECT_NEAR(start.means[0], -start.means[1], 1e-12);
  EXPECT_NEAR(start.means[0], -start.means[2], 1e-12);
}

TEST(StartValuesTest, RandomStartsDependOnSeedAndNumberAlone) {
  const WorkingSeries series = SeriesOf(tests::Simulated(tests::TwoRegimes(), 100, 1));
  FitOptions options = States(3);
  const HmmParameters first = StartValues(InitMethod::Random, series, options, 1);
  EXPECT_EQ(StartValues(InitMethod::Random, series, options, 1), first);
  EXPECT_NE(StartValues(InitMethod::Random, series, options, 2), first);
  options.seed = 2;
  EXPECT_NE(StartValues(InitMethod::Random, series, options, 1), first);
  for (const double mean : first.means) {
    EXPECT_NE(std::find(series.values.begin(), series.values.end(), mean), series.values.end());
  }
}

TEST(StartValuesTest, EveryMethodMakesAModel) {
  const WorkingSeries series = SeriesOf(tests::Simulated(tests::CorrelatedRegimes(2), 120, 2), 2);
  for (const InitMethod method : {InitMethod::VolatilitySplit, InitMethod::KMeans,
                                  InitMethod::Quantile, InitMethod::Random}) {
    for (const CovarianceType type : {CovarianceType::Spherical, CovarianceType::Diagonal,
                                      CovarianceType::Full, CovarianceType::Tied}) {
      for (int states = 1; states <= 8; ++states) {
        FitOptions options = States(states);
        options.covariance_type = type;
        options.start_type = states % 2 == 0 ? StartType::Stationary : StartType::Free;
        EXPECT_NO_THROW(StartValues(method, series, options, 3).Validate())
            << ToText(method) << ' ' << ToText(type) << ' ' << states;
      }
    }
  }
}

}  // namespace
}  // namespace regimen::hmm::internal
