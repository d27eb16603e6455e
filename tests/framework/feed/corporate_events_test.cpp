#include "framework/feed/corporate_events.hpp"

#include <string>

#include <gtest/gtest.h>

namespace regimen {
namespace {

// Rows of LEAN's own files; the expected events are those that LEAN told its strategies (loop
// traces T02, T09, T11 and T12).
class CorporateEventsTest : public ::testing::Test {
 protected:
  static Symbol SymbolNamed(const std::string& ticker) {
    return {SecurityIdentifier::GenerateEquity(DateTime(1998, 1, 2), ticker, "usa"), ticker};
  }
  static lean::FactorFile Factors(const std::string& rows) {
    return lean::FactorFile::Parse(rows, "factors.csv");
  }

  std::deque<CorporateEvent> events_;
  const lean::FactorFile no_factors_;
  const lean::MapFile no_map_{"x"};
};

TEST_F(CorporateEventsTest, WarnsOfASplitOnItsRowAndTellsItOnTheNextTradableDate) {
  const auto factors =
      Factors("20140606,0.9011818,0.0357143,645.57\n20140806,0.9011818,0.25,94.97\n");
  CorporateEvents aapl(SymbolNamed("AAPL"), factors, no_map_);
  aapl.OnNewTradableDate(DateTime(2014, 6, 6), Decimal::Parse("646.97"), events_);
  ASSERT_EQ(events_.size(), 1U);
  const auto& warning = std::get<Split>(events_[0]);
  EXPECT_EQ(warning.Type(), SplitType::Warning);
  EXPECT_EQ(warning.EndTime(), DateTime(2014, 6, 6));
  EXPECT_EQ(warning.SplitFactor().ToString(), "0.1428572");
  EXPECT_EQ(warning.ReferencePrice(), Decimal::Parse("646.97"));

  aapl.OnNewTradableDate(DateTime(2014, 6, 9), Decimal::Parse("645.57"), events_);
  ASSERT_EQ(events_.size(), 2U);
  const auto& split = std::get<Split>(events_[1]);
  EXPECT_EQ(split.Type(), SplitType::SplitOccurred);
  EXPECT_EQ(split.EndTime(), DateTime(2014, 6, 9));
  EXPECT_EQ(split.SplitFactor().ToString(), "0.1428572");
  EXPECT_EQ(split.ReferencePrice(), Decimal::Parse("645.57"));
}

TEST_F(CorporateEventsTest, PaysADividendOnTheDateAfterItsRow) {
  const auto factors = Factors("20130919,0.8604238,1,172.81\n20131219,0.8646266,1,181.5\n");
  CorporateEvents spy(SymbolNamed("SPY"), factors, no_map_);
  spy.OnNewTradableDate(DateTime(2013, 9, 19), 0, events_);
  EXPECT_TRUE(events_.empty());
  spy.OnNewTradableDate(DateTime(2013, 9, 20), 0, events_);
  ASSERT_EQ(events_.size(), 1U);
  const auto& dividend = std::get<Dividend>(events_[0]);
  EXPECT_EQ(dividend.EndTime(), DateTime(2013, 9, 20));
  EXPECT_EQ(dividend.Distribution(), Decimal::Parse("0.84"));
  EXPECT_EQ(dividend.ReferencePrice(), Decimal::Parse("172.81"));
}

TEST_F(CorporateEventsTest, SaysNothingOfWhatLiesBeforeTheFirstDate) {
  const auto factors = Factors("20130919,0.8604238,1,172.81\n20131219,0.8646266,1,181.5\n");
  CorporateEvents spy(SymbolNamed("SPY"), factors, no_map_);
  spy.OnNewTradableDate(DateTime(2013, 9, 20), 0, events_);
  EXPECT_TRUE(events_.empty());
}

TEST_F(CorporateEventsTest, TellsARenameOnTheFirstDateOfTheNewTicker) {
  const auto map = lean::MapFile::Parse("20041112,nwsa,Q\n20130628,nwsa,Q\n20190318,foxa,Q\n",
                                        "tfcfa", "tfcfa.csv");
  CorporateEvents foxa(SymbolNamed("FOXA"), no_factors_, map);
  foxa.OnNewTradableDate(DateTime(2013, 6, 28), 0, events_);
  EXPECT_TRUE(events_.empty());
  EXPECT_EQ(foxa.MappedTicker(), "nwsa");
  foxa.OnNewTradableDate(DateTime(2013, 7, 1), 0, events_);
  ASSERT_EQ(events_.size(), 1U);
  const auto& change = std::get<SymbolChangedEvent>(events_[0]);
  EXPECT_EQ(change.EndTime(), DateTime(2013, 7, 1));
  EXPECT_EQ(change.OldSymbol(), "NWSA");
  EXPECT_EQ(change.NewSymbol(), "FOXA");
  EXPECT_EQ(change.GetSymbol().Value(), "FOXA");
  EXPECT_EQ(foxa.MappedTicker(), "foxa");
}

TEST_F(CorporateEventsTest, DelistsAtTheMidnightAfterTheLastDay) {
  const auto map = lean::MapFile::Parse("20020522,aaa,N\n20070518,aaa,N\n", "aaa.1", "aaa.1.csv");
  CorporateEvents aaa(SymbolNamed("AAA"), no_factors_, map);
  aaa.OnNewTradableDate(DateTime(2007, 5, 17), Decimal::Parse("26.5"), events_);
  EXPECT_TRUE(events_.empty());
  aaa.OnNewTradableDate(DateTime(2007, 5, 18), Decimal::Parse("26.35"), events_);
  ASSERT_EQ(events_.size(), 1U);
  EXPECT_EQ(std::get<Delisting>(events_[0]).Type(), DelistingType::Warning);
  EXPECT_EQ(std::get<Delisting>(events_[0]).Price(), Decimal::Parse("26.35"));
  EXPECT_FALSE(aaa.IsOver(DateTime(2007, 5, 18)));

  aaa.OnNewTradableDate(DateTime(2007, 5, 21), 26, events_);
  aaa.OnNewTradableDate(DateTime(2007, 5, 22), 26, events_);
  ASSERT_EQ(events_.size(), 2U);
  const auto& delisted = std::get<Delisting>(events_[1]);
  EXPECT_EQ(delisted.Type(), DelistingType::Delisted);
  EXPECT_EQ(delisted.EndTime(), DateTime(2007, 5, 19));
  EXPECT_TRUE(aaa.IsOver(DateTime(2007, 5, 21)));
}

}  // namespace
}  // namespace regimen
