// The kernels' own functions, on the instructions this file is compiled for.
#include "regime/model/internal/vector_math.inl"

#include <cmath>

#include <gtest/gtest.h>

namespace regimen::hmm::internal {
namespace HWY_NAMESPACE {
namespace {

double First(V value) { return hn::GetLane(value); }

TEST(VectorMathTest, PowersOfTwoAreExactToFewUnits) {
  for (double x = -2000; x <= 800; x += 0.0371) {
    const double expected = std::exp2(x / 8);
    ASSERT_NEAR(First(Exp2OfEighths(Constant(x))) / expected, 1, 2.5e-15) << x;
  }
}

TEST(VectorMathTest, WholePowersAreExact) {
  for (int power = -250; power <= 100; ++power) {
    EXPECT_EQ(First(Exp2OfEighths(Constant(8 * power))), std::ldexp(1, power));
  }
}

TEST(VectorMathTest, LogarithmsAreExactToFewUnits) {
  for (double exponent = -300; exponent <= 300; exponent += 0.0713) {
    const double x = std::pow(10, exponent);
    const double expected = std::log(x);
    ASSERT_NEAR(First(Log(Constant(x))), expected, 4e-16 * std::max(1.0, std::abs(expected))) << x;
  }
  for (double x = 0.5; x < 2; x += 1e-4) {
    ASSERT_NEAR(First(Log(Constant(x))), std::log(x), 4e-16) << x;
  }
  EXPECT_EQ(First(Log(Constant(1.0))), 0);
}

TEST(VectorMathTest, ScalesOutThePowerOfTwo) {
  for (const double x : {1.0, 1.5, 3.7e200, 2e-300, 0.999}) {
    V exponents = Constant(10);
    const double scaled = x * First(ScaleOut(Constant(x), exponents));
    EXPECT_GE(scaled, 1);
    EXPECT_LT(scaled, 2);
    EXPECT_EQ(First(exponents), 10 + std::ilogb(x));
  }
}

TEST(VectorMathTest, QuotientsOfNothingAreWhatIsGiven) {
  EXPECT_EQ(First(QuotientOr(Constant(3), Constant(2), Constant(7))), 1.5);
  EXPECT_EQ(First(QuotientOr(Constant(3), Constant(0), Constant(7))), 7);
  EXPECT_EQ(First(QuotientOr(Constant(3), Constant(-1), Constant(7))), 7);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace regimen::hmm::internal
