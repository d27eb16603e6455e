#include "data/lean/factor_file.hpp"

#include <string>

#include <gtest/gtest.h>

#include "data/lean/factor_file_provider.hpp"
#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::lean {
namespace {

using regimen::tests::TempFolder;

// Rows of LEAN's spy.csv around the sample of the specification (lean-data-and-loop.md 1.2).
FactorFile Spy() {
  return FactorFile::Parse(
      "19980102,0.6566606,1,1\n"
      "20130919,0.8604238,1,172.81\n"
      "20131219,0.8646266,1,181.5\n"
      "20501231,1,1,0\n",
      "spy.csv");
}

TEST(FactorFileTest, ARowAppliesUpToItsDate) {
  const FactorFile spy = Spy();
  EXPECT_EQ(spy.PriceScaleFactor(DateTime(2013, 10, 7)).ToString(), "0.8646266");
  EXPECT_EQ(spy.PriceScaleFactor(DateTime(2013, 9, 19, 16, 0, 0)).ToString(), "0.8604238");
  EXPECT_EQ(spy.PriceScaleFactor(DateTime(2013, 9, 20)).ToString(), "0.8646266");
  EXPECT_EQ(spy.PriceScaleFactor(DateTime(1990, 1, 1)).ToString(), "0.6566606");
  EXPECT_EQ(spy.PriceScaleFactor(DateTime(2051, 1, 1)).ToString(), "1");
}

TEST(FactorFileTest, ScalesTheSampleBarToItsDigits) {
  const Decimal factor = Spy().PriceScaleFactor(DateTime(2013, 10, 7));
  EXPECT_EQ((Decimal::FromScaled(1674300, 4) * factor).ToString(), "144.76443163800");
  EXPECT_EQ((Decimal::FromScaled(1674400, 4) * factor).ToString(), "144.77307790400");
}

TEST(FactorFileTest, AnnouncesTheDividendOnItsRowsDateOnly) {
  const FactorFile spy = Spy();
  const auto dividend = spy.DividendAfter(DateTime(2013, 9, 19));
  ASSERT_TRUE(dividend.has_value());
  const Decimal reference = dividend->reference_price;
  EXPECT_EQ(reference.ToString(), "172.81");
  EXPECT_EQ(Math::Round(reference - reference * dividend->ratio, 2).ToString(), "0.84");
  EXPECT_FALSE(spy.DividendAfter(DateTime(2013, 9, 20)).has_value());
  EXPECT_FALSE(spy.DividendAfter(DateTime(2050, 12, 31)).has_value());
  EXPECT_FALSE(spy.SplitAfter(DateTime(2013, 9, 19)).has_value());
}

// AAPL, 2014: the factor is the files' quotient, not 1/7.
TEST(FactorFileTest, AnnouncesTheSplitWithTheFilesQuotient) {
  const FactorFile aapl = FactorFile::Parse(
      "20140605,0.9,0.0357143,1\n20140606,0.9,0.0357143,645.57\n20200828,0.97,0.25,499.23\n",
      "aapl.csv");
  const auto split = aapl.SplitAfter(DateTime(2014, 6, 6));
  ASSERT_TRUE(split.has_value());
  EXPECT_EQ(split->ratio.ToString(), "0.1428572");
  EXPECT_EQ(split->reference_price.ToString(), "645.57");
  EXPECT_EQ(aapl.SplitFactor(DateTime(2014, 6, 9)).ToString(), "0.25");
}

TEST(FactorFileTest, FindsRowsByTheirDate) {
  const FactorFile spy = Spy();
  const FactorRow* row = spy.RowOn(DateTime(2013, 9, 19));
  ASSERT_NE(row, nullptr);
  ASSERT_NE(spy.NextRow(*row), nullptr);
  EXPECT_EQ(spy.NextRow(*row)->date, DateTime(2013, 12, 19));
  EXPECT_EQ(spy.NextRow(*spy.RowOn(DateTime(2050, 12, 31))), nullptr);
  EXPECT_EQ(spy.RowOn(DateTime(2013, 9, 18)), nullptr);
}

TEST(FactorFileTest, DataBeginOneDayBeforeTheFirstRow) {
  EXPECT_EQ(Spy().MinimumDate(), DateTime(1998, 1, 1));
  EXPECT_EQ(FactorFile().MinimumDate(), std::nullopt);
}

TEST(FactorFileTest, LeavesOutRowsWithoutUsableFactors) {
  const FactorFile file = FactorFile::Parse(
      "20100101,inf,1,0\n20110101,1.5625e+6,1,0\n20120101,0,1,0\n20130101,1,-1,0\r\n\r\n"
      "20140101,1e-05,2\n20501231,1,1,0",
      "x.csv");
  ASSERT_EQ(file.Rows().size(), 2U);
  EXPECT_EQ(file.Rows()[0].date, DateTime(2014, 1, 1));
  EXPECT_EQ(file.Rows()[0].price_scale_factor, Decimal::Parse("0.00002"));
  EXPECT_EQ(file.MinimumDate(), DateTime(2013, 12, 31));
}

TEST(FactorFileTest, SortsRowsAndKeepsTheFirstOfADate) {
  const FactorFile file =
      FactorFile::Parse("20140101,0.5,1\n20130101,0.4,1\n20140101,0.6,1\n", "x.csv");
  ASSERT_EQ(file.Rows().size(), 2U);
  EXPECT_EQ(file.Rows()[0].date, DateTime(2013, 1, 1));
  EXPECT_EQ(file.Rows()[1].price_factor.ToString(), "0.5");
}

TEST(FactorFileTest, WithoutRowsNothingIsScaled) {
  const FactorFile none;
  EXPECT_EQ(none.PriceScaleFactor(DateTime(2013, 10, 7)), Decimal(1));
  EXPECT_EQ(none.RowFor(DateTime(2013, 10, 7)), nullptr);
  EXPECT_FALSE(none.DividendAfter(DateTime(2013, 10, 7)).has_value());
}

TEST(FactorFileTest, BadRowsAreNamedByLine) {
  for (const std::string bad : {"20140101,1", "2014-01-01,1,1", "20140101,x,1", "20140101,1,",
                                "20140101,1,1,y", "20140132,1,1"}) {
    try {
      FactorFile::Parse("20130101,1,1\n" + bad + "\n", "x.csv");
      ADD_FAILURE() << "expected an error: " << bad;
    } catch (const DataError& error) {
      EXPECT_EQ(error.File(), "x.csv");
      EXPECT_EQ(error.Line(), 2U) << error.what();
    }
  }
}

TEST(FactorFileProviderTest, ReadsFilesOnceAndInTheOrderOfTheRoots) {
  const TempFolder own;
  const TempFolder other;
  own.Write("equity/usa/factor_files/spy.csv", "20130101,0.5,1\n");
  other.Write("equity/usa/factor_files/spy.csv", "20130101,0.7,1\n");
  other.Write("equity/usa/factor_files/ibm.csv", "20130101,0.9,1\n");
  const FactorFileProvider provider(DataFolder(std::vector{own.Path(), other.Path()}), "USA");
  const DateTime date(2012, 6, 1);
  EXPECT_EQ(provider.Get("SPY").PriceScaleFactor(date).ToString(), "0.5");
  EXPECT_EQ(provider.Get("ibm").PriceScaleFactor(date).ToString(), "0.9");
  EXPECT_EQ(&provider.Get("spy"), &provider.Get("SPY"));
  EXPECT_TRUE(provider.Get("NONE").Rows().empty());
}

TEST(FactorFileProviderTest, ReadsAllOfLeansFiles) {
  const auto data = regimen::tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is absent (REGIMEN_LEAN_DATA)";
  const FactorFileProvider provider{DataFolder(*data)};
  for (const auto& entry : std::filesystem::directory_iterator(*data / "equity/usa/factor_files")) {
    EXPECT_FALSE(provider.Get(entry.path().stem().string()).Rows().empty()) << entry.path();
  }
  EXPECT_EQ(provider.Get("spy").PriceScaleFactor(DateTime(2013, 10, 7)).ToString(), "0.8646266");
  EXPECT_EQ(provider.Get("aapl").SplitAfter(DateTime(2014, 6, 6))->ratio.ToString(), "0.1428572");
}

}  // namespace
}  // namespace regimen::lean
