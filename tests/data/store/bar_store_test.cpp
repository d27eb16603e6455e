#include "data/store/bar_store.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <boost/asio/thread_pool.hpp>
#include <gtest/gtest.h>

#include "data/lean/bar_decoder.hpp"
#include "data/lean/zip_writer.hpp"
#include "framework/core/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::store {
namespace {

using lean::PriceFile;
using lean::PriceSeries;
using lean::QuoteBarColumns;
using lean::TradeBarColumns;
using regimen::tests::TempFolder;

constexpr int kDays = 20;
const std::vector<std::string> kTickers = {"AAA", "BBB", "CCC"};

DateTime Day(int day) { return DateTime(2020, 1, 1).AddDays(day); }

PriceSeries Series(const std::string& ticker, Resolution resolution, TickType tick_type) {
  return {SecurityType::Equity, "usa", ticker, resolution, tick_type};
}

PriceFile Minute(const std::string& ticker, int day, TickType tick_type = TickType::Trade) {
  return FileOf(Series(ticker, Resolution::Minute, tick_type), Day(day));
}

PriceFile Daily(const std::string& ticker) {
  return FileOf(Series(ticker, Resolution::Daily, TickType::Trade), Day(0));
}

// Rows that differ by ticker and day, so that no file can be taken for another.
std::string Rows(std::size_t ticker, int day, TickType tick_type) {
  std::string text;
  for (int row = 0; row < 50; ++row) {
    const std::string price =
        std::to_string(1'000'000 * (ticker + 1) + static_cast<std::size_t>(1000 * day + row));
    const std::string side = price + "," + price + "," + price + "," + price + ",100";
    text += std::to_string(34'200'000 + row * 60'000) + "," + side;
    text += tick_type == TickType::Quote ? "," + side + "\n" : "\n";
  }
  return text;
}

class BarStoreTest : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    if (GetParam() > 0) pool_.emplace(static_cast<std::size_t>(GetParam()));
    for (std::size_t ticker = 0; ticker < kTickers.size(); ++ticker) {
      for (int day = 0; day < kDays; ++day) {
        if (day % 7 == 5) continue;  // a date without file
        for (const TickType tick_type : {TickType::Trade, TickType::Quote}) {
          Pack(Minute(kTickers[ticker], day, tick_type), Rows(ticker, day, tick_type));
        }
      }
      Pack(Daily(kTickers[ticker]), "20200102 00:00,1,2,1,2," + std::to_string(ticker));
    }
  }
  void TearDown() override {
    if (pool_) pool_->join();
  }

  void Pack(const PriceFile& file, const std::string& text) {
    writer_.Write(folder_.Path() / file.path, file.entry, text);
  }
  BarStore Store() { return BarStore(lean::DataFolder(folder_.Path()), Pool()); }
  boost::asio::thread_pool* Pool() { return pool_ ? &*pool_ : nullptr; }

  TempFolder folder_;
  std::optional<boost::asio::thread_pool> pool_;
  lean::ZipWriter writer_{1};
};

INSTANTIATE_TEST_SUITE_P(Threads, BarStoreTest, ::testing::Values(0, 1, 2, 16));

TEST_P(BarStoreTest, GivesEachFileItsOwnRows) {
  BarStore store = Store();
  for (int day = 0; day < kDays; ++day) {
    for (const auto& ticker : kTickers) {
      store.Prefetch(Minute(ticker, day + 1));
      store.Prefetch(Minute(ticker, day + 1, TickType::Quote));
    }
    for (std::size_t ticker = 0; ticker < kTickers.size(); ++ticker) {
      const auto trades = store.Get<TradeBarColumns>(Minute(kTickers[ticker], day));
      const auto quotes =
          store.Get<QuoteBarColumns>(Minute(kTickers[ticker], day, TickType::Quote));
      ASSERT_EQ(trades == nullptr, day % 7 == 5);
      ASSERT_EQ(quotes == nullptr, day % 7 == 5);
      if (trades == nullptr) continue;
      ASSERT_EQ(trades->Size(), 50U);
      const auto price = static_cast<std::int64_t>(1'000'000 * (ticker + 1)) + 1000 * day + 49;
      EXPECT_EQ(trades->Close().Coefficients()[49], price);
      EXPECT_EQ(quotes->Ask().Close().Coefficients()[49], price);
      EXPECT_EQ(trades->Times()[0], Day(day) + TimeSpan(9, 30, 0));
    }
  }
}

TEST_P(BarStoreTest, CountsWhatIsMissingInOneWayWhateverTheThreads) {
  BarStore store = Store();
  for (int day = 0; day < kDays; ++day) {
    store.Prefetch(Minute("CCC", day + 1));
    store.Prefetch(Minute("AAA", day + 1));
    store.Get<TradeBarColumns>(Minute("CCC", day));
    store.Get<TradeBarColumns>(Minute("AAA", day));
    store.Get<TradeBarColumns>(Minute("AAA", day));
  }
  store.Get<TradeBarColumns>(Daily("NONE"));
  const DataRequests requests = store.Requests();
  EXPECT_EQ(requests.Total(), 61U);
  EXPECT_EQ(requests.Failed(), 10U);  // days 5, 12 and 19 of CCC, twice those of AAA, and NONE
  const auto missing = requests.Missing();
  ASSERT_EQ(missing.size(), 3U);
  EXPECT_EQ(missing[0].series, "equity/usa/daily/none.zip");
  EXPECT_EQ(missing[0].count, 1U);
  EXPECT_EQ(missing[1].series, "equity/usa/minute/aaa/*_trade.zip");
  EXPECT_EQ(missing[1].count, 3U);
  EXPECT_EQ(missing[1].first, "equity/usa/minute/aaa/20200106_trade.zip");
  EXPECT_EQ(missing[1].last, "equity/usa/minute/aaa/20200120_trade.zip");
  EXPECT_EQ(missing[2].series, "equity/usa/minute/ccc/*_trade.zip");
}

TEST_P(BarStoreTest, TheErrorReachesWhoAsks) {
  Pack(Minute("AAA", 3), "34200000,1,1,1,1,1\n34200000,1,text,1,1,1\n");
  folder_.Write(Minute("AAA", 4).path, "no zip file");
  BarStore store = Store();
  store.Prefetch(Minute("AAA", 3));
  store.Prefetch(Minute("AAA", 4));
  for (int repeat = 0; repeat < 2; ++repeat) {
    try {
      store.Get<TradeBarColumns>(Minute("AAA", 3));
      ADD_FAILURE() << "expected an error";
    } catch (const DataError& error) {
      EXPECT_TRUE(error.File().ends_with("20200104_trade.zip")) << error.File();
      EXPECT_EQ(error.Line(), 2U);
    }
    EXPECT_THROW(store.Get<TradeBarColumns>(Minute("AAA", 4)), DataError);
  }
  EXPECT_NE(store.Get<TradeBarColumns>(Minute("AAA", 2)), nullptr);
}

TEST_P(BarStoreTest, KeepsHistoriesAndDropsDates) {
  BarStore store = Store();
  const std::weak_ptr<const TradeBarColumns> daily = store.Get<TradeBarColumns>(Daily("BBB"));
  EXPECT_FALSE(daily.expired());
  EXPECT_EQ(store.Get<TradeBarColumns>(Daily("BBB")), daily.lock());

  auto minute = store.Get<TradeBarColumns>(Minute("BBB", 1));
  EXPECT_EQ(store.Get<TradeBarColumns>(Minute("BBB", 1)), minute);
  const std::weak_ptr<const TradeBarColumns> watched = minute;
  minute = nullptr;
  EXPECT_TRUE(watched.expired());
  EXPECT_NE(store.Get<TradeBarColumns>(Minute("BBB", 1)), nullptr);
}

TEST_P(BarStoreTest, ThreadsThatAskAtOnceShareTheColumns) {
  BarStore store = Store();
  std::vector<std::shared_ptr<const TradeBarColumns>> got(8);
  std::vector<std::thread> threads;
  for (auto& columns : got) {
    threads.emplace_back([&] {
      store.Prefetch(Minute("AAA", 1));
      columns = store.Get<TradeBarColumns>(Minute("AAA", 1));
      for (int day = 6; day < 12; ++day) store.Get<TradeBarColumns>(Minute("BBB", day));
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& columns : got) {
    ASSERT_NE(columns, nullptr);
    EXPECT_EQ(columns->Close().Coefficients()[0], 1'001'000);
  }
  EXPECT_EQ(store.Requests().Total(), 8U * 7);
}

TEST_P(BarStoreTest, TheStoreMayGoBeforeThePoolIsDone) {
  for (int repeat = 0; repeat < 20; ++repeat) {
    BarStore store = Store();
    for (int day = 0; day < kDays; ++day) store.Prefetch(Minute("AAA", day));
  }
}

TEST_P(BarStoreTest, OwnBarsReplaceAllFilesOfTheirSecurity) {
  const lean::RowFormat format{lean::RowTime::DateAndMinute, {}, 2};
  const std::string daily = "20200102 00:00,100,120,90,110,7\n";
  BarStore store = Store();
  store.AddOwn(Series("aaa", Resolution::Daily, TickType::Trade),
               lean::DecodeTradeBars(daily, format, "own.csv"));
  store.Prefetch(Daily("AAA"));
  ASSERT_NE(store.Get<TradeBarColumns>(Daily("AAA")), nullptr);
  EXPECT_EQ(store.Get<TradeBarColumns>(Daily("AAA"))->Close()[0].ToString(), "1.10");
  EXPECT_EQ(store.Get<TradeBarColumns>(Minute("AAA", 1)), nullptr);
  EXPECT_EQ(store.Get<QuoteBarColumns>(Minute("AAA", 1, TickType::Quote)), nullptr);
  EXPECT_NE(store.Get<TradeBarColumns>(Minute("BBB", 1)), nullptr);
}

TEST_P(BarStoreTest, OwnMinuteBarsAreCutIntoDates) {
  const lean::RowFormat format{lean::RowTime::DateAndMinute, {}, 0};
  const std::string minutes =
      "20200102 09:30,1,2,1,2,7\n20200102 15:59,1,2,1,2.5,8\n20200106 09:30,3,3,3,3,9\n";
  BarStore store = Store();
  store.AddOwn(Series("OWN", Resolution::Minute, TickType::Trade),
               lean::DecodeTradeBars(minutes, format, "own.csv"));
  const auto first = store.Get<TradeBarColumns>(Minute("OWN", 1));
  ASSERT_NE(first, nullptr);
  ASSERT_EQ(first->Size(), 2U);
  EXPECT_EQ(first->Times()[1], DateTime(2020, 1, 2, 15, 59, 0));
  EXPECT_EQ(first->Close()[0].ToString(), "2");
  EXPECT_EQ(first->Close()[1].ToString(), "2.5");
  EXPECT_EQ(store.Get<TradeBarColumns>(Minute("OWN", 2)), nullptr);
  ASSERT_NE(store.Get<TradeBarColumns>(Minute("OWN", 5)), nullptr);
  EXPECT_EQ(store.Get<TradeBarColumns>(Minute("OWN", 5))->Volume()[0].ToString(), "9");
}

TEST(FileCacheTest, DoesNotGrowWithTheNumberOfDates) {
  FileCache<TradeBarColumns> cache;
  int loads = 0;
  for (int day = 0; day < 10'000; ++day) {
    const auto columns = cache.Get("day" + std::to_string(day), false, [&] {
      ++loads;
      return std::make_shared<const TradeBarColumns>(lean::DecodeTradeBars("", {}, "x"));
    });
    ASSERT_NE(columns, nullptr);
  }
  EXPECT_EQ(loads, 10'000);
  EXPECT_LE(cache.Size(), 1024U);
}

TEST(FileCacheTest, AnnouncesAFileOnce) {
  FileCache<TradeBarColumns> cache;
  const FileCache<TradeBarColumns>::Load load = [] {
    return std::make_shared<const TradeBarColumns>(lean::DecodeTradeBars("", {}, "x"));
  };
  const auto loading = cache.Announce("a", load);
  ASSERT_NE(loading, nullptr);
  EXPECT_EQ(cache.Announce("a", load), nullptr);
  loading->Run();
  const auto columns = cache.Get("a", false, load);
  EXPECT_EQ(cache.Announce("a", load), nullptr);
  EXPECT_EQ(cache.Get("a", false, load), columns);
}

}  // namespace
}  // namespace regimen::store
