// Expected values: LEAN's own unit tests (Tests/Common/Statistics), by spec V6, and spec 5.1.
#include "framework/statistics/return_statistics.hpp"

#include <cmath>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "tests/support/exam.hpp"

namespace regimen::statistics {
namespace {

const std::vector<double> kReturns{-0.009025132, 0.003653969, 0.0, 0.0};
const std::vector<double> kBenchmark{-0.011587791300935783, 0.00054375782787618543,
                                     0.022165997700413956, 0.006263266301918822};

struct Annual {
  int days;
  const char* variance;
  const char* deviation;
  const char* sharpe;
  const char* tracking_error;
  const char* probabilistic_sharpe;
};

TEST(ReturnStatisticsTest, AgreesWithLeansVectors) {
  const Annual cases[] = {{202, "0.00589787137120101", "0.0767976000354244", "-3.0952570635188",
                           "0.167632655086644", "0.252197874915608"},
                          {252, "0.00735774052248839", "0.0857772727620108", "-3.3486737318423",
                           "0.187233350684845", "0.257146306116665"},
                          {365, "0.0106570448043979", "0.103232963748978", "-3.75507953923657",
                           "0.225335372429895", "0.264390639112978"}};
  for (const Annual& each : cases) {
    const Decimal variance = SafeDecimalCast(AnnualVariance(kReturns, each.days));
    EXPECT_EQ(variance.ToString(), each.variance);
    const Decimal deviation = std::sqrt(variance.ToDouble());
    EXPECT_EQ(deviation.ToString(), each.deviation);
    const Decimal performance = SafeDecimalCast(AnnualPerformance(kReturns, each.days));
    EXPECT_EQ(SharpeRatio(performance, deviation, 0).ToString(), each.sharpe);
    EXPECT_EQ(SafeDecimalCast(TrackingError(kReturns, kBenchmark, each.days)).ToString(),
              each.tracking_error);
    const double benchmark = 1 / std::sqrt(each.days);
    EXPECT_EQ(SafeDecimalCast(ProbabilisticSharpeRatio(kReturns, benchmark)).ToString(),
              each.probabilistic_sharpe);
  }
}

TEST(ReturnStatisticsTest, ComparesSharpeRatiosByProbability) {
  const std::vector<double> good{0.01, 0.02, 0.01, 0, 0, 3};
  const std::vector<double> bad{0, 0, 0, -0.1, 0, 0.01, 0};
  EXPECT_NEAR(ProbabilisticSharpeRatio(good, ObservedSharpeRatio(good)), 0.5, 1e-3);
  EXPECT_NEAR(ProbabilisticSharpeRatio(good, ObservedSharpeRatio(bad)), 1, 1e-3);
  EXPECT_NEAR(ProbabilisticSharpeRatio(bad, ObservedSharpeRatio(good)), 0, 1e-3);
  EXPECT_EQ(ProbabilisticSharpeRatio(std::vector<double>{0, 0, 0}, 0), 0);
}

TEST(ReturnStatisticsTest, UsesNegativeReturnsAloneForTheDownside) {
  const std::vector<double> returns{0.5, -0.01, 0.7, -0.03};
  EXPECT_DOUBLE_EQ(AnnualDownsideStandardDeviation(returns, 100), std::sqrt(0.0002 * 100));
  EXPECT_EQ(AnnualDownsideStandardDeviation(std::vector<double>{0.5, -0.01}, 100), 0);
}

TEST(ReturnStatisticsTest, HasNoTrackingErrorBetweenListsOfDifferentLengths) {
  EXPECT_EQ(TrackingError(kReturns, std::vector<double>{0.1}, 252), 0);
}

TEST(ReturnStatisticsTest, CompoundsOverYears) {
  EXPECT_EQ(CompoundingAnnualPerformance(100, 121, 2), 0.1_m);
  EXPECT_EQ(CompoundingAnnualPerformance(100, 121, 0), 0);
  EXPECT_EQ(CompoundingAnnualPerformance(0, 121, 2), 0);
  EXPECT_EQ(CompoundingAnnualPerformance(100, -121, 2), 0);
}

TEST(ReturnStatisticsTest, SaturatesAndRefusesWhatIsNoNumber) {
  EXPECT_EQ(SafeDecimalCast(1e300), Decimal::MaxValue());
  EXPECT_EQ(SafeDecimalCast(-1e300), Decimal::MinValue());
  EXPECT_THROW(SafeDecimalCast(std::numeric_limits<double>::quiet_NaN()), ArgumentError);
  EXPECT_THROW(SafeDecimalCast(std::numeric_limits<double>::infinity()), ArgumentError);
}

// LEAN's reference file: daily returns of SPY and the value at risk over the last 252 of them.
TEST(ReturnStatisticsTest, GivesTheValueAtRiskOfLeansReferenceFile) {
  if (!tests::ExamDir()) GTEST_SKIP() << "needs REGIMEN_EXAM_DIR";
  std::ifstream file(*tests::ExamDir() / "indicator-data" / "spy_valueatrisk.csv");
  ASSERT_TRUE(file.is_open());
  std::string line;
  std::getline(file, line);
  const auto header = line;
  ASSERT_NE(header.find("returns"), std::string::npos) << header;
  std::vector<std::string> names;
  const auto split = [](const std::string& text) {
    std::vector<std::string> fields(1);
    for (const char c : text) {
      if (c == ',') {
        fields.emplace_back();
      } else if (c != '\r') {
        fields.back() += c;
      }
    }
    return fields;
  };
  names = split(header);
  const auto column = [&](const char* name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == name) return i;
    }
    throw std::runtime_error(name);
  };
  std::vector<double> returns;
  int compared = 0;
  std::getline(file, line);  // the first row has no return
  while (std::getline(file, line)) {
    const auto fields = split(line);
    returns.push_back(std::stod(fields[column("returns")]));
    const std::string& expected99 = fields[column("VaR_99")];
    if (expected99.empty() || returns.size() % 50 != 0) continue;
    ++compared;
    EXPECT_EQ(ValueAtRisk(returns, 252, 0.99), Math::Round(Decimal(std::stod(expected99)), 3));
    EXPECT_EQ(ValueAtRisk(returns, 252, 0.95),
              Math::Round(Decimal(std::stod(fields[column("VaR_95")])), 3));
  }
  EXPECT_GT(compared, 50);
}

}  // namespace
}  // namespace regimen::statistics
