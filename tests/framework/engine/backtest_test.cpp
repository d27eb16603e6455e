// Whole strategies on the bundled data: what the engine does besides LEAN's figures, which
// tests/parity compares.
#include "framework/engine/backtest.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "framework/algorithm.hpp"
#include "framework/core/error.hpp"
#include "framework/core/json_value.hpp"
#include "framework/core/utf8.hpp"
#include "framework/plugin/algorithm_registry.hpp"
#include "tests/support/strategy_run.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen {
namespace {

using ::testing::Test;

// A month of daily bars; what a test needs besides is handed in.
class Scripted : public QCAlgorithm {
 public:
  struct Script {
    std::function<void(QCAlgorithm&)> initialize = [](QCAlgorithm&) {};
    std::function<void(QCAlgorithm&, const Slice&)> on_data = [](QCAlgorithm&, const Slice&) {};
    std::function<void(QCAlgorithm&)> on_end = [](QCAlgorithm&) {};
  };
  explicit Scripted(const Script& script) : script_(&script) {}

  void Initialize() override {
    SetStartDate(2015, 1, 1);
    SetEndDate(2015, 1, 31);
    SetCash(100'000);
    AddEquity("SPY", Resolution::Daily);
    script_->initialize(*this);
  }
  void OnData(const Slice& slice) override { script_->on_data(*this, slice); }
  void OnEndOfAlgorithm() override { script_->on_end(*this); }

 private:
  const Script* script_;
};

// Notes the order in which its handlers are called on one day.
class CallOrder : public QCAlgorithm {
 public:
  explicit CallOrder(std::vector<std::string>& calls) : calls_(&calls) {}

  void Initialize() override {
    SetStartDate(2015, 1, 5);
    SetEndDate(2015, 1, 5);
    AddEquity("SPY", Resolution::Daily);
    calls_->push_back("Initialize");
  }
  void PostInitialize() override { calls_->push_back("PostInitialize"); }
  void OnWarmupFinished() override { calls_->push_back("OnWarmupFinished"); }
  void OnSecuritiesChanged(const SecurityChanges& changes) override {
    calls_->push_back("OnSecuritiesChanged +" + std::to_string(changes.AddedSecurities().size()));
  }
  void OnData(const Slice& slice) override {
    calls_->push_back("OnData " + slice.Time().ToString("HH:mm"));
  }
  void OnEndOfDay(const Symbol& symbol) override {
    calls_->push_back("OnEndOfDay " + symbol.Value() + " " + Time().ToString("HH:mm"));
  }
  void OnEndOfDay() override { calls_->push_back("OnEndOfDay " + Time().ToString("HH:mm")); }
  void OnEndOfAlgorithm() override { calls_->push_back("OnEndOfAlgorithm"); }

 private:
  std::vector<std::string>* calls_;
};

class BacktestTest : public Test {
 protected:
  BacktestTest() {
    config_.algorithm_type_name = config_.algorithm_id = "Scripted";
    registry_.AddFactory("Scripted", [this] { return std::make_unique<Scripted>(script_); });
  }

  BacktestOutcome Run() { return RunBacktest(config_, registry_, cancel_); }
  bool Wrote(const std::string& file) const {
    return std::filesystem::exists(config_.results_folder / file);
  }
  std::string Content(const std::string& file) const {
    std::ifstream stream(config_.results_folder / file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  }

  tests::TempFolder folder_;
  tests::StrategyRun run_;
  EngineConfig& config_ = run_.Config();
  AlgorithmRegistry registry_;
  std::atomic<bool> cancel_ = false;
  const std::string& messages_ = run_.Messages();
  Scripted::Script script_;
};

TEST_F(BacktestTest, CallsTheHandlersInLeansOrder) {
  std::vector<std::string> calls;
  registry_.AddFactory("CallOrder", [&] {
    auto algorithm = std::make_unique<CallOrder>(calls);
    algorithm->SetTraits(TraitsOf<CallOrder>());
    return algorithm;
  });
  config_.algorithm_type_name = "CallOrder";
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  // The last slice is that of the close: nothing comes at 23:58 of the last day, as in LEAN.
  EXPECT_EQ(calls, (std::vector<std::string>{"Initialize", "PostInitialize", "OnWarmupFinished",
                                             "OnSecuritiesChanged +1", "OnEndOfDay SPY 15:50",
                                             "OnData 16:00", "OnEndOfAlgorithm"}));
}

TEST_F(BacktestTest, NamesTimeAndStageOfAnException) {
  int bars = 0;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    if (++bars == 1) self.MarketOnOpenOrder("SPY", 1);
    if (bars == 3) throw std::runtime_error("three is too many");
  };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_EQ(outcome.error, "at 2015-01-06 16:00:00 in OnData: three is too many");
  EXPECT_TRUE(Wrote("Scripted.json"));
  EXPECT_TRUE(Wrote("Scripted-order-events.json"));
}

TEST_F(BacktestTest, SurvivesAnExceptionOfNoKnownType) {
  script_.on_data = [](QCAlgorithm&, const Slice&) { throw 42; };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_NE(outcome.error.find("in OnData"), std::string::npos) << outcome.error;
}

TEST_F(BacktestTest, NamesInitializeWhenItThrows) {
  script_.initialize = [](QCAlgorithm&) { throw std::runtime_error("not today"); };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_EQ(outcome.error, "in Initialize: not today");
}

TEST_F(BacktestTest, RefusesAStartAfterTheEnd) {
  script_.initialize = [](QCAlgorithm& self) { self.SetStartDate(2016, 1, 1); };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_NE(outcome.error.find("2016-01-01"), std::string::npos) << outcome.error;
}

TEST_F(BacktestTest, SaysWhoSetADateThatCannotBe) {
  config_.start = DateTime(2018, 3, 1);
  EXPECT_NE(Run().error.find("2018-03-01 (--start) and ends on 2015-01-31 (the strategy's "
                             "SetEndDate)"),
            std::string::npos);
  config_.start.reset();
  config_.end = DateTime(2014, 6, 1);
  EXPECT_NE(Run().error.find("2015-01-01 (the strategy's SetStartDate) and ends on 2014-06-01 "
                             "(--end)"),
            std::string::npos);
  config_.end = DateTime(2030, 1, 1);
  config_.start = DateTime(2029, 1, 1);
  config_.today = DateTime(2020, 1, 2);
  const std::string error = Run().error;
  EXPECT_NE(error.find("ends on 2020-01-01 (the last day that is over, yesterday)"),
            std::string::npos)
      << error;
}

TEST_F(BacktestTest, RefusesNegativeCash) {
  script_.initialize = [](QCAlgorithm& self) { self.SetCash(-1); };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_NE(outcome.error.find("-1"), std::string::npos) << outcome.error;
}

TEST_F(BacktestTest, RefusesSettersAfterInitialize) {
  script_.on_data = [](QCAlgorithm& self, const Slice&) { self.SetCash(5); };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_NE(outcome.error.find("SetCash"), std::string::npos) << outcome.error;
}

TEST_F(BacktestTest, SaysWhichDatesThereAreWhenNoRowComes) {
  script_.initialize = [](QCAlgorithm& self) {
    self.SetStartDate(1999, 1, 4);
    self.SetEndDate(1999, 1, 29);
  };
  try {
    Run();
    FAIL() << "a run without data ended well";
  } catch (const NoDataError& error) {
    EXPECT_NE(std::string(error.what()).find("SPY"), std::string::npos) << error.what();
    EXPECT_NE(std::string(error.what()).find("2005-01-03 to "), std::string::npos) << error.what();
  }
}

TEST_F(BacktestTest, SaysThatAMapFileEndsBeforeTheRun) {
  folder_.Write("data/equity/usa/map_files/spy.csv", "20050103,spy\n20101231,spy\n");
  config_.data_folders.insert(config_.data_folders.begin(), folder_.Path() / "data");
  try {
    Run();
    FAIL() << "no error";
  } catch (const NoDataError& error) {
    EXPECT_NE(std::string(error.what())
                  .find("its map file lists it from 2005-01-03 to 2010-12-31 "
                        "only"),
              std::string::npos)
        << error.what();
  }
}

constexpr const char* kOldBars =
    "date,open,high,low,close,volume\n2014-03-03,1,1,1,1,5\n2014-03-04,1,1,1,1,5\n";

TEST_F(BacktestTest, NamesTheCsvFileAndItsDatesWhenNoRowComes) {
  config_.csv_inputs = {{"spy", folder_.Write("old.csv", kOldBars)}};
  try {
    Run();
    FAIL() << "no error";
  } catch (const NoDataError& error) {
    const std::string text = error.what();
    EXPECT_NE(text.find("old.csv holds daily bars from 2014-03-03 to 2014-03-04"),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find("daily/spy.zip"), std::string::npos) << text;
  }
}

TEST_F(BacktestTest, NamesTheResolutionOfACsvFileThatIsAskedForAnother) {
  const auto file = folder_.Write(
      "new.csv",
      "date,open,high,low,close,volume\n2015-01-05 09:30,1,1,1,1,5\n2015-01-05 09:31,1,1,1,1,5\n");
  config_.csv_inputs = {{"SPY", file}};
  script_.initialize = [](QCAlgorithm& self) { self.AddEquity("QQQ", Resolution::Daily); };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_NE(messages_.find("holds minute bars from 2015-01-05 to 2015-01-05, but the strategy asks "
                           "for daily bars; add SPY with Resolution::Minute"),
            std::string::npos)
      << messages_;
}

TEST_F(BacktestTest, WarnsOfACsvFileThatTheStrategyDoesNotAdd) {
  config_.csv_inputs = {{"AAA", folder_.Write("a.csv", kOldBars)}};
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_NE(messages_.find("a.csv: the strategy does not add AAA"), std::string::npos) << messages_;
}

TEST_F(BacktestTest, WritesValidTextWhateverTheStrategySays) {
  int bars = 0;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    if (++bars != 1) return;
    self.Log("caf\xE9");
    self.Plot("chart \xFF", "series \xC3", 1);
    self.MarketOnOpenOrder("SPY", 1, false, "tag \xF0\x9F");
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_NE(Content("Scripted-log.txt").find("caf\xEF\xBF\xBD"), std::string::npos);
  const std::string json = Content("Scripted.json");
  for (const char* text : {"chart \xEF\xBF\xBD", "series \xEF\xBF\xBD", "tag \xEF\xBF\xBD"}) {
    EXPECT_NE(json.find(text), std::string::npos) << text;
  }
  EXPECT_EQ(ValidUtf8(json), json);
}

TEST_F(BacktestTest, SaysThatAPortfolioIsWorthTooMuchForItsResults) {
  script_.initialize = [](QCAlgorithm& self) {
    self.SetCash(Decimal::Parse("10000000000000000000000000"));
  };
  script_.on_data = [](QCAlgorithm& self, const Slice&) { self.SetHoldings("SPY", 1); };
  // Long enough for the summary to sample its charts anew.
  config_.end = DateTime(2020, 12, 31);
  try {
    Run();
    FAIL() << "no error";
  } catch (const OverflowError& error) {
    EXPECT_NE(std::string(error.what()).find("the portfolio is worth too much"), std::string::npos)
        << error.what();
  }
}

TEST_F(BacktestTest, KeepsTheResultsUpToUnreadableData) {
  folder_.Write("data/equity/usa/minute/aapl/20240604_trade.zip", "no zip");
  config_.data_folders.insert(config_.data_folders.begin(), folder_.Path() / "data");
  int bars = 0;
  script_.initialize = [](QCAlgorithm& self) {
    self.SetStartDate(2024, 6, 3);
    self.SetEndDate(2024, 6, 5);
    self.AddEquity("AAPL", Resolution::Minute);
  };
  script_.on_data = [&](QCAlgorithm&, const Slice& slice) { bars += slice.ContainsKey("AAPL"); };
  EXPECT_THROW(Run(), DataError);
  EXPECT_EQ(bars, 389);  // of 390: the feed reads one ahead
  EXPECT_TRUE(Wrote("Scripted.json"));
}

TEST_F(BacktestTest, NamesAnUnknownStrategy) {
  config_.algorithm_type_name = "Scirpted";
  EXPECT_THROW(Run(), UsageError);
}

TEST_F(BacktestTest, ReportsAnExceptionOfTheLastOrderEvent) {
  class Throws : public Scripted {
   public:
    using Scripted::Scripted;
    void OnOrderEvent(const OrderEvent& /*order_event*/) override {
      throw std::runtime_error("too late");
    }
  };
  registry_.AddFactory("Throws", [this] { return std::make_unique<Throws>(script_); });
  config_.algorithm_type_name = "Throws";
  script_.on_end = [](QCAlgorithm& self) { self.MarketOnOpenOrder("SPY", 1); };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_NE(outcome.error.find("in OnOrderEvent: too late"), std::string::npos) << outcome.error;
}

// LEAN goes on to the middle of the next step, so the order whose event failed still fills.
TEST_F(BacktestTest, RunsUpToTheMiddleOfTheNextStepAfterAFailedOrderEvent) {
  class Throws : public Scripted {
   public:
    Throws(const Script& script, std::vector<OrderStatus>& statuses)
        : Scripted(script), statuses_(&statuses) {}
    void OnOrderEvent(const OrderEvent& event) override {
      statuses_->push_back(event.Status());
      throw std::runtime_error("no");
    }

   private:
    std::vector<OrderStatus>* statuses_;
  };
  std::vector<OrderStatus> statuses;
  registry_.AddFactory("Throws", [&] { return std::make_unique<Throws>(script_, statuses); });
  config_.algorithm_type_name = "Throws";
  // Without the benchmark's hours the next step is the next bar's.
  script_.initialize = [](QCAlgorithm& self) { self.SetBenchmark([](DateTime) { return 1; }); };
  int bars = 0;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    ++bars;
    self.MarketOnOpenOrder("SPY", 1);
  };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_EQ(outcome.error, "at 2015-01-02 16:00:00 in OnOrderEvent: no");
  EXPECT_EQ(bars, 1);
  EXPECT_EQ(statuses, (std::vector{OrderStatus::Submitted, OrderStatus::Filled}));
}

TEST_F(BacktestTest, KnowsWhatIsActive) {
  std::vector<bool> active;
  int bars = 0;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    if (++bars == 2) self.AddEquity("AAPL", Resolution::Daily);
    if (bars == 4) self.RemoveSecurity("AAPL");
    active.push_back(self.ActiveSecurities().ContainsKey("AAPL"));
    EXPECT_TRUE(self.ActiveSecurities().ContainsKey("SPY"));
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  active.resize(6);
  // Added and removed before the next slice.
  EXPECT_EQ(active, (std::vector{false, false, true, true, false, false}));
}

// LEAN returns a security that is there before it looks at the leverage.
TEST_F(BacktestTest, KeepsTheLeverageOfASecurityThatIsAddedAgain) {
  script_.initialize = [](QCAlgorithm& self) {
    EXPECT_EQ(self.AddEquity("AAPL", Resolution::Daily, {.leverage = 1}).Leverage(), Decimal(1));
    EXPECT_EQ(self.AddEquity("AAPL", Resolution::Daily, {.leverage = 4}).Leverage(), Decimal(1));
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
}

// Without the brokerage model's say a share has LEAN's Equity models: leverage 2.
TEST_F(BacktestTest, LetsAnInitializerReplaceTheBrokerageModel) {
  script_.initialize = [](QCAlgorithm& self) {
    self.SetBrokerageModel(BrokerageName::Default, AccountType::Cash);
    EXPECT_EQ(self.Securities["SPY"].Leverage(), Decimal(2));  // added before, keeps its own
    EXPECT_EQ(self.AddEquity("AAPL", Resolution::Daily).Leverage(), Decimal(1));
    std::vector<std::string> seen;
    self.SetSecurityInitializer(
        [&](Security& security) { seen.push_back(security.GetSymbol().Value()); });
    EXPECT_EQ(self.AddEquity("MSFT", Resolution::Daily).Leverage(), Decimal(2));
    EXPECT_EQ(seen, std::vector<std::string>{"MSFT"});
    self.SetSecurityInitializer([](Security&) {});
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
}

TEST_F(BacktestTest, RunsAddedInitializersAfterTheBrokerageModel) {
  script_.initialize = [](QCAlgorithm& self) {
    self.AddSecurityInitializer(
        [](Security& security) { security.SetLeverage(security.Leverage() * 2); });
    self.AddSecurityInitializer(
        [](Security& security) { security.SetLeverage(security.Leverage() + 1); });
    EXPECT_EQ(self.AddEquity("AAPL", Resolution::Daily).Leverage(), Decimal(5));
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
}

TEST_F(BacktestTest, TakesTickersWhereLeanDoes) {
  script_.initialize = [](QCAlgorithm& self) { self.AddEquity("AAPL", Resolution::Daily); };
  int bars = 0;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    if (++bars != 1) return;
    EXPECT_EQ(
        self.SetHoldings({PortfolioTarget("SPY", 0.25), PortfolioTarget("AAPL", 0.25)}).size(), 2U);
    EXPECT_EQ(self.Transactions.GetOpenOrders("AAPL").size(), 1U);
    EXPECT_EQ(self.Transactions.GetOpenOrderTickets("spy").size(), 1U);
    EXPECT_GT(self.Transactions.GetOpenOrdersRemainingQuantity("SPY"), Decimal(0));
    EXPECT_EQ(self.Transactions.CancelOpenOrders("AAPL", "no more").size(), 1U);
    EXPECT_TRUE(self.Transactions.GetOpenOrders("MSFT").empty());
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
}

TEST_F(BacktestTest, NamesAConstructorThatFails) {
  registry_.AddFactory("Hasty", []() -> std::unique_ptr<QCAlgorithm> {
    throw InvalidOperationError("SetCash needs the run");
  });
  config_.algorithm_type_name = "Hasty";
  try {
    Run();
    FAIL() << "a strategy without a constructor ran";
  } catch (const InvalidOperationError& error) {
    EXPECT_STREQ(error.what(), "the constructor of Hasty failed: SetCash needs the run");
  }
}

TEST_F(BacktestTest, EndsOrdersThatOrderEventsPlaceWithoutEnd) {
  class Endless : public Scripted {
   public:
    using Scripted::Scripted;
    void OnOrderEvent(const OrderEvent& event) override {
      if (event.Status() == OrderStatus::Submitted) LimitOrder("SPY", 1, 1);
    }
  };
  registry_.AddFactory("Endless", [this] { return std::make_unique<Endless>(script_); });
  config_.algorithm_type_name = "Endless";
  script_.on_data = [](QCAlgorithm& self, const Slice&) { self.LimitOrder("SPY", 1, 1); };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::RuntimeError);
  EXPECT_NE(outcome.error.find("without end"), std::string::npos) << outcome.error;
}

TEST_F(BacktestTest, LetsADestructorUseTheRun) {
  class Says : public Scripted {
   public:
    using Scripted::Scripted;
    ~Says() override {
      Log("bye");
      Liquidate();
    }
  };
  registry_.AddFactory("Says", [this] { return std::make_unique<Says>(script_); });
  config_.algorithm_type_name = "Says";
  script_.on_data = [](QCAlgorithm& self, const Slice&) { self.SetHoldings("SPY", 1); };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_NE(messages_.find("bye"), std::string::npos) << messages_;
}

// The order that closes a removed position waits for the next open: until then the security is
// priced and counts.
TEST_F(BacktestTest, CountsARemovedPositionUntilItIsSold) {
  std::vector<Decimal> values;
  int bars = 0;
  script_.initialize = [](QCAlgorithm& self) { self.AddEquity("AAPL", Resolution::Daily); };
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    if (++bars == 1) self.SetHoldings("AAPL", 0.9);
    if (bars == 5) self.RemoveSecurity("AAPL");
    values.push_back(self.Portfolio.TotalPortfolioValue());
  };
  bool held = true;
  bool listed = true;
  script_.on_end = [&](QCAlgorithm& self) {
    held = self.Portfolio.Invested();
    listed = self.Securities.ContainsKey("AAPL");
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  for (const Decimal& value : values) EXPECT_GT(value, Decimal(80'000));
  EXPECT_FALSE(held);
  EXPECT_TRUE(listed);
}

TEST_F(BacktestTest, RefusesANumberOfAnotherOrder) {
  std::string refusal;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    OrderTicket& ticket = self.LimitOrder("SPY", 1, 1);
    try {
      self.SubmitOrderRequest(ticket.SubmitRequest());
    } catch (const ArgumentError& error) {
      refusal = error.what();
    }
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_NE(refusal.find("that of another order"), std::string::npos) << refusal;
}

TEST_F(BacktestTest, EndsAtQuit) {
  int bars = 0;
  bool ended = false;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    if (++bars == 2) self.Quit("enough");
  };
  script_.on_end = [&](QCAlgorithm&) { ended = true; };
  EXPECT_EQ(Run().status, AlgorithmStatus::Completed);
  EXPECT_EQ(bars, 2);
  EXPECT_TRUE(ended);
  EXPECT_NE(messages_.find("enough"), std::string::npos) << messages_;
}

// Busy for so long that no machine could take it for nothing.
void WorkFor(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
  }
}

TEST_F(BacktestTest, TellsWhereTheTimeWentWhenProfiled) {
  constexpr std::chrono::milliseconds kPause(20);
  config_.profile = true;
  script_.initialize = [&](QCAlgorithm&) { WorkFor(kPause); };
  int bars = 0;
  script_.on_data = [&](QCAlgorithm& self, const Slice&) {
    if (++bars != 1) return;
    self.MarketOnOpenOrder("SPY", 1);
    WorkFor(2 * kPause);
  };
  const BacktestOutcome outcome = Run();
  std::map<std::string, double> seconds(outcome.timings.begin(), outcome.timings.end());
  EXPECT_GE(seconds.at("initialize"), 0.02);
  EXPECT_GE(seconds.at("strategy"), 0.04);
  for (const char* stage : {"openData", "reading", "slices", "prices", "orders", "samples",
                            "statistics", "resultFiles"}) {
    EXPECT_GT(seconds.at(stage), 0) << stage;
  }
  const double total = seconds.at("total");
  seconds.erase("total");
  double sum = 0;
  for (const auto& [stage, part] : seconds) sum += part;
  EXPECT_NEAR(sum, total, 1e-9);
  const JsonValue profile = ParseJson(Content("Scripted-profile.json"), "profile");
  for (const auto& [stage, part] : outcome.timings) {
    ASSERT_NE(profile.Find("timings")->Find(stage), nullptr) << stage;
    EXPECT_NEAR(std::stod(profile.Find("timings")->Find(stage)->text), part, 1e-6) << stage;
  }
  EXPECT_GT(std::stod(profile.Find("process")->Find("peakMemoryKiB")->text), 0);
}

TEST_F(BacktestTest, TakesNoTimeUnlessAsked) {
  EXPECT_TRUE(Run().timings.empty());
  const JsonValue profile = ParseJson(Content("Scripted-profile.json"), "profile");
  EXPECT_EQ(profile.Find("process"), nullptr);
}

TEST_F(BacktestTest, StopsWhenCancelledAndKeepsTheResults) {
  int bars = 0;
  script_.on_data = [&](QCAlgorithm&, const Slice&) {
    if (++bars == 2) cancel_ = true;
  };
  EXPECT_EQ(Run().status, AlgorithmStatus::Cancelled);
  EXPECT_EQ(bars, 2);
  EXPECT_TRUE(Wrote("Scripted.json"));
}

TEST_F(BacktestTest, TakesDatesAndCashFromTheConfiguration) {
  config_.start = DateTime(2015, 1, 5);
  config_.end = DateTime(2015, 1, 9);
  config_.cash = 12'345;
  std::vector<std::string> days;
  Decimal cash;
  script_.on_data = [&](QCAlgorithm& self, const Slice& slice) {
    days.push_back(slice.Time().ToString("MM-dd"));
    cash = self.Portfolio.Cash();
  };
  Run();
  EXPECT_EQ(days, (std::vector<std::string>{"01-05", "01-06", "01-07", "01-08", "01-09"}));
  EXPECT_EQ(cash, Decimal(12'345));
}

TEST_F(BacktestTest, AnswersParametersWithTheirTextOrTheDefault) {
  config_.parameters = {{"fast", "12"}, {"name", "x"}, {"slwo", "13"}};
  int fast = 0;
  int slow = 0;
  int name = 0;
  script_.initialize = [&](QCAlgorithm& self) {
    fast = self.GetParameter("fast", 1);
    slow = self.GetParameter("slow", 26);
    name = self.GetParameter("name", 7);
  };
  Run();
  EXPECT_EQ(fast, 12);
  EXPECT_EQ(slow, 26);
  EXPECT_EQ(name, 7);
  EXPECT_NE(messages_.find("parameter slwo. Did you mean slow?"), std::string::npos) << messages_;
  EXPECT_EQ(messages_.find("parameter fast"), std::string::npos) << messages_;
}

// Half of the cash bought at the close of one day and fills at the next open: holdings, fee and
// value follow from the prices that the strategy saw.
TEST_F(BacktestTest, KeepsTheBooksOfABuyAndASale) {
  Decimal value_before_sale;
  Decimal fees;
  Decimal expected;
  int bars = 0;
  script_.on_data = [&](QCAlgorithm& self, const Slice& slice) {
    ++bars;
    if (bars == 1) self.MarketOnOpenOrder("SPY", 100);
    if (bars == 5) {
      const SecurityHolding& spy = self.Portfolio["SPY"];
      expected = Decimal(100'000) + 100 * (slice["SPY"].Close() - spy.AveragePrice()) - 1;
      value_before_sale = self.Portfolio.TotalPortfolioValue();
      fees = self.Portfolio.TotalFees();
      self.MarketOnOpenOrder("SPY", -100);
    }
  };
  Decimal held = 1;
  script_.on_end = [&](QCAlgorithm& self) { held = self.Portfolio["SPY"].Quantity(); };
  const BacktestOutcome outcome = Run();
  EXPECT_EQ(outcome.status, AlgorithmStatus::Completed) << outcome.error;
  EXPECT_EQ(fees, Decimal(1));
  EXPECT_EQ(value_before_sale, expected);
  EXPECT_EQ(held, Decimal());
  EXPECT_EQ(tests::StatisticOf(outcome, "Total Orders"), "2");
  EXPECT_EQ(tests::StatisticOf(outcome, "Total Fees"), "$2.00");
}

TEST_F(BacktestTest, KeepsObjectsFromRunToRun) {
  script_.on_end = [](QCAlgorithm& self) { self.ObjectStore.Save("seen", "SPY"); };
  Run();
  std::string seen;
  script_.initialize = [&](QCAlgorithm& self) {
    if (self.ObjectStore.ContainsKey("seen")) seen = self.ObjectStore.Read("seen");
  };
  script_.on_end = [](QCAlgorithm&) {};
  Run();
  EXPECT_EQ(seen, "SPY");
}

// Whatever the threads, and with or without a profile.
TEST_F(BacktestTest, GivesTheSameBytesTwice) {
  script_.on_data = [](QCAlgorithm& self, const Slice&) {
    if (!self.Portfolio.Invested()) self.SetHoldings("SPY", 1);
    self.Plot("Prices", "SPY", self.Securities["SPY"].Price());
  };
  const BacktestOutcome first = Run();
  std::map<std::string, std::string> files;
  for (const auto* file : {"Scripted.json", "Scripted-summary.json", "Scripted-order-events.json",
                           "Scripted-log.txt"}) {
    files[file] = Content(file);
    EXPECT_FALSE(files[file].empty()) << file;
  }
  config_.threads = 2;
  config_.profile = true;
  const BacktestOutcome second = Run();
  EXPECT_EQ(first.order_list_hash, second.order_list_hash);
  for (const auto& [file, bytes] : files) EXPECT_TRUE(bytes == Content(file)) << file;
}

}  // namespace
}  // namespace regimen
