#include "regime/interpreter/named_state.hpp"

#include <cmath>
#include <limits>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "regime/observation/regime_error.hpp"

namespace regimen {
namespace {

TEST(RegimeLabelTest, FollowsTheTableOfTenNames) {
  EXPECT_EQ(LabelOf(-0.11, 0.41), RegimeLabel::CrisisBear);
  EXPECT_EQ(LabelOf(-0.10, 0.41), RegimeLabel::Crisis);
  EXPECT_EQ(LabelOf(0.50, 0.41), RegimeLabel::Crisis);
  EXPECT_EQ(LabelOf(0.21, 0.21), RegimeLabel::EuphoricBull);
  EXPECT_EQ(LabelOf(0.21, 0.20), RegimeLabel::Bull);
  EXPECT_EQ(LabelOf(-0.11, 0.40), RegimeLabel::CrashBear);
  EXPECT_EQ(LabelOf(-0.11, 0.20), RegimeLabel::Bear);
  EXPECT_EQ(LabelOf(0.06, 0.30), RegimeLabel::Uptrend);
  EXPECT_EQ(LabelOf(0.20, 0.05), RegimeLabel::Uptrend);
  EXPECT_EQ(LabelOf(-0.06, 0.05), RegimeLabel::Downtrend);
  EXPECT_EQ(LabelOf(0.05, 0.09), RegimeLabel::Flat);
  EXPECT_EQ(LabelOf(-0.05, 0.10), RegimeLabel::Sideways);
}

TEST(RegimeLabelTest, IsTotal) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(LabelOf(nan, 0.1), RegimeLabel::Unknown);
  EXPECT_EQ(LabelOf(0.1, nan), RegimeLabel::Unknown);
  for (double mean = -1; mean <= 1; mean += 0.01) {
    for (double volatility = 0; volatility <= 1; volatility += 0.01) {
      EXPECT_NE(RegimeOf(LabelOf(mean, volatility)), Regime::Unknown);
    }
  }
}

TEST(RegimeLabelTest, GathersTheTenNamesIntoFiveRegimes) {
  EXPECT_EQ(RegimeOf(RegimeLabel::CrisisBear), Regime::Crisis);
  EXPECT_EQ(RegimeOf(RegimeLabel::Crisis), Regime::Crisis);
  EXPECT_EQ(RegimeOf(RegimeLabel::CrashBear), Regime::Bear);
  EXPECT_EQ(RegimeOf(RegimeLabel::Downtrend), Regime::Bear);
  EXPECT_EQ(RegimeOf(RegimeLabel::Flat), Regime::Sideways);
  EXPECT_EQ(RegimeOf(RegimeLabel::Uptrend), Regime::Bull);
  EXPECT_EQ(RegimeOf(RegimeLabel::EuphoricBull), Regime::Euphoric);
  EXPECT_EQ(ToText(RegimeLabel::CrashBear), "Crash Bear");
}

TEST(RegimeTest, NamesAreReadBackInAnyLetterCase) {
  for (const Regime regime : KnownRegimes()) EXPECT_EQ(RegimeFromText(ToText(regime)), regime);
  EXPECT_EQ(RegimeFromText("bULL"), Regime::Bull);
  EXPECT_THROW(RegimeFromText("Bullish"), RegimeError);
}

TEST(NameStatesTest, MakesMomentsAnnual) {
  // 252 bars: 25.2 % a year, 0.5 % a bar is 7.9 %.
  const StateMoments calm{.mean = 0.001, .volatility = 0.005};
  EXPECT_EQ(NameStates(std::span(&calm, 1), 252).front().label, RegimeLabel::Bull);
  // The same of hour bars, seven a day: 176 % and 21 %.
  EXPECT_EQ(NameStates(std::span(&calm, 1), 252 * 7).front().label, RegimeLabel::EuphoricBull);
}

TEST(NameStatesTest, RanksStatesOfOneRegimeByVolatilityAndLeavesOthersAlone) {
  const StateMoments states[] = {{0.001, 0.006}, {0.0, 0.010}, {0.001, 0.004}};
  const std::vector<NamedState> named = NameStates(states, 252);
  EXPECT_EQ(named[0].Name(), "Bull 2");
  EXPECT_EQ(named[1].Name(), "Sideways");
  EXPECT_EQ(named[2].Name(), "Bull 1");
}

TEST(NameStatesTest, NamesAreUniqueAlsoAmongEquals) {
  const std::vector<StateMoments> equal(5, StateMoments{0.001, 0.005});
  std::set<std::string> names;
  for (const NamedState& state : NameStates(equal, 252)) names.insert(state.Name());
  EXPECT_EQ(names.size(), equal.size());
}

}  // namespace
}  // namespace regimen
