#include "regime/model/fingerprint.hpp"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "tests/regime/model/hmm_data.hpp"

namespace regimen::hmm {
namespace {

TEST(FingerprintTest, IsTextOfThirtyTwoDigits) {
  EXPECT_EQ((Fingerprint{0x0123456789abcdef, 0xfedcba9876543210}).ToText(),
            "0123456789abcdeffedcba9876543210");
}

TEST(FingerprintTest, EqualContentIsEqual) {
  EXPECT_EQ(FingerprintOf(tests::TwoRegimes()), FingerprintOf(tests::TwoRegimes()));
  const std::vector<double> x = {1, 2, 3};
  const std::vector<double> copy = x;
  EXPECT_EQ(FingerprintOf(Observations{.values = x}), FingerprintOf(Observations{.values = copy}));
}

TEST(FingerprintTest, SignsOfZeroAndKindsOfNanDoNotCount) {
  const std::vector<double> a = {0.0, std::nan("1")};
  const std::vector<double> b = {-0.0, std::nan("2")};
  EXPECT_EQ(FingerprintOf(Observations{.values = a}), FingerprintOf(Observations{.values = b}));
}

TEST(FingerprintTest, EveryObservationCounts) {
  // hidden-regime's cache took shape, first and last row: other windows shared a key.
  std::vector<double> x(100, 1.0);
  std::set<Fingerprint> seen = {FingerprintOf(Observations{.values = x})};
  for (double& value : x) {
    value = std::nextafter(1.0, 2.0);
    EXPECT_TRUE(seen.insert(FingerprintOf(Observations{.values = x})).second);
    value = 1;
  }
}

TEST(FingerprintTest, WhereContentBelongsCounts) {
  const std::vector<double> x = {1, 2, 3, 4};
  const std::vector<double> two = {1, 2};
  std::set<Fingerprint> seen;
  EXPECT_TRUE(seen.insert(FingerprintOf(Observations{.values = x})).second);
  EXPECT_TRUE(seen.insert(FingerprintOf(Observations{.values = x, .dimensions = 2})).second);
  EXPECT_TRUE(seen.insert(FingerprintOf(Observations{.values = x, .weights = x})).second);
  EXPECT_TRUE(seen.insert(FingerprintOf(Observations{.values = two, .weights = two})).second);
}

TEST(FingerprintTest, EveryOptionCounts) {
  const FitOptions plain;
  std::set<Fingerprint> seen = {FingerprintOf(plain)};
  const auto expect_new = [&](auto change) {
    FitOptions options = plain;
    change(options);
    EXPECT_TRUE(seen.insert(FingerprintOf(options)).second) << seen.size();
  };
  expect_new([](FitOptions& o) { o.states = 3; });
  expect_new([](FitOptions& o) { o.covariance_type = CovarianceType::Full; });
  expect_new([](FitOptions& o) { o.emission_type = EmissionType::StudentT; });
  expect_new([](FitOptions& o) { o.start_type = StartType::Stationary; });
  expect_new([](FitOptions& o) { o.prior.variance_observations = 1; });
  expect_new([](FitOptions& o) { o.prior.mean_observations = 1; });
  expect_new([](FitOptions& o) { o.prior.transition_count = 1; });
  expect_new([](FitOptions& o) { o.prior.sticky_count = 1; });
  expect_new([](FitOptions& o) { o.prior.start_count = 1; });
  expect_new([](FitOptions& o) { o.prior.scatter = 1; });
  expect_new([](FitOptions& o) { o.degrees_of_freedom = 6; });
  expect_new([](FitOptions& o) { o.estimate_degrees_of_freedom = true; });
  expect_new([](FitOptions& o) { o.starts = {InitMethod::KMeans}; });
  expect_new([](FitOptions& o) { o.random_starts = 3; });
  expect_new([](FitOptions& o) { o.seed = 2; });
  expect_new([](FitOptions& o) { o.warm_margin = 2; });
  expect_new([](FitOptions& o) { o.tolerance = 1e-9; });
  expect_new([](FitOptions& o) { o.max_iterations = 7; });
  expect_new([](FitOptions& o) { o.variance_floor = 1e-5; });
  expect_new([](FitOptions& o) { o.missing = MissingPolicy::Skip; });
  expect_new([](FitOptions& o) { o.minimum_observations = 9; });
  expect_new([](FitOptions& o) { o.keep_history = true; });
}

TEST(FingerprintTest, StartsCountInATask) {
  const std::vector<double> x = {1, 2, 3};
  FitTask task{.observations = {.values = x}};
  std::set<Fingerprint> seen = {FingerprintOf(task)};
  task.warm = tests::TwoRegimes();
  EXPECT_TRUE(seen.insert(FingerprintOf(task)).second);
  task.given = {tests::TwoRegimes()};
  EXPECT_TRUE(seen.insert(FingerprintOf(task)).second);
  task.warm.reset();
  EXPECT_TRUE(seen.insert(FingerprintOf(task)).second);
}

}  // namespace
}  // namespace regimen::hmm
