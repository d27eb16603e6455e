#include "regime/observation/feature_stream.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "regime/observation/feature.hpp"
#include "regime/observation/feature_pipeline.hpp"
#include "regime/observation/regime_error.hpp"

namespace regimen {
namespace {

// A made-up series of which a program in another language knows all features too.
std::vector<PriceBar> Bars(int count = 80) {
  std::vector<PriceBar> bars;
  for (int i = 0; i < count; ++i) {
    PriceBar bar;
    bar.time = BarTime(std::chrono::days(i));
    bar.close = 100 + 10 * std::sin(0.3 * i) + i * 7 % 11;
    bar.open = bar.close - 1 + i % 3;
    bar.high = std::max(bar.open, bar.close) + 1 + (i % 4) * 0.5;
    bar.low = std::min(bar.open, bar.close) - 1 - (i % 5) * 0.25;
    bar.volume = 1000 + i * 37 % 101 * 10;
    bars.push_back(bar);
  }
  return bars;
}

double LastOf(Feature feature, const std::vector<PriceBar>& bars) {
  const auto stream = MakeFeatureStream(feature);
  double value = 0;
  for (const PriceBar& bar : bars) value = stream->Update(bar);
  return value;
}

// Computed with Python's statistics module from the formulas in feature.hpp.
const std::map<Feature, double> kExpected = {
    {Feature::LogReturn, -0.04243694862265597},
    {Feature::AverageLogReturn, -0.036580728822085476},
    {Feature::ReturnRatio, 0.964080261690793},
    {Feature::AveragePrice, 93.22014479102843},
    {Feature::PriceChange, -3.4731996277650836},
    {Feature::Range, 0.048217524595672835},
    {Feature::Volatility, 0.05576592475022177},
    {Feature::Rsi, 38.89188075974958},
    {Feature::MomentumStrength, 2.417558121025589e-05},
    {Feature::TrendPersistence, 0.16015836404849768},
    {Feature::VolatilityContext, 1.0055220261472193},
    {Feature::DirectionalConsistency, 0.3333333333333333},
    {Feature::Macd, -2.468575565030676},
    {Feature::MacdHistogram, -1.9846700858963375},
    {Feature::BollingerPosition, 0.1339880629962832},
    {Feature::Sma, 105.12925445530158},
    {Feature::VolumeSma, 1515.5},
    {Feature::VolumeRatio, 1.2867040580666447},
    {Feature::PriceVolumeTrend, -427.0824733814851},
};

TEST(FeatureStreamTest, EveryFeatureHasTheValueThatItsFormulaHasInPython) {
  ASSERT_EQ(kExpected.size(), AllFeatures().size());
  for (const auto& [feature, expected] : kExpected) {
    EXPECT_NEAR(LastOf(feature, Bars()), expected, 1e-12 * std::max(1.0, std::abs(expected)))
        << ToText(feature);
  }
}

TEST(FeatureStreamTest, NoFeatureKnowsOfLaterBars) {
  const std::vector<PriceBar> bars = Bars();
  for (const Feature feature : AllFeatures()) {
    const auto whole = MakeFeatureStream(feature);
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const double value = whole->Update(bars[i]);
      const double of_prefix =
          LastOf(feature, {bars.begin(), bars.begin() + static_cast<std::ptrdiff_t>(i) + 1});
      EXPECT_TRUE(value == of_prefix || (std::isnan(value) && std::isnan(of_prefix)))
          << ToText(feature) << " at bar " << i;
    }
  }
}

TEST(FeatureStreamTest, APriceThatNeverMovesIsMissingWhereTheFormulaDividesByZero) {
  std::vector<PriceBar> bars = Bars();
  for (PriceBar& bar : bars) bar.open = bar.high = bar.low = bar.close = 50;
  for (const Feature feature : {Feature::Rsi, Feature::TrendPersistence, Feature::VolatilityContext,
                                Feature::BollingerPosition}) {
    EXPECT_TRUE(std::isnan(LastOf(feature, bars))) << ToText(feature);
  }
  EXPECT_EQ(LastOf(Feature::LogReturn, bars), 0);
  EXPECT_EQ(LastOf(Feature::Volatility, bars), 0);
}

TEST(FeatureStreamTest, IsMissingUntilThereAreRowsEnough) {
  const auto rows_until_ready = [](Feature feature) {
    const auto stream = MakeFeatureStream(feature);
    int rows = 0;
    for (const PriceBar& bar : Bars()) {
      ++rows;
      if (!std::isnan(stream->Update(bar))) return rows;
    }
    return -1;
  };
  EXPECT_EQ(rows_until_ready(Feature::Range), 1);
  EXPECT_EQ(rows_until_ready(Feature::LogReturn), 2);
  EXPECT_EQ(rows_until_ready(Feature::Rsi), 15);
  EXPECT_EQ(rows_until_ready(Feature::Sma), 20);
  EXPECT_EQ(rows_until_ready(Feature::Volatility), 21);
  EXPECT_EQ(rows_until_ready(Feature::VolatilityContext), 61);
}

TEST(FeatureTest, NamesAreReadBack) {
  for (const Feature feature : AllFeatures()) EXPECT_EQ(FeatureFromText(ToText(feature)), feature);
}

TEST(FeatureTest, AnUnknownNameIsAnErrorThatListsTheKnownOnes) {
  try {
    FeatureFromText("log_returns");
    FAIL() << "no error";
  } catch (const RegimeError& error) {
    EXPECT_NE(std::string(error.what()).find("'log_returns'"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("price_volume_trend"), std::string::npos);
  }
}

TEST(FeaturePipelineTest, PutsFeaturesSideBySide) {
  const std::vector<Feature> features = {Feature::Range, Feature::LogReturn};
  FeaturePipeline pipeline(features);
  std::vector<double> row;
  for (const PriceBar& bar : Bars()) {
    const std::span<const double> values = pipeline.Update(bar);
    row.assign(values.begin(), values.end());
  }
  ASSERT_EQ(row.size(), 2U);
  EXPECT_EQ(row[0], LastOf(Feature::Range, Bars()));
  EXPECT_EQ(row[1], LastOf(Feature::LogReturn, Bars()));
}

TEST(FeaturePipelineTest, ANumberThatIsNotFiniteIsMissingAndSpoilsNoLaterRow) {
  for (const double volume : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    std::vector<PriceBar> bars = Bars();
    bars[40].volume = volume;
    const std::vector<Feature> features = {Feature::PriceVolumeTrend, Feature::VolumeRatio};
    FeaturePipeline pipeline(features);
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const std::span<const double> row = pipeline.Update(bars[i]);
      EXPECT_EQ(std::isnan(row[0]), i == 0 || i == 40) << i;
      // The mean of the volume looks back over 20 rows.
      EXPECT_EQ(std::isnan(row[1]), i < 19 || (i >= 40 && i < 60)) << i;
    }
  }
}

TEST(FeaturePipelineTest, RefusesNoFeatureAndMoreThanTen) {
  const std::vector<Feature> none;
  const std::vector<Feature> eleven(11, Feature::LogReturn);
  EXPECT_THROW(FeaturePipeline{none}, RegimeError);
  EXPECT_THROW(FeaturePipeline{eleven}, RegimeError);
}

}  // namespace
}  // namespace regimen
