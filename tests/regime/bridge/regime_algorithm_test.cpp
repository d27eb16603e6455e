#include "regime/bridge/regime_algorithm.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"
#include "regime/bridge/bar_time.hpp"
#include "tests/support/strategy_run.hpp"

namespace regimen {
namespace {

using tests::StrategyRun;

struct Change {
  Regime before;
  Regime now;
  std::string ticker;
  bool operator==(const Change&) const = default;
};

// What a test does in the handlers, and what it saw.
struct Script {
  std::function<void(HiddenRegimeAlgorithm&)> initialize = [](HiddenRegimeAlgorithm&) {};
  std::function<void(HiddenRegimeAlgorithm&, const Slice&)> on_data = [](HiddenRegimeAlgorithm&,
                                                                         const Slice&) {};
  std::vector<Change> changes;
};

class Follower : public HiddenRegimeAlgorithm {
 public:
  explicit Follower(Script& script) : script_(&script) {}
  void Initialize() override {
    SetStartDate(2015, 1, 1);
    SetEndDate(2017, 12, 31);
    AddEquity("SPY", Resolution::Daily);
    AddEquity("TLT", Resolution::Daily);
    script_->initialize(*this);
  }
  void OnData(const Slice& slice) override { script_->on_data(*this, slice); }
  void OnRegimeChange(Regime old_regime, Regime new_regime, double confidence,
                      const std::string& ticker) override {
    EXPECT_GT(confidence, 0);
    script_->changes.push_back({old_regime, new_regime, ticker});
  }

 private:
  Script* script_;
};

class RegimeAlgorithmTest : public ::testing::Test {
 protected:
  void Run() {
    const BacktestOutcome outcome = run_.Run<Follower>(script_);
    ASSERT_EQ(outcome.status, AlgorithmStatus::Completed) << outcome.error;
  }
  // The message of a run that Initialize fails.
  std::string ErrorOf(std::function<void(HiddenRegimeAlgorithm&)> initialize) {
    script_.initialize = std::move(initialize);
    return run_.Run<Follower>(script_).error;
  }

  StrategyRun run_;
  Script script_;
};

PriceBar Taken(const TradeBar& bar) {
  return {.time = ToBarTime(bar.EndTime()),
          .open = bar.Open().ToDouble(),
          .high = bar.High().ToDouble(),
          .low = bar.Low().ToDouble(),
          .close = bar.Close().ToDouble(),
          .volume = bar.Volume().ToDouble()};
}

TEST_F(RegimeAlgorithmTest, KnowsExactlyTheBarsThatTheStrategyHasSeen) {
  script_.initialize = [](HiddenRegimeAlgorithm& self) { self.InitializeRegimeDetection("SPY"); };
  std::vector<PriceBar> bars;
  std::vector<RegimeSnapshot> snapshots;
  script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice& slice) {
    const TradeBar* bar = slice.Get<TradeBar>(self.SymbolOf("SPY"));
    if (bar == nullptr) return;
    bars.push_back(Taken(*bar));
    snapshots.push_back(self.UpdateRegime("SPY"));
    EXPECT_LE(ToDateTime(snapshots.back().time), self.Time());
  };
  Run();
  ASSERT_GT(snapshots.size(), 700U);
  RegimeDetector alone{DetectorOptions()};
  for (std::size_t i = 0; i < bars.size(); ++i) {
    alone.Update(bars[i]);
    ASSERT_EQ(alone.Snapshot(), snapshots[i]) << i;
  }
}

TEST_F(RegimeAlgorithmTest, IsNotReadyBeforeTheWindowIsFull) {
  script_.initialize = [](HiddenRegimeAlgorithm& self) {
    self.InitializeRegimeDetection("SPY", {.lookback_days = 100});
  };
  int bars = 0;
  script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice& slice) {
    if (slice.Get<TradeBar>(self.SymbolOf("SPY")) == nullptr) return;
    ++bars;
    self.UpdateRegime();
    EXPECT_EQ(self.RegimeIsReady("SPY"), bars > 100) << bars;
    EXPECT_EQ(self.RegimeIsReady(), bars > 100) << bars;
    if (bars <= 100) {
      EXPECT_EQ(self.GetCurrentRegime("SPY"), Regime::Unknown);
      EXPECT_EQ(self.GetRegimeAllocation("SPY"), 0);
    }
  };
  Run();
  EXPECT_GT(bars, 700);
}

TEST_F(RegimeAlgorithmTest, OneTickersRegimeNeverLeaksIntoAnother) {
  script_.initialize = [](HiddenRegimeAlgorithm& self) {
    self.InitializeRegimeDetection("SPY", {.lookback_days = 100});
    self.InitializeRegimeDetection("TLT", {.lookback_days = 150});
  };
  std::map<std::string, std::vector<Regime>> regimes;
  script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice&) {
    for (const std::string ticker : {"SPY", "TLT"}) {
      regimes[ticker].push_back(self.UpdateRegime(ticker).regime);
    }
  };
  Run();
  for (const auto& [ticker, series] : regimes) {
    // Each change of a ticker's own regime is told, once, and nothing else.
    std::vector<Change> expected;
    Regime known = Regime::Unknown;
    for (const Regime regime : series) {
      if (regime == Regime::Unknown || regime == known) continue;
      if (known != Regime::Unknown) expected.push_back({known, regime, ticker});
      known = regime;
    }
    std::vector<Change> told;
    std::ranges::copy_if(script_.changes, std::back_inserter(told),
                         [&](const Change& change) { return change.ticker == ticker; });
    EXPECT_FALSE(expected.empty()) << ticker;
    EXPECT_EQ(told, expected) << ticker;
  }
}

TEST_F(RegimeAlgorithmTest, CatchesUpOnBarsWhenItIsAskedSeldom) {
  std::vector<RegimeSnapshot> always;
  std::vector<RegimeSnapshot> seldom;
  script_.initialize = [](HiddenRegimeAlgorithm& self) { self.InitializeRegimeDetection("SPY"); };
  script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice&) {
    always.push_back(self.UpdateRegime("SPY"));
  };
  Run();
  const std::vector<Change> changes = std::exchange(script_.changes, {});
  int bars = 0;
  script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice&) {
    if (++bars % 50 == 0) seldom.push_back(self.UpdateRegime("SPY"));
  };
  Run();
  ASSERT_GT(seldom.size(), 10U);
  for (std::size_t i = 0; i < seldom.size(); ++i) EXPECT_EQ(seldom[i], always[50 * (i + 1) - 1]);
  // All but those of the last days, which were never asked for.
  ASSERT_FALSE(script_.changes.empty());
  ASSERT_LE(script_.changes.size(), changes.size());
  EXPECT_TRUE(std::equal(script_.changes.begin(), script_.changes.end(), changes.begin()));
}

TEST_F(RegimeAlgorithmTest, TakesBarsByHandOnce) {
  script_.initialize = [](HiddenRegimeAlgorithm& self) {
    self.InitializeRegimeDetection("SPY");
    self.InitializeRegimeDetection("TLT", {.automatic_feeding = false});
  };
  std::size_t bars = 0;
  script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice& slice) {
    for (const std::string ticker : {"SPY", "TLT"}) {
      const TradeBar* bar = slice.Get<TradeBar>(self.SymbolOf(ticker));
      if (bar == nullptr) continue;
      bars += ticker == "TLT" ? 1U : 0U;
      self.OnTradeBar(ticker, *bar);
      self.OnTradeBar(ticker, *bar);
    }
    self.UpdateRegime();
    EXPECT_EQ(self.RegimeHistory("SPY").Entries().size(), bars);
    EXPECT_EQ(self.RegimeHistory("TLT").Entries().size(), bars);
  };
  Run();
  EXPECT_GT(bars, 700U);
}

TEST_F(RegimeAlgorithmTest, AConfidenceBelowTheMinimumNeverMovesTheAllocation) {
  struct Day {
    RegimeSnapshot snapshot;
    std::map<LowConfidence, Decimal> allocation;
  };
  std::vector<Day> days;
  for (const LowConfidence gate :
       {LowConfidence::Hold, LowConfidence::Scale, LowConfidence::Cash}) {
    script_.initialize = [gate](HiddenRegimeAlgorithm& self) {
      self.InitializeRegimeDetection(
          "SPY", {.lookback_days = 100, .min_confidence = 0.9, .low_confidence = gate});
    };
    std::size_t day = 0;
    script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice&) {
      if (days.size() == day) days.push_back({self.UpdateRegime("SPY"), {}});
      self.UpdateRegime("SPY");
      days[day++].allocation[gate] = self.GetRegimeAllocation("SPY");
    };
    Run();
  }
  const std::map<Regime, double> weights = {{Regime::Bull, 1},
                                            {Regime::Euphoric, 1},
                                            {Regime::Sideways, 0.5},
                                            {Regime::Bear, 0},
                                            {Regime::Crisis, 0}};
  int unsure = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const RegimeSnapshot& s = days[i].snapshot;
    if (!s.IsReady()) continue;
    const double weight = weights.at(s.regime);
    const auto& now = days[i].allocation;
    if (s.confidence >= 0.9) {
      for (const auto& [gate, allocation] : now) EXPECT_EQ(allocation, Decimal(weight));
      continue;
    }
    ++unsure;
    EXPECT_EQ(now.at(LowConfidence::Hold), days[i - 1].allocation.at(LowConfidence::Hold));
    EXPECT_NEAR(now.at(LowConfidence::Scale).ToDouble(), weight * s.confidence / 0.9, 1e-12);
    EXPECT_EQ(now.at(LowConfidence::Cash), 0);
  }
  EXPECT_GT(unsure, 20);
}

TEST_F(RegimeAlgorithmTest, IsNotReadyWhenItFollowsNothing) {
  int calls = 0;
  script_.on_data = [&](HiddenRegimeAlgorithm& self, const Slice&) {
    ++calls;
    EXPECT_FALSE(self.RegimeIsReady());
  };
  Run();
  EXPECT_GT(calls, 0);
}

// A caching policy that breaks its law.
struct Forgetful {
  template <class Request, class Compute>
  auto Answer(std::span<const Request> requests, Compute compute) {
    return compute(requests.first(0));
  }
};

class Forgotten : public RegimeAlgorithm<Forgetful> {
 public:
  void Initialize() override {
    SetStartDate(2015, 1, 1);
    SetEndDate(2016, 12, 31);
    AddEquity("SPY", Resolution::Daily);
    InitializeRegimeDetection("SPY");
  }
  void OnData(const Slice& /*slice*/) override { UpdateRegime("SPY"); }
};

TEST_F(RegimeAlgorithmTest, NamesAPolicyThatLosesResults) {
  const BacktestOutcome outcome = run_.Run<Forgotten>();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_NE(outcome.error.find("0 results for 1 requests"), std::string::npos) << outcome.error;
}

TEST_F(RegimeAlgorithmTest, NamesWhatIsWrongWithACall) {
  EXPECT_NE(ErrorOf([](HiddenRegimeAlgorithm& self) {
              self.InitializeRegimeDetection("QQQ");
            }).find("AddEquity(\"QQQ\") first"),
            std::string::npos);
  EXPECT_NE(ErrorOf([](HiddenRegimeAlgorithm& self) {
              self.InitializeRegimeDetection("SPY");
              self.InitializeRegimeDetection("spy");
            }).find("followed already"),
            std::string::npos);
  EXPECT_NE(ErrorOf([](HiddenRegimeAlgorithm& self) {
              self.InitializeRegimeDetection("SPY");
              self.UpdateRegime("TLT");
            }).find("was called for SPY"),
            std::string::npos);
  EXPECT_NE(ErrorOf([](HiddenRegimeAlgorithm& self) {
              self.AddEquity("QQQ", Resolution::Hour);
              self.InitializeRegimeDetection("QQQ");
            }).find("detector.bars_per_year"),
            std::string::npos);
  EXPECT_NE(ErrorOf([](HiddenRegimeAlgorithm& self) {
              self.InitializeRegimeDetection("SPY", {.min_confidence = 1.5});
            }).find("min_confidence"),
            std::string::npos);
  EXPECT_NE(ErrorOf([](HiddenRegimeAlgorithm& self) {
              self.InitializeRegimeDetection("SPY", {.lookback_days = 3});
            }).find("window"),
            std::string::npos);
}

TEST(RegimeAllocationsTest, NoRegimeIsEverWithoutAnAnswer) {
  const RegimeAllocations weights = {
      {Regime::Bull, 1.5}, {Regime::Bear, Decimal(-0.3)}, {Regime::Sideways, 0}};
  EXPECT_EQ(weights.For(Regime::Euphoric), Decimal(1.5));
  EXPECT_EQ(weights.For(Regime::Crisis), Decimal(-0.3));
  EXPECT_EQ(weights.For(Regime::Unknown), std::nullopt);
  const RegimeAllocations own = {{Regime::Bull, 1},
                                 {Regime::Bear, 0},
                                 {Regime::Sideways, 0},
                                 {Regime::Euphoric, 0.2},
                                 {Regime::Unknown, 0}};
  EXPECT_EQ(own.For(Regime::Euphoric), Decimal(0.2));
  EXPECT_EQ(own.For(Regime::Unknown), Decimal(0));
}

TEST(RegimeAllocationsTest, RefusesAMapWithAHoleOrATwin) {
  EXPECT_THROW((RegimeAllocations{{Regime::Bull, 1}, {Regime::Bear, 0}}), ArgumentError);
  EXPECT_THROW((RegimeAllocations{
                   {Regime::Bull, 1}, {Regime::Bull, 0}, {Regime::Bear, 0}, {Regime::Sideways, 0}}),
               ArgumentError);
}

TEST(BarTimeTest, IsTheSameMinuteOnBothClocks) {
  const DateTime close(2024, 11, 29, 13, 0, 0);
  EXPECT_EQ(ToDateTime(ToBarTime(close)), close);
  EXPECT_EQ(ToBarTime(close), BarTime(std::chrono::local_days(std::chrono::year(2024) / 11 / 29)) +
                                  std::chrono::hours(13));
}

}  // namespace
}  // namespace regimen
