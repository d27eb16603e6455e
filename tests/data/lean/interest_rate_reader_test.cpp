#include "data/lean/interest_rate_reader.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::lean {
namespace {

TEST(InterestRateReaderTest, CarriesRatesForward) {
  const tests::TempFolder folder;
  const InterestRateProvider rates = ReadInterestRates(
      folder.Write("r.csv", "DATE,PCREDIT8\n2003-01-09,2.25\n\n2003-06-26,2.00").string());
  EXPECT_EQ(rates.GetInterestRate(DateTime(1990, 1, 1)).ToString(), "0.0225");
  EXPECT_EQ(rates.GetInterestRate(DateTime(2003, 6, 25, 23, 0, 0)).ToString(), "0.0225");
  EXPECT_EQ(rates.GetInterestRate(DateTime(2003, 6, 26)).ToString(), "0.02");
  EXPECT_EQ(rates.GetInterestRate(DateTime(2040, 1, 1)).ToString(), "0.02");
}

TEST(InterestRateReaderTest, IsOnePercentWithoutAFile) {
  EXPECT_EQ(ReadInterestRates("/nowhere/r.csv").GetInterestRate(DateTime(2013, 1, 1)).ToString(),
            "0.01");
}

TEST(InterestRateReaderTest, NamesTheLineOfAMalformedRow) {
  const tests::TempFolder folder;
  for (const char* row : {"2003-01-09", "20030109,2.25", "2003-01-09,high", ",", "2003-01-32,1"}) {
    const auto path = folder.Write("r.csv", "DATE,PCREDIT8\n2003-01-08,1\n" + std::string(row));
    try {
      ReadInterestRates(path.string());
      FAIL() << row;
    } catch (const DataError& error) {
      EXPECT_EQ(error.Line(), 3U) << error.what();
    }
  }
}

// The spec of statistics gives the rate of both periods (V1: 2013, V3: 1998 to 2005).
TEST(InterestRateReaderTest, KnowsLeansRates) {
  const auto folder = tests::LeanDataDir();
  if (!folder) GTEST_SKIP() << "LEAN's data are not here (REGIMEN_LEAN_DATA)";
  const InterestRateProvider rates = ReadInterestRates((*folder / kInterestRateFile).string());
  EXPECT_EQ(rates.GetRiskFreeRate(DateTime(2013, 10, 7), DateTime(2013, 10, 11)), 0.0075);
  EXPECT_EQ(rates.GetInterestRate(DateTime(2023, 7, 27)).ToString(), "0.055");
  EXPECT_EQ(rates.GetAverageRiskFreeRate({}), 0);
  const std::vector<DateTime> times = {DateTime(2003, 1, 9), DateTime(2003, 6, 26),
                                       DateTime(2003, 6, 26)};
  EXPECT_EQ(rates.GetAverageRiskFreeRate(times).ToString(), "0.0208333333333333333333333333");
}

}  // namespace
}  // namespace regimen::lean
