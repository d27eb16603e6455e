#include "regime/model/random_stream.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace regimen::hmm {
namespace {

struct Moments {
  double mean = 0;
  double variance = 0;
};

template <typename Draw>
Moments MomentsOf(Draw draw) {
  constexpr int kCount = 200000;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < kCount; ++i) {
    const double value = draw();
    sum += value;
    squares += value * value;
  }
  const double mean = sum / kCount;
  return {mean, squares / kCount - mean * mean};
}

TEST(RandomStreamTest, IsAFunctionOfSeedAndStream) {
  RandomStream a(5, 7);
  RandomStream b(5, 7);
  RandomStream other_seed(6, 7);
  RandomStream other_stream(5, 8);
  const std::uint64_t first = a.Bits();
  EXPECT_EQ(first, b.Bits());
  EXPECT_NE(first, other_seed.Bits());
  EXPECT_NE(first, other_stream.Bits());
}

TEST(RandomStreamTest, HasTheMomentsOfItsDistributions) {
  RandomStream random(1);
  const Moments uniform = MomentsOf([&] { return random.Uniform(); });
  EXPECT_NEAR(uniform.mean, 0.5, 0.003);
  EXPECT_NEAR(uniform.variance, 1.0 / 12, 0.001);
  const Moments normal = MomentsOf([&] { return random.Normal(); });
  EXPECT_NEAR(normal.mean, 0, 0.01);
  EXPECT_NEAR(normal.variance, 1, 0.015);
  for (const double shape : {0.3, 1.0, 4.5}) {
    const Moments gamma = MomentsOf([&] { return random.Gamma(shape); });
    EXPECT_NEAR(gamma.mean, shape, 0.02 * shape + 0.005);
    EXPECT_NEAR(gamma.variance, shape, 0.04 * shape + 0.01);
  }
}

TEST(RandomStreamTest, DirichletDrawsAreProbabilities) {
  RandomStream random(2);
  std::vector<double> draw(4);
  for (const double concentration : {1e-5, 0.3, 1.0, 50.0}) {
    for (int i = 0; i < 1000; ++i) {
      random.Dirichlet(concentration, draw);
      double sum = 0;
      for (const double entry : draw) {
        EXPECT_GE(entry, 0);
        sum += entry;
      }
      EXPECT_NEAR(sum, 1, 1e-12);
    }
  }
}

TEST(RandomStreamTest, ChoosesByWeight) {
  RandomStream random(3);
  const std::vector<double> weights = {0, 3, 0, 1, 0};
  int counts[5] = {};
  for (int i = 0; i < 40000; ++i) ++counts[random.Choose(weights)];
  EXPECT_EQ(counts[0] + counts[2] + counts[4], 0);
  EXPECT_NEAR(counts[1] / 40000.0, 0.75, 0.01);
}

}  // namespace
}  // namespace regimen::hmm
