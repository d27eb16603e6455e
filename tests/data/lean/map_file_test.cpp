#include "data/lean/map_file.hpp"

#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "data/lean/map_file_provider.hpp"
#include "framework/core/error.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::lean {
namespace {

using regimen::tests::TempFolder;

const DateTime kToday(2026, 8, 21);

MapFile Waste() {
  return MapFile::Parse("19980102,uw,N\n19980716,uw,N\n20090804,wmi,N\n20501231,wm,N\n", "wm",
                        "wm.csv");
}

TEST(MapFileTest, ATickerIsValidUpToItsDate) {
  const MapFile file = Waste();
  EXPECT_EQ(file.MappedTicker(DateTime(1998, 7, 16)), "UW");
  EXPECT_EQ(file.MappedTicker(DateTime(1998, 7, 16, 9, 31, 0)), "UW");
  EXPECT_EQ(file.MappedTicker(DateTime(1998, 7, 17)), "WMI");
  EXPECT_EQ(file.MappedTicker(DateTime(2009, 8, 5)), "WM");
  EXPECT_EQ(file.MappedTicker(DateTime(1990, 1, 1)), "UW");
  EXPECT_EQ(file.MappedTicker(DateTime(2051, 1, 1), "X"), "X");
}

TEST(MapFileTest, KnowsItsEnds) {
  const MapFile file = Waste();
  EXPECT_EQ(file.Permtick(), "WM");
  EXPECT_EQ(file.FirstTicker(), "UW");
  EXPECT_EQ(file.FirstDate(), DateTime(1998, 1, 2));
  EXPECT_EQ(file.DelistingDate(), DateTime(2050, 12, 31));
  EXPECT_EQ(file.PrimaryExchange(), "N");
  EXPECT_TRUE(file.HasData(DateTime(1998, 1, 2)));
  EXPECT_FALSE(file.HasData(DateTime(1998, 1, 1)));
  EXPECT_TRUE(file.HasData(DateTime(2050, 12, 31, 12, 0, 0)));
  EXPECT_FALSE(file.HasData(DateTime(2051, 1, 1)));
}

TEST(MapFileTest, TheFirstTickerLosesItsNumber) {
  EXPECT_EQ(MapFile::Parse("20020522,aaa.1\n", "x", "x.csv").FirstTicker(), "AAA");
  EXPECT_EQ(MapFile::Parse("20020522,tap.a\n", "x", "x.csv").FirstTicker(), "TAP.A");
  EXPECT_EQ(MapFile::Parse("20020522,a.1b2\n", "x", "x.csv").FirstTicker(), "A.1B2");
  EXPECT_EQ(MapFile::Parse("20020522,.1\n", "x", "x.csv").FirstTicker(), ".1");
  EXPECT_EQ(MapFile("vxx.12").FirstTicker(), "VXX");
}

TEST(MapFileTest, WithoutRowsEveryDateHasData) {
  const MapFile none("xyz");
  EXPECT_TRUE(none.IsEmpty());
  EXPECT_EQ(none.MappedTicker(DateTime(2013, 10, 7), "XYZ"), "XYZ");
  EXPECT_TRUE(none.HasData(DateTime(1800, 1, 1)));
  EXPECT_EQ(none.FirstDate(), DateTime(1899, 12, 30));
  EXPECT_EQ(none.PrimaryExchange(), "");
}

TEST(MapFileTest, BadRowsAreNamedByLine) {
  for (const std::string bad : {"20140101", "2014,x", "20140101,", "20130101,other", "20140101,a b",
                                "14980102,x", "22000101,x"}) {
    try {
      MapFile::Parse("20130101,one\n" + bad + "\n", "x", "x.csv");
      ADD_FAILURE() << "expected an error: " << bad;
    } catch (const DataError& error) {
      EXPECT_EQ(error.Line(), 2U) << error.what();
    }
  }
  EXPECT_EQ(MapFile::Parse("20130101,one\n20130101,ONE\n", "x", "x.csv").Rows().size(), 1U);
}

// Identifiers as LEAN prints them for its own map files (specification 1.4 and LEAN's suite).
TEST(MapFileProviderTest, ResolvesLeansTickers) {
  const auto data = regimen::tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is absent (REGIMEN_LEAN_DATA)";
  const MapFileProvider provider{DataFolder(*data)};
  const auto today = [&](const std::string& ticker) {
    return provider.Identify(ticker, kToday).ToString();
  };
  EXPECT_EQ(today("SPY"), "SPY R735QTJ8XC9X");
  EXPECT_EQ(today("aapl"), "AAPL R735QTJ8XC9X");
  EXPECT_EQ(today("BAC"), "NB R735QTJ8XC9X");
  EXPECT_EQ(today("GOOG"), "GOOCV VP83T1ZUHROL");
  EXPECT_EQ(today("GOOGL"), "GOOG T1AZ164W5VTX");
  EXPECT_EQ(today("WM").substr(0, 3), "UW ");
  EXPECT_EQ(today("FOXA"), "NWSA T3MO1488O0H1");
  EXPECT_EQ(today("XYZ"), "XYZ 2T");
  EXPECT_EQ(provider.Identify("GOOG", DateTime(2013, 10, 7)).ToString(), "GOOG T1AZ164W5VTX");
  EXPECT_EQ(provider.Resolve("AAA.1", kToday).Permtick(), "AAA.1");
  EXPECT_EQ(provider.Resolve("AAA", DateTime(2005, 1, 1)).Permtick(), "AAA.1");
  EXPECT_EQ(provider.Resolve("AAA", kToday).Permtick(), "AAA");
  EXPECT_EQ(provider.Resolve("TWX", DateTime(2000, 1, 1)).Permtick(), "TWX.1");
  EXPECT_TRUE(provider.UnreadableFiles().empty());
}

TEST(MapFileProviderTest, FindsTheFileBehindAnIdentifier) {
  const auto data = regimen::tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is absent (REGIMEN_LEAN_DATA)";
  const MapFileProvider provider{DataFolder(*data)};
  for (const std::string ticker : {"SPY", "GOOG", "GOOGL", "BAC", "WM", "AAA.1", "VXX.1", "FB"}) {
    const MapFile& file = provider.Resolve(ticker, kToday);
    EXPECT_EQ(&provider.Resolve(provider.Identify(ticker, kToday)), &file) << ticker;
  }
}

TEST(MapFileProviderTest, AnEquityThatBeginsLaterHasNoFile) {
  const TempFolder folder;
  folder.Write("equity/usa/map_files/fb.csv", "20120518,fb\n20501231,fb\n");
  const MapFileProvider provider{DataFolder(folder.Path())};
  EXPECT_TRUE(provider.Resolve("FB", DateTime(2010, 1, 1)).IsEmpty());
  EXPECT_FALSE(provider.Resolve("FB", DateTime(2012, 5, 18)).IsEmpty());
  EXPECT_FALSE(provider.Resolve("FB", SecurityIdentifier::DefaultDate()).IsEmpty());
}

TEST(MapFileProviderTest, TheFirstRootWithAFileCounts) {
  const TempFolder own;
  const TempFolder other;
  own.Write("equity/usa/map_files/spy.csv", "20000103,spy\n20501231,spy\n");
  other.Write("equity/usa/map_files/spy.csv", "19980102,spy\n20501231,spy\n");
  other.Write("equity/usa/map_files/ibm.csv", "19980102,ibm\n20501231,ibm\n");
  const MapFileProvider provider{DataFolder(std::vector{own.Path(), other.Path()})};
  EXPECT_EQ(provider.Resolve("SPY", kToday).FirstDate(), DateTime(2000, 1, 3));
  EXPECT_EQ(provider.Resolve("IBM", kToday).FirstDate(), DateTime(1998, 1, 2));
}

TEST(MapFileProviderTest, ABadFileIsAnErrorForItsTickerOnly) {
  const TempFolder folder;
  folder.Write("equity/usa/map_files/spy.csv", "19980102,spy\n20501231,spy\n");
  folder.Write("equity/usa/map_files/bad.csv", "no date,bad\n");
  folder.Write("equity/usa/map_files/worse.1.csv", "19980102\n");
  folder.Write("equity/usa/map_files/readme.txt", "not a map file");
  const MapFileProvider provider{DataFolder(folder.Path())};
  EXPECT_EQ(provider.Resolve("SPY", kToday).Permtick(), "SPY");
  EXPECT_THROW(provider.Resolve("BAD", kToday), DataError);
  EXPECT_THROW(provider.Resolve("WORSE", kToday), DataError);
  EXPECT_NO_THROW(provider.Resolve("WOR", kToday));
  EXPECT_EQ(provider.UnreadableFiles().size(), 2U);
}

TEST(MapFileProviderTest, AMissingFolderHasNoFiles) {
  const MapFileProvider provider{DataFolder("/nonexistent")};
  EXPECT_EQ(provider.Identify("SPY", kToday).ToString(), "SPY 2T");
}

TEST(MapFileProviderTest, ThreadsShareOneReading) {
  const TempFolder folder;
  folder.Write("equity/usa/map_files/spy.csv", "19980102,spy\n20501231,spy\n");
  const MapFileProvider provider{DataFolder(folder.Path())};
  std::vector<const MapFile*> found(8);
  std::vector<std::thread> threads;
  for (auto& file : found) {
    threads.emplace_back([&] {
      file = &provider.Resolve("spy", kToday);
      provider.Resolve("none", kToday);
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto* file : found) EXPECT_EQ(file, found.front());
}

}  // namespace
}  // namespace regimen::lean
