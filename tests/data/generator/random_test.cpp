#include "data/generator/random.hpp"

#include <cmath>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace regimen::generator {
namespace {

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
  double kurtosis = 0.0;
};

template <typename Draw>
Moments MomentsOf(int count, Draw draw) {
  std::vector<double> values;
  for (int i = 0; i < count; ++i) values.push_back(draw());
  Moments moments;
  for (const double value : values) moments.mean += value / count;
  double fourth = 0.0;
  for (const double value : values) {
    const double square = (value - moments.mean) * (value - moments.mean);
    moments.variance += square / count;
    fourth += square * square / count;
  }
  moments.kurtosis = fourth / (moments.variance * moments.variance);
  return moments;
}

// The values the authors' C program prints for the state 1, 2, 3, 4.
TEST(RandomTest, BitsAreThoseOfXoshiro256StarStar) {
  Random random({1, 2, 3, 4});
  const std::vector<std::uint64_t> expected = {11520U,
                                               0U,
                                               1509978240U,
                                               1215971899390074240U,
                                               1216172134540287360U,
                                               607988272756665600U,
                                               16172922978634559625U,
                                               8476171486693032832U,
                                               10595114339597558777U,
                                               2904607092377533576U};
  for (const std::uint64_t value : expected) EXPECT_EQ(random.Next(), value);
}

TEST(RandomTest, TheSameNameGivesTheSameNumbers) {
  Random a(7, "spy", 3);
  Random b(7, "spy", 3);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(a.Next(), b.Next());
}

TEST(RandomTest, SeedsNamesAndIndicesGiveOtherStreams) {
  std::set<std::uint64_t> firsts;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    for (const char* name : {"", "a", "b", "ab"}) {
      for (std::uint64_t index = 0; index < 20; ++index) {
        firsts.insert(Random(seed, name, index).Next());
      }
    }
  }
  EXPECT_EQ(firsts.size(), 20U * 4U * 20U);
}

TEST(RandomTest, UniformFillsTheUnitInterval) {
  Random random(1);
  const Moments moments = MomentsOf(200'000, [&] {
    const double value = random.Uniform();
    EXPECT_GE(value, 0.0);
    EXPECT_LT(value, 1.0);
    return value;
  });
  EXPECT_NEAR(moments.mean, 0.5, 0.003);
  EXPECT_NEAR(moments.variance, 1.0 / 12.0, 0.001);
}

TEST(RandomTest, BetweenReachesBothEndsAndNothingBeyond) {
  Random random(2);
  std::set<std::int64_t> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random.Between(-2, 3));
  EXPECT_EQ(seen, (std::set<std::int64_t>{-2, -1, 0, 1, 2, 3}));
  EXPECT_EQ(random.Between(5, 5), 5);
}

TEST(RandomTest, NormalHasTheMomentsOfTheNormalDistribution) {
  Random random(3);
  const Moments moments = MomentsOf(400'000, [&] { return random.Normal(); });
  EXPECT_NEAR(moments.mean, 0.0, 0.006);
  EXPECT_NEAR(moments.variance, 1.0, 0.01);
  EXPECT_NEAR(moments.kurtosis, 3.0, 0.05);
}

// Of the mixture 0.96 N(0, 1) + 0.04 N(0, 2.5^2), scaled: 3 (0.96 + 0.04 * 2.5^4) / 1.21^2.
TEST(RandomTest, FatTailedHasUnitVarianceAndTheMixturesKurtosis) {
  Random random(4);
  const Moments moments = MomentsOf(400'000, [&] { return random.FatTailed(); });
  EXPECT_NEAR(moments.mean, 0.0, 0.006);
  EXPECT_NEAR(moments.variance, 1.0, 0.01);
  EXPECT_NEAR(moments.kurtosis, 5.17, 0.2);
}

}  // namespace
}  // namespace regimen::generator
