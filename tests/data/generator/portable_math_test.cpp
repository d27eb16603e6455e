#include "data/generator/portable_math.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace regimen::generator {
namespace {

TEST(PortableMathTest, ExpAgreesWithTheCLibrary) {
  for (double x = -700.0; x <= 700.0; x += 0.137) {
    const double expected = std::exp(x);
    EXPECT_NEAR(Exp(x) / expected, 1.0, 1e-15) << x;
  }
  for (double x = -0.1; x <= 0.1; x += 1e-4) EXPECT_NEAR(Exp(x) / std::exp(x), 1.0, 1e-15) << x;
}

TEST(PortableMathTest, LogAgreesWithTheCLibrary) {
  for (double x = 1e-300; x < 1e300; x *= 1.7) {
    EXPECT_NEAR(Log(x) / std::log(x), 1.0, 1e-15) << x;
  }
  for (double x = 0.9; x < 1.1; x += 1.3e-4) {
    EXPECT_NEAR(Log(x), std::log(x), 1e-15 * std::abs(std::log(x)) + 1e-300) << x;
  }
}

TEST(PortableMathTest, ExactValues) {
  EXPECT_EQ(Exp(0.0), 1.0);
  EXPECT_EQ(Log(1.0), 0.0);
  EXPECT_EQ(Log(2.0), 0x1.62e42fefa39efp-1);
}

}  // namespace
}  // namespace regimen::generator
