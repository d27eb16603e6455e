#include "framework/algorithm/algorithm_traits.hpp"

#include <gtest/gtest.h>

#include "framework/algorithm.hpp"

namespace regimen {
namespace {

struct Strategy : QCAlgorithm {
  void Initialize() override {}
};
struct BySymbol : Strategy {
  void OnEndOfDay(const Symbol& /*symbol*/) override {}
};
struct Protected : Strategy {
 protected:
  void OnEndOfDay() override {}
};
struct Both : Strategy {
  void OnEndOfDay(const Symbol& /*symbol*/) override {}
  void OnEndOfDay() override {}
};
class Private : public Strategy {
  void OnEndOfDay(const Symbol& /*symbol*/) override {}
};
struct Inherits : BySymbol {};
struct FinalNone final : Strategy {};
struct FinalBySymbol final : Strategy {
  void OnEndOfDay(const Symbol& /*symbol*/) override {}
};

void Expect(AlgorithmTraits traits, bool by_symbol, bool by_day) {
  EXPECT_EQ(traits.overrides_end_of_day_symbol, by_symbol);
  EXPECT_EQ(traits.overrides_end_of_day, by_day);
}

TEST(AlgorithmTraitsTest, SeesWhichEndOfDayAClassOverrides) {
  Expect(TraitsOf<Strategy>(), false, false);
  Expect(TraitsOf<BySymbol>(), true, false);
  Expect(TraitsOf<Protected>(), false, true);
  Expect(TraitsOf<Both>(), true, true);
}

TEST(AlgorithmTraitsTest, SeesWhatABaseOverrides) { Expect(TraitsOf<Inherits>(), true, false); }

TEST(AlgorithmTraitsTest, SeesFinalClasses) {
  Expect(TraitsOf<FinalNone>(), false, false);
  Expect(TraitsOf<FinalBySymbol>(), true, false);
}

// A private override cannot be named: at worst a handler too many is scheduled, never one too few.
TEST(AlgorithmTraitsTest, SeesPrivateOverrides) {
  EXPECT_TRUE(TraitsOf<Private>().overrides_end_of_day_symbol);
}

}  // namespace
}  // namespace regimen
