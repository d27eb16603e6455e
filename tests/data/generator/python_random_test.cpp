#include "data/generator/python_random.hpp"

#include <gtest/gtest.h>

namespace regimen::generator {
namespace {

// All values are printed by CPython 3.11.
TEST(PythonRandomTest, GivesPythonsNumbers) {
  PythonRandom random(0);
  EXPECT_EQ(random.Random(), 0.8444218515250481);
  EXPECT_EQ(random.Random(), 0.7579544029403025);
  EXPECT_EQ(random.Random(), 0.420571580830845);
  for (const std::int64_t value : {17, 33, 32, 26, 20}) EXPECT_EQ(random.RandInt(1, 40), value);
  for (const double value : {2.3058265047892963, -0.47298277266732325, 1.3640289274085418}) {
    EXPECT_DOUBLE_EQ(random.Gauss(2.5), value);
  }
  EXPECT_EQ(random.RandInt(100'000, 10'000'000), 2'436'625);
}

TEST(PythonRandomTest, AnotherSeedGivesItsOwnNumbers) {
  PythonRandom random(1'000'007);
  EXPECT_EQ(random.RandInt(200'000, 3'000'000), 1'328'270);
  EXPECT_DOUBLE_EQ(random.Gauss(1000.0), 202.2666541892555);
}

}  // namespace
}  // namespace regimen::generator
