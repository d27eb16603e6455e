#include "data/generator/market_model.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace regimen::generator {
namespace {

constexpr std::size_t kDays = 200'000;

constexpr std::array kAll = {MarketRegime::Crisis, MarketRegime::Bear, MarketRegime::Sideways,
                             MarketRegime::Bull};

TEST(MarketModelTest, ASpellEndsInAnotherRegime) {
  for (const MarketRegime regime : kAll) {
    double sum = 0.0;
    for (const double probability : ParametersOf(regime).next) sum += probability;
    EXPECT_NEAR(sum, 1.0, 1e-12) << ToText(regime);
    EXPECT_EQ(ParametersOf(regime).next.at(static_cast<std::size_t>(regime)), 0.0);
  }
}

TEST(MarketModelTest, WorseRegimesFallFasterAndSwingMore) {
  for (std::size_t i = 1; i < kAll.size(); ++i) {
    EXPECT_LT(ParametersOf(kAll[i - 1]).yearly_drift, ParametersOf(kAll[i]).yearly_drift);
    EXPECT_GT(ParametersOf(kAll[i - 1]).yearly_volatility, ParametersOf(kAll[i]).yearly_volatility);
  }
}

// Geometric spells: their mean is the parameter, within five standard errors.
TEST(MarketModelTest, SpellsLastAsLongAsTheirRegimesDo) {
  const std::vector<MarketDay> days = SimulateMarket(11, kDays);
  std::array<double, kMarketRegimes> spells{};
  std::array<double, kMarketRegimes> length{};
  for (std::size_t i = 0; i < kDays; ++i) {
    const auto regime = static_cast<std::size_t>(days[i].regime);
    length.at(regime) += 1.0;
    if (i == 0 || days[i - 1].regime != days[i].regime) spells.at(regime) += 1.0;
  }
  for (std::size_t regime = 0; regime < kMarketRegimes; ++regime) {
    const double expected = ParametersOf(kAll.at(regime)).mean_days;
    EXPECT_NEAR(length.at(regime) / spells.at(regime), expected,
                5.0 * expected / std::sqrt(spells.at(regime)))
        << ToText(kAll.at(regime));
  }
}

TEST(MarketModelTest, ReturnsHaveTheirRegimesDriftAndVolatility) {
  const std::vector<MarketDay> days = SimulateMarket(12, kDays);
  for (const MarketRegime regime : kAll) {
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    for (const MarketDay& day : days) {
      if (day.regime != regime) continue;
      const double value = day.overnight + day.intraday;
      count += 1.0;
      sum += value;
      squares += value * value;
    }
    const double mean = sum / count;
    const double volatility = std::sqrt((squares / count - mean * mean) * 252.0);
    const RegimeParameters& parameters = ParametersOf(regime);
    EXPECT_NEAR(volatility, parameters.yearly_volatility, 0.04 * parameters.yearly_volatility);
    EXPECT_NEAR(mean * 252.0, parameters.yearly_drift,
                5.0 * parameters.yearly_volatility * std::sqrt(252.0 / count));
  }
}

TEST(MarketModelTest, ALongerRunContinuesAShorterOne) {
  const std::vector<MarketDay> shorter = SimulateMarket(5, 100);
  const std::vector<MarketDay> longer = SimulateMarket(5, 1000);
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    EXPECT_EQ(shorter[i].regime, longer[i].regime);
    EXPECT_EQ(shorter[i].intraday, longer[i].intraday);
  }
}

TEST(MarketModelTest, TheFirstDayIsBull) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    EXPECT_EQ(SimulateMarket(seed, 1).front().regime, MarketRegime::Bull);
  }
}

}  // namespace
}  // namespace regimen::generator
