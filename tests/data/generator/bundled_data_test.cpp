// data/bundled is what the generator makes, and what strategies need to be tried on.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <libdeflate.h>

#include "data/generator/generator.hpp"
#include "data/generator/market_model.hpp"
#include "tests/data/generator/generated_folder.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

using generator::MarketRegime;
using tests::GeneratedFolder;

std::filesystem::path BundledDir() { return tests::SourceDir() / "data" / "bundled"; }

// Relative path to content; of zip files the unpacked content, for other versions of the packing
// library pack the same content into other bytes.
std::map<std::string, std::string> Contents(const std::filesystem::path& folder, bool unpack) {
  std::map<std::string, std::string> contents;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::string& content = contents[std::filesystem::relative(entry.path(), folder)];
    if (unpack && entry.path().extension() == ".zip") {
      content = lean::ZipReader::ForThisThread().ReadFirstEntry(entry.path().string()).value();
    } else {
      content = tests::ReadText(entry.path());
    }
  }
  return contents;
}

void ExpectSame(const std::map<std::string, std::string>& expected,
                const std::map<std::string, std::string>& actual) {
  for (const auto& [name, content] : expected) {
    ASSERT_TRUE(actual.contains(name)) << name << " is missing";
    EXPECT_TRUE(actual.at(name) == content) << name << " differs";
  }
  EXPECT_EQ(expected.size(), actual.size());
}

TEST(BundledDataTest, IsWhatTheGeneratorMakes) {
  const tests::TempFolder temp;
  Generate(BundledOptions(), temp.Path());
  ExpectSame(Contents(temp.Path(), true), Contents(BundledDir(), true));
  if (std::string(LIBDEFLATE_VERSION_STRING) == "1.14") {  // the one that packed the files
    ExpectSame(Contents(temp.Path(), false), Contents(BundledDir(), false));
  }
}

TEST(BundledDataTest, IsSmallInGit) {
  std::size_t bytes = 0;
  for (const auto& [name, content] : Contents(BundledDir(), false)) bytes += content.size();
  EXPECT_LT(bytes, 4'000'000U);
}

TEST(BundledDataTest, SpyHasLeansIdentifier) {
  // R735QTJ8XC9X stands for the first date 1998-01-02.
  EXPECT_EQ(GeneratedFolder(BundledDir()).Map("spy").FirstDate(), DateTime(1998, 1, 2));
}

TEST(BundledDataTest, BenchmarksHaveHoursForEveryDay) {
  const GeneratedFolder folder(BundledDir());
  for (const char* ticker : {"spy", "qqq"}) {
    const auto hours = folder.Trades(ticker, Resolution::Hour);
    const auto days = folder.Trades(ticker, Resolution::Daily);
    std::size_t hour = 0;
    for (std::size_t day = 0; day < days.Size(); ++day) {
      ASSERT_EQ(hours.Times()[hour].Date(), days.Times()[day]);
      EXPECT_EQ(hours.Open()[hour], days.Open()[day]);
      const DateTime next = days.Times()[day].AddDays(1);
      hour = hours.Times().FirstRowFrom(next);
      EXPECT_EQ(hours.Close()[hour - 1], days.Close()[day]);
    }
    EXPECT_EQ(hour, hours.Size());
  }
}

// The years on which most templates run hold a long crisis, a bear market and a recovery to a new
// high; all regimes occur often enough to be learnt.
TEST(BundledDataTest, HoldsACrisisAndARecovery) {
  const auto days = generator::TradingDays(BundledOptions().start, BundledOptions().end);
  const auto market = generator::SimulateMarket(BundledOptions().seed, days.size());
  std::map<MarketRegime, int> count;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (days[i].date >= std::chrono::year(2020) / 1 / 1 &&
        days[i].date < std::chrono::year(2024) / 1 / 1) {
      ++count[market[i].regime];
    }
  }
  EXPECT_GE(count[MarketRegime::Crisis], 20);
  EXPECT_GE(count[MarketRegime::Bear], 60);
  EXPECT_GE(count[MarketRegime::Sideways], 60);
  EXPECT_GE(count[MarketRegime::Bull], 250);

  const auto spy = GeneratedFolder(BundledDir()).Trades("spy", Resolution::Daily);
  double peak = 0.0;
  double drawdown = 0.0;
  for (std::size_t i = spy.Times().FirstRowFrom(DateTime(2020, 1, 1)); i < spy.Size(); ++i) {
    const double close = spy.Close()[i].ToDouble();
    peak = std::max(peak, close);
    drawdown = std::max(drawdown, 1.0 - close / peak);
  }
  EXPECT_GT(drawdown, 0.2);
  EXPECT_LT(drawdown, 0.5);
  EXPECT_GT(spy.Close()[spy.Size() - 1].ToDouble(), 0.9 * peak);
}

TEST(BundledDataTest, HoldsASplitAndARenaming) {
  const GeneratedFolder folder(BundledDir());
  std::size_t splits = 0;
  const lean::FactorFile apple = folder.Factors("aapl");
  for (const lean::FactorRow& row : apple.Rows()) splits += apple.SplitAfter(row.date) ? 1U : 0U;
  EXPECT_EQ(splits, 2U);
  EXPECT_EQ(folder.Map("meta").MappedTicker(DateTime(2022, 6, 8)), "FB");
}

}  // namespace
}  // namespace regimen
