#include "framework/feed/price_adjuster.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

// SPY's row for October 2013; LEAN shows the first regular minute of 2013-10-07 as 144.76443163800
// ... with a volume of 944284 (spec/lean-data-and-loop.md, 1.2).
class PriceAdjusterTest : public ::testing::Test {
 protected:
  static TradeBar Row(DateTime time) {
    TradeBar bar(time, Symbol(), Bar(), 0, TimeSpan::FromMinutes(1));
    bar.SetRow({Decimal::Parse("167.4300"), Decimal::Parse("167.5200"), Decimal::Parse("167.4100"),
                Decimal::Parse("167.4400")},
               816453);
    return bar;
  }
  PriceAdjuster Adjuster(DataNormalizationMode mode) { return {factors_, mode, pool_}; }

  const lean::FactorFile factors_ = lean::FactorFile::Parse(
      "20130919,0.8604238,1,172.81\n20131219,0.8646266,1,181.5\n20140606,0.9,0.0357143,645.57\n"
      "20501231,1,1,0\n",
      "spy.csv");
  AdjustmentPool pool_;
  const DateTime october_{2013, 10, 7, 9, 30, 0};
};

TEST_F(PriceAdjusterTest, ScalesPricesWithoutRoundingAndVolumeByTheInverse) {
  PriceAdjuster adjuster = Adjuster(DataNormalizationMode::Adjusted);
  TradeBar bar = Row(october_);
  adjuster.Adjust(bar);
  EXPECT_EQ(bar.Open().ToString(), "144.76443163800");
  EXPECT_EQ(bar.High().ToString(), "144.84224803200");
  EXPECT_EQ(bar.Low().ToString(), "144.74713910600");
  EXPECT_EQ(bar.Close().ToString(), "144.77307790400");
  EXPECT_EQ(bar.Volume().ToString(), "944284");
}

TEST_F(PriceAdjusterTest, LeavesRawBarsAlone) {
  PriceAdjuster adjuster = Adjuster(DataNormalizationMode::Raw);
  TradeBar bar = Row(october_);
  adjuster.Adjust(bar);
  EXPECT_EQ(bar.Close().ToString(), "167.4400");
  EXPECT_EQ(bar.Volume().ToString(), "816453");
}

TEST_F(PriceAdjusterTest, AppliesARowUpToItsDate) {
  PriceAdjuster adjuster = Adjuster(DataNormalizationMode::Adjusted);
  TradeBar on_row = Row(DateTime(2013, 9, 19, 9, 30, 0));
  TradeBar after_row = Row(DateTime(2013, 9, 20, 9, 30, 0));
  adjuster.Adjust(on_row);
  adjuster.Adjust(after_row);
  EXPECT_EQ(on_row.Close(), Decimal::Parse("167.44") * Decimal::Parse("0.8604238"));
  EXPECT_EQ(after_row.Close(), Decimal::Parse("167.44") * Decimal::Parse("0.8646266"));
}

TEST_F(PriceAdjusterTest, KeepsTheFactorForCopiesUntilARealBarOfTheNewDate) {
  PriceAdjuster adjuster = Adjuster(DataNormalizationMode::Adjusted);
  TradeBar real = Row(DateTime(2013, 9, 19, 15, 59, 0));
  adjuster.Adjust(real);
  TradeBar copy = Row(DateTime(2013, 9, 20, 9, 30, 0));
  copy.SetFillForward(true);
  adjuster.Adjust(copy);
  EXPECT_EQ(copy.Close(), Decimal::Parse("167.44") * Decimal::Parse("0.8604238"));
}

TEST_F(PriceAdjusterTest, SplitAdjustedKnowsNoDividends) {
  PriceAdjuster adjuster = Adjuster(DataNormalizationMode::SplitAdjusted);
  TradeBar bar = Row(october_);
  adjuster.Adjust(bar);
  EXPECT_EQ(bar.Close(), Decimal::Parse("167.44"));
  TradeBar before_split = Row(DateTime(2014, 6, 6, 9, 30, 0));
  adjuster.Adjust(before_split);
  EXPECT_EQ(before_split.Close(), Decimal::Parse("167.44") * Decimal::Parse("0.0357143"));
}

TEST_F(PriceAdjusterTest, TotalReturnAddsTheDividendsSeen) {
  PriceAdjuster adjuster = Adjuster(DataNormalizationMode::TotalReturn);
  TradeBar before = Row(DateTime(2013, 9, 19, 9, 30, 0));
  adjuster.Adjust(before);
  adjuster.OnEvent(Dividend(Symbol(), DateTime(2013, 9, 20), Decimal::Parse("172.81"),
                            Decimal::Parse("0.8604238") / Decimal::Parse("0.8646266")));
  TradeBar after = Row(DateTime(2013, 9, 20, 9, 30, 0));
  adjuster.Adjust(after);
  EXPECT_EQ(before.Close(), Decimal::Parse("167.44"));
  EXPECT_EQ(after.Close(), Decimal::Parse("168.28"));
}

}  // namespace
}  // namespace regimen
