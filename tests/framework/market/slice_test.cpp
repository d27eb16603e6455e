#include "framework/market/slice.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/core/security_identifier.hpp"

namespace regimen {
namespace {

Symbol Equity(const char* ticker) {
  return {SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), ticker, "usa"), ticker};
}

TradeBar BarOf(const Symbol& symbol, Decimal close, TimeSpan period) {
  return {DateTime(2013, 10, 7, 16, 0, 0) - period, symbol, Bar(close, close, close, close), 1,
          period};
}

class SliceTest : public ::testing::Test {
 protected:
  SliceTest() { slice_.Reset(DateTime(2013, 10, 7, 20, 0, 0), DateTime(2013, 10, 7, 16, 0, 0)); }

  Symbol spy_ = Equity("SPY");
  Symbol ibm_ = Equity("IBM");
  Slice slice_;
};

TEST_F(SliceTest, HasNoDataBeforeAnythingArrives) {
  EXPECT_FALSE(slice_.HasData());
  EXPECT_TRUE(slice_.AllData().empty());
  EXPECT_EQ(slice_.Time(), DateTime(2013, 10, 7, 16, 0, 0));
}

TEST_F(SliceTest, FindsABarBySymbol) {
  slice_.Add(BarOf(ibm_, 182, TimeSpan::FromMinutes(1)), false);
  slice_.Add(BarOf(spy_, 167, TimeSpan::FromMinutes(1)), false);
  EXPECT_EQ(slice_[spy_].Close(), Decimal(167));
  EXPECT_TRUE(slice_.ContainsKey(ibm_));
  const TradeBar* bar = nullptr;
  EXPECT_FALSE(slice_.TryGetValue(Equity("AIG"), bar));
  EXPECT_EQ(bar, nullptr);
  EXPECT_THROW(slice_[Equity("AIG")], ArgumentError);
}

TEST_F(SliceTest, FindsABarByTicker) {
  slice_.Add(BarOf(ibm_, 182, TimeSpan::FromMinutes(1)), false);
  slice_.Add(BarOf(spy_, 167, TimeSpan::FromMinutes(1)), false);
  EXPECT_EQ(slice_["SPY"].Close(), Decimal(167));
  EXPECT_EQ(slice_.Bars()["IBM"].Close(), Decimal(182));
  EXPECT_TRUE(slice_.ContainsKey("IBM"));
  EXPECT_TRUE(slice_.ContainsKey("ibm"));
  EXPECT_FALSE(slice_.ContainsKey("AIG"));
  ASSERT_NE(slice_.Get<TradeBar>("SPY"), nullptr);
  EXPECT_EQ(slice_.Get<QuoteBar>("SPY"), nullptr);
  EXPECT_THROW(slice_["AIG"], ArgumentError);
}

// LEAN's Slice.CreateDynamicDataDictionary: auxiliary data are in, quotes of a share are not.
TEST_F(SliceTest, ContainsASymbolOfWhichOnlyACorporateActionCame) {
  slice_.Add(Split(ibm_, DateTime(2013, 10, 7), 100, 0.5_m, SplitType::SplitOccurred));
  EXPECT_TRUE(slice_.ContainsKey(ibm_));
  EXPECT_TRUE(slice_.ContainsKey("IBM"));
  EXPECT_FALSE(slice_.ContainsKey(spy_));
}

TEST_F(SliceTest, DoesNotContainAShareOfWhichOnlyQuotesCame) {
  slice_.Add(QuoteBar(DateTime(2013, 10, 7, 15, 59, 0), spy_, TimeSpan::FromMinutes(1)), false);
  slice_.Add(Tick(DateTime(2013, 10, 7, 16, 0, 0), ibm_, TickType::Quote));
  EXPECT_FALSE(slice_.ContainsKey(spy_));
  EXPECT_FALSE(slice_.ContainsKey(ibm_));
  EXPECT_TRUE(slice_.QuoteBars().ContainsKey(spy_));
  EXPECT_EQ(slice_.Count(), 0U);
  slice_.Add(Tick(DateTime(2013, 10, 7, 16, 0, 0), ibm_, TickType::Trade));
  EXPECT_TRUE(slice_.ContainsKey(ibm_));
  EXPECT_EQ(slice_.Keys(), std::vector<Symbol>{ibm_});
}

TEST_F(SliceTest, FindsTicksByIndexer) {
  slice_.Add(Tick(DateTime(2013, 10, 7, 16, 0, 0), ibm_, TickType::Trade));
  EXPECT_EQ(slice_.Ticks()[ibm_].size(), 1U);
  EXPECT_EQ(slice_.Ticks()["ibm"].size(), 1U);
  EXPECT_THROW(slice_.Ticks()[spy_], ArgumentError);
}

// AddEquity("AAA.1") gets data of AAA, of its day's ticker.
TEST_F(SliceTest, FindsDataByTheTickerOfTheirSecurity) {
  class Asked : public TickerSource {
   public:
    explicit Asked(const Symbol& symbol) : symbol_(symbol) {}
    Symbol FindSymbol(std::string_view ticker) const override {
      return ticker == symbol_.Value() ? symbol_ : Symbol();
    }

   private:
    Symbol symbol_;
  };
  const Asked asked(ibm_.WithValue("IBM.1"));
  slice_.Add(BarOf(ibm_, 182, TimeSpan::FromMinutes(1)), false);
  EXPECT_FALSE(slice_.ContainsKey("IBM.1"));
  slice_.SetTickers(&asked);
  EXPECT_TRUE(slice_.ContainsKey("IBM.1"));
  EXPECT_EQ(slice_["IBM.1"].Close(), Decimal(182));
  EXPECT_TRUE(slice_.ContainsKey("IBM"));
  EXPECT_FALSE(slice_.ContainsKey("AIG"));
}

TEST_F(SliceTest, KeepsTheOrderOfArrival) {
  slice_.Add(BarOf(spy_, 1, TimeSpan::FromMinutes(1)), false);
  slice_.Add(Dividend(ibm_, DateTime(2013, 10, 7), 100, 0.99_m));
  slice_.Add(BarOf(ibm_, 2, TimeSpan::FromMinutes(1)), false);
  const auto all = slice_.AllData();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]->GetSymbol(), spy_);
  EXPECT_EQ(all[1]->DataType(), MarketDataType::Auxiliary);
  EXPECT_EQ(all[2]->Value(), Decimal(2));
}

TEST_F(SliceTest, ShowsTheShortestOfSeveralBarsOfOneSymbol) {
  slice_.Add(BarOf(spy_, 1, TimeSpan::FromHours(1)), true);
  slice_.Add(BarOf(spy_, 2, TimeSpan::FromMinutes(1)), true);
  slice_.Add(BarOf(spy_, 3, TimeSpan::FromDays(1)), true);
  EXPECT_EQ(slice_.Bars().Count(), 1U);
  EXPECT_EQ(slice_[spy_].Close(), Decimal(2));
  const auto all = slice_.AllData();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]->Value(), Decimal(1));
  EXPECT_EQ(all[1]->Value(), Decimal(2));
  EXPECT_EQ(all[2]->Value(), Decimal(3));
}

TEST_F(SliceTest, KeepsTheFirstOfSeveralBarsOfOnePeriod) {
  slice_.Add(BarOf(spy_, 1, TimeSpan::FromMinutes(1)), false);
  slice_.Add(BarOf(spy_, 2, TimeSpan::FromMinutes(1)), true);
  EXPECT_EQ(slice_[spy_].Close(), Decimal(1));
  EXPECT_EQ(slice_.PointCount(), 2U);
}

TEST_F(SliceTest, FindsEachOfManySymbolsAfterEveryReset) {
  std::vector<Symbol> symbols;
  for (char c = 'A'; c <= 'Z'; ++c) symbols.push_back(Equity(std::string(3, c).c_str()));
  for (int round = 1; round <= 3; ++round) {
    slice_.Reset(DateTime(2013, 10, 7), DateTime(2013, 10, 7));
    for (std::size_t i = 0; i < symbols.size(); i += static_cast<std::size_t>(round)) {
      slice_.Add(BarOf(symbols[i], static_cast<int>(i), TimeSpan::FromMinutes(1)), false);
    }
    for (std::size_t i = 0; i < symbols.size(); ++i) {
      const TradeBar* bar = slice_.Bars().Find(symbols[i]);
      EXPECT_EQ(bar != nullptr, i % static_cast<std::size_t>(round) == 0);
      if (bar != nullptr) {
        EXPECT_EQ(bar->Close(), Decimal(static_cast<int>(i)));
      }
    }
  }
}

TEST_F(SliceTest, CopiesStayWhenTheOriginalIsRebuilt) {
  slice_.Add(BarOf(spy_, 1, TimeSpan::FromMinutes(1)), false);
  const Slice copy = slice_;
  slice_.Reset(DateTime(2013, 10, 8), DateTime(2013, 10, 8));
  EXPECT_FALSE(slice_.HasData());
  EXPECT_EQ(copy[spy_].Close(), Decimal(1));
  EXPECT_EQ(copy.AllData().size(), 1U);
}

TEST_F(SliceTest, ListsTheTicksOfASymbol) {
  Tick first(DateTime(2013, 10, 7, 9, 30, 0), spy_, TickType::Trade);
  first.SetTrade(167.41_m, 100);
  Tick second(DateTime(2013, 10, 7, 9, 30, 0), spy_, TickType::Quote);
  second.SetQuote(167.40_m, 1, 167.42_m, 2);
  slice_.Add(first);
  slice_.Add(second);
  const auto* ticks = slice_.Ticks().Find(spy_);
  ASSERT_NE(ticks, nullptr);
  ASSERT_EQ(ticks->size(), 2U);
  EXPECT_EQ((*ticks)[1].Value(), 167.41_m);
  EXPECT_EQ(slice_.Get<Tick>(spy_), &ticks->back());
  EXPECT_EQ(slice_.Get<Tick>("IBM"), nullptr);
  EXPECT_EQ(slice_.AllData().size(), 2U);
}

TEST_F(SliceTest, FindsTheTicksOfOneFeed) {
  const auto trade = [](const Symbol& symbol, Decimal price) {
    Tick tick(DateTime(2013, 10, 7, 9, 30, 0), symbol, TickType::Trade);
    tick.SetTrade(price, 100);
    return tick;
  };
  slice_.Add(trade(ibm_, 182));
  slice_.Add(Split(spy_, DateTime(2013, 10, 7), 100, 0.5_m, SplitType::SplitOccurred));
  slice_.Add(trade(spy_, 167));
  slice_.Add(trade(spy_, 168));
  slice_.Add(BarOf(ibm_, 1, TimeSpan::FromMinutes(1)), false);
  const auto of_spy = slice_.TicksAt(1, 3);
  ASSERT_EQ(of_spy.size(), 2U);
  EXPECT_EQ(of_spy[0].Price(), 167);
  EXPECT_EQ(of_spy[1].Price(), 168);
  EXPECT_EQ(slice_.TicksAt(0, 1)[0].Price(), 182);
  EXPECT_TRUE(slice_.TicksAt(4, 1).empty());
}

}  // namespace
}  // namespace regimen
