// Expected values: Abramowitz & Stegun, tables 26.1 and 26.5, and their digits in NIST's DLMF.
#include "framework/statistics/normal_distribution.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen::statistics {
namespace {

TEST(NormalDistributionTest, GivesTheKnownQuantiles) {
  EXPECT_NEAR(NormalQuantile(0, 1, 0.01), -2.3263478740408411, 1e-15);
  EXPECT_NEAR(NormalQuantile(0, 1, 0.05), -1.6448536269514727, 1e-15);
  EXPECT_NEAR(NormalQuantile(0, 1, 0.975), 1.9599639845400543, 1e-15);
  EXPECT_NEAR(NormalQuantile(10, 2, 0.05), 10 - 2 * 1.6448536269514727, 1e-14);
  EXPECT_EQ(NormalQuantile(3, 0, 0.05), 3);
}

TEST(NormalDistributionTest, GivesTheKnownProbabilities) {
  EXPECT_EQ(NormalCdf(0), 0.5);
  EXPECT_NEAR(NormalCdf(1), 0.84134474606854293, 1e-15);
  EXPECT_NEAR(NormalCdf(-3), 0.0013498980316300946, 1e-17);
}

TEST(NormalDistributionTest, QuantileAndProbabilityUndoEachOther) {
  for (double p = 0.001; p < 1; p += 0.001) {
    EXPECT_NEAR(NormalCdf(NormalQuantile(0, 1, p)), p, 1e-15);
  }
}

TEST(NormalDistributionTest, RefusesWhatIsNoProbabilityOrDeviation) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(NormalQuantile(0, 1, 1.5), ArgumentError);
  EXPECT_THROW(NormalQuantile(0, 1, nan), ArgumentError);
  EXPECT_THROW(NormalQuantile(0, -1, 0.5), ArgumentError);
  EXPECT_THROW(NormalQuantile(0, nan, 0.5), ArgumentError);
  EXPECT_TRUE(std::isinf(NormalQuantile(0, 1, 0)));
}

}  // namespace
}  // namespace regimen::statistics
