// A strategy on tick files that the test writes, from the files to its callbacks.
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "data/lean/price_file.hpp"
#include "data/lean/zip_writer.hpp"
#include "framework/algorithm.hpp"
#include "framework/core/error.hpp"
#include "framework/engine/backtest.hpp"
#include "framework/plugin/algorithm_registry.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

// SPY's ticks of two days, with a benchmark that needs no file.
class TickStrategy : public QCAlgorithm {
 public:
  using OnSlice = std::function<void(TickStrategy&, const Slice&)>;
  explicit TickStrategy(const OnSlice& on_slice) : on_slice_(&on_slice) {}

  void Initialize() override {
    SetStartDate(2015, 1, 5);
    SetEndDate(2015, 1, 6);
    SetCash(100'000);
    SetBenchmark([](DateTime) { return Decimal(); });
    AddEquity("SPY", Resolution::Tick);
  }
  void OnData(const Slice& slice) override { (*on_slice_)(*this, slice); }

 private:
  const OnSlice* on_slice_;
};

class TickBacktestTest : public ::testing::Test {
 protected:
  TickBacktestTest() {
    config_.algorithm_type_name = config_.algorithm_id = "Ticks";
    config_.data_folders = {folder_.Path() / "data", tests::SourceDir() / "data" / "bundled"};
    config_.results_folder = folder_.Path() / "results";
    std::filesystem::create_directories(config_.results_folder);
    std::filesystem::create_directories(config_.data_folders.front());
    config_.object_store_root = folder_.Path() / "storage";
    config_.today = DateTime(2024, 12, 31);
    config_.threads = 2;
    registry_.AddFactory("Ticks", [this] { return std::make_unique<TickStrategy>(on_slice_); });
  }

  void Write(int day, TickType tick_type, const std::string& rows) {
    const lean::PriceFile file = lean::FileOf(
        {SecurityType::Equity, "usa", "spy", Resolution::Tick, tick_type}, DateTime(2015, 1, day));
    lean::ZipWriter().Write(config_.data_folders.front() / file.path, file.entry, rows);
  }
  BacktestOutcome Run() { return RunBacktest(config_, registry_, cancel_); }

  tests::TempFolder folder_;
  EngineConfig config_;
  AlgorithmRegistry registry_;
  std::atomic<bool> cancel_ = false;
  TickStrategy::OnSlice on_slice_ = [](TickStrategy&, const Slice&) {};
};

TEST_F(TickBacktestTest, ShowsTheTicksOfEachInstantOnce) {
  Write(5, TickType::Trade, "34200000,2000000,100,P,1,0\n34200500,2010000,200,P,1,0\n");
  Write(5, TickType::Quote, "34200000,1990000,1,0,0,P,1,0\n34200000,0,0,2020000,1,P,1,0\n");
  Write(6, TickType::Trade, "34200000,2020000,100,P,1,0\n57600000,9990000,100,P,1,0\n");
  std::vector<std::string> seen;
  on_slice_ = [&](TickStrategy& self, const Slice& slice) {
    std::string text = slice.Time().ToString("dd HH:mm:ss.fff");
    for (const Tick& tick : slice.Ticks()["SPY"]) {
      text += tick.TickType() == TickType::Trade ? " T" : " Q";
    }
    seen.push_back(text);
    EXPECT_FALSE(self.Securities["SPY"].Price().IsZero());
  };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::Completed);
  EXPECT_EQ(seen, (std::vector<std::string>{"05 09:30:00.000 T Q Q", "05 09:30:00.500 T",
                                            "06 09:30:00.000 T"}));
  EXPECT_EQ(outcome.data_points, 6);  // five ticks of the sessions, and the universe
}

TEST_F(TickBacktestTest, ShowsASuspiciousTickThatMovesNothing) {
  Write(5, TickType::Trade, "34200000,2000000,100,P,1,0\n34200500,10000,200,P,1,1\n");
  Write(6, TickType::Trade, "34200000,2000000,100,P,1,0\n");
  std::vector<Decimal> prices;
  int suspicious = 0;
  on_slice_ = [&](TickStrategy& self, const Slice& slice) {
    suspicious += slice.Get<Tick>("SPY")->Suspicious() ? 1 : 0;
    prices.push_back(self.Securities["SPY"].Price());
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_EQ(suspicious, 1);
  ASSERT_EQ(prices.size(), 3U);
  EXPECT_EQ(prices[0], prices[1]);
}

TEST_F(TickBacktestTest, FeedsAnIndicatorEveryTradeButNoSuspiciousOne) {
  Write(5, TickType::Trade,
        "34200000,2000000,1,P,1,0\n34200000,2000000,1,P,1,0\n34200001,1,1,P,1,1\n");
  Write(5, TickType::Quote, "34200000,1990000,1,0,0,P,1,0\n");
  Write(6, TickType::Trade, "34200000,2000000,100,P,1,0\n");
  long samples = 0;
  const IndicatorBase* average = nullptr;
  on_slice_ = [&](TickStrategy& self, const Slice&) {
    if (average == nullptr) average = &self.EMA("SPY", 2);
    samples = average->Samples();
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_EQ(samples, 1);  // made after the first slice; the suspicious tick does not count
}

TEST_F(TickBacktestTest, NamesTheTickFileThatCannotBeRead) {
  Write(5, TickType::Trade, "34200000,2000000,100,P,1,0\n");
  Write(6, TickType::Trade, "34200000,2000000,100,P,1,0\n34200001,high,100,P,1,0\n");
  try {
    Run();
    FAIL() << "no error";
  } catch (const DataError& error) {
    EXPECT_NE(error.File().find("equity/usa/tick/spy/20150106_trade.zip"), std::string::npos);
    EXPECT_EQ(error.Line(), 2U);
    EXPECT_NE(std::string(error.what()).find("column 2 holds 'high'"), std::string::npos);
  }
}

}  // namespace
}  // namespace regimen
