#include <gtest/gtest.h>

#include "framework/core/security_identifier.hpp"
#include "framework/market/dividend.hpp"
#include "framework/market/price_adjustment.hpp"
#include "framework/market/quote_bar.hpp"
#include "framework/market/trade_bar.hpp"

namespace regimen {
namespace {

// The first regular minute of SPY on 2013-10-07 under the factor of that date: LEAN's figures.
TEST(PriceAdjustmentTest, ScalesPricesWithoutRoundingAndVolumesToWholeShares) {
  const PriceAdjustment adjustment(0.8646266_m);
  EXPECT_EQ(adjustment.Price(167.4400_m).ToString(), "144.77307790400");
  EXPECT_EQ(adjustment.Price(167.4300_m).ToString(), "144.76443163800");
  EXPECT_EQ(adjustment.Size(816453).ToString(), "944284");
}

TEST(PriceAdjustmentTest, LeavesRawNumbersAloneWhenThereIsNothingToAdjust) {
  EXPECT_EQ(PriceAdjustment::None().Price(167.4400_m).ToString(), "167.4400");
  EXPECT_EQ(PriceAdjustment(1).Size(12.5_m).ToString(), "12.5");
}

TEST(PriceAdjustmentTest, AddsDividendsForTotalReturn) {
  EXPECT_EQ(PriceAdjustment(0.5_m, 1.25_m).Price(100), 51.25_m);
}

TEST(TradeBarTest, AdjustsWhatIsAskedFor) {
  const PriceAdjustment adjustment(0.5_m);
  TradeBar bar;
  bar.SetRow({10.0000_m, 12.0000_m, 9.0000_m, 11.0000_m}, 101);
  bar.SetAdjustment(adjustment);
  EXPECT_EQ(bar.Open(), 5_m);
  EXPECT_EQ(bar.High(), 6_m);
  EXPECT_EQ(bar.Low(), 4.5_m);
  EXPECT_EQ(bar.Value(), 5.5_m);
  EXPECT_EQ(bar.Volume(), 202_m);
}

TEST(TradeBarTest, IsRestatedByASplit) {
  TradeBar bar(DateTime(2014, 6, 6), Symbol(), Bar(600, 610, 590, 605), 70, TimeSpan::FromDays(1));
  bar.ApplySplit(0.5_m);
  EXPECT_EQ(bar.Close(), 302.5_m);
  EXPECT_EQ(bar.Volume(), 140_m);
}

TEST(QuoteBarTest, ShowsTheMidOfBothSides) {
  QuoteBar bar;
  bar.SetBid({9, 10, 8, 9}, 100);
  bar.SetAsk({11, 12, 10, 11}, 200);
  EXPECT_EQ(bar.Close(), 10_m);
  EXPECT_EQ(bar.High(), 11_m);
  EXPECT_EQ(bar.LastAskSize(), 200_m);
}

TEST(QuoteBarTest, ShowsTheOneSideThereIs) {
  QuoteBar bar;
  bar.SetAsk({11, 12, 10, 11}, 200);
  EXPECT_EQ(bar.Bid(), nullptr);
  EXPECT_EQ(bar.Close(), 11_m);
  EXPECT_FALSE(bar.IsComplete());
}

TEST(QuoteBarTest, TakesAMissingSideFromTheBarBeforeButNotItsSize) {
  QuoteBar before;
  before.SetBid({9, 9, 9, 9}, 100);
  QuoteBar bar;
  bar.SetAsk({11, 11, 11, 11}, 200);
  bar.FillMissingSides(before);
  ASSERT_NE(bar.Bid(), nullptr);
  EXPECT_EQ(bar.Bid()->Close(), 9_m);
  EXPECT_EQ(bar.LastBidSize(), 0_m);
  EXPECT_EQ(bar.LastAskSize(), 200_m);
}

// SPY's dividend of 2013-09-20: 172.81 before, factors 0.8604238 and 0.8646266.
TEST(DividendTest, IsTheDropOfTheReferencePriceToTheCent) {
  const Dividend dividend(Symbol(), DateTime(2013, 9, 20), 172.81_m, 0.8604238_m / 0.8646266_m);
  EXPECT_EQ(dividend.Distribution(), 0.84_m);
}

}  // namespace
}  // namespace regimen
