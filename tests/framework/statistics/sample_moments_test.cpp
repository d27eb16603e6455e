// Expected values: spec 5.1 (returns of LEAN's BasicTemplateAlgorithm), or worked out by hand.
#include "framework/statistics/sample_moments.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen::statistics {
namespace {

const std::vector<double> kReturns{-0.0115428, 0.000541744, 0.02207916, 0.006239327};
const std::vector<double> kBenchmark{-0.011587791300935783, 0.0005437578278761854,
                                     0.022165997700413956, 0.006263266301918822};

TEST(SampleMomentsTest, AgreesWithMathNetToTheLastDigit) {
  EXPECT_EQ(Skewness(kReturns), 0.3785745313922264);
  EXPECT_EQ(Kurtosis(kReturns), 0.7852924435719372);
  EXPECT_EQ(Variance(kBenchmark), 1.9652365949797843e-4);
}

TEST(SampleMomentsTest, ComputesWhatCanBeCheckedByHand) {
  const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
  EXPECT_DOUBLE_EQ(Average(values), 5);
  EXPECT_DOUBLE_EQ(Mean(values), 5);
  EXPECT_DOUBLE_EQ(Variance(values), 32.0 / 7);
  EXPECT_DOUBLE_EQ(StandardDeviation(values), std::sqrt(32.0 / 7));
  EXPECT_DOUBLE_EQ(Covariance(values, values), 32.0 / 7);
  EXPECT_DOUBLE_EQ(Skewness(std::vector<double>{1, 2, 3}), 0);
}

TEST(SampleMomentsTest, IsNotANumberForTooFewValues) {
  const std::vector<double> three{1, 2, 4};
  const std::vector<double> one{1};
  EXPECT_TRUE(std::isnan(Kurtosis(three)));
  EXPECT_TRUE(std::isnan(Skewness(std::vector<double>{1, 2})));
  EXPECT_TRUE(std::isnan(Variance(one)));
  EXPECT_TRUE(std::isnan(Covariance(one, one)));
  EXPECT_TRUE(std::isnan(Average({})));
  EXPECT_TRUE(std::isnan(Mean({})));
}

TEST(SampleMomentsTest, IsNotANumberForTheShapeOfEqualValues) {
  const std::vector<double> equal{3, 3, 3, 3, 3};
  EXPECT_EQ(Variance(equal), 0);
  EXPECT_TRUE(std::isnan(Skewness(equal)));
  EXPECT_TRUE(std::isnan(Kurtosis(equal)));
}

TEST(SampleMomentsTest, RefusesSamplesOfDifferentLengths) {
  EXPECT_THROW(Covariance(std::vector<double>{1, 2}, std::vector<double>{1, 2, 3}), ArgumentError);
}

}  // namespace
}  // namespace regimen::statistics
