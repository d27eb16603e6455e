// What went wrong in the Python project between a bar and a regime (spec/hidden-regime.md 4a), and
// must not happen here. Held elsewhere:
//   D-1  a model trained on later data: RegimeDetectorTest.NoLaterBarChangesAnEarlierSnapshot,
//        BasicRegimeSwitchingTest.NoLaterDayChangesAnEarlierOrder...
//   D-5  a regime that the allocations do not know: RegimeLabelTest.IsTotal,
//        RegimeAllocationsTest.NoRegimeIsEverWithoutAnAnswer
//   D-7  one ticker's regime in another's:
//        RegimeAlgorithmTest.OneTickersRegimeNeverLeaksIntoAnother
//   D-9  a minimum confidence without effect:
//        RegimeAlgorithmTest.AConfidenceBelowTheMinimumNeverMovesTheAllocation
//   D-11 a model fitted to a fraction of its window:
//        RegimeAlgorithmTest.IsNotReadyBeforeTheWindowIsFull
#include <concepts>
#include <string>

#include <gtest/gtest.h>

#include "regime/bridge/regime_algorithm.hpp"
#include "tests/support/strategy_run.hpp"

namespace regimen {
namespace {

// D-3: the answer was a text that nobody could read a regime from.
static_assert(
    std::same_as<decltype(std::declval<HiddenRegimeAlgorithm&>().UpdateRegime(std::string())),
                 const RegimeSnapshot&>);
// D-4: the reader asked for fields of other names.
static_assert(requires(const RegimeSnapshot& snapshot) {
  { snapshot.regime } -> std::convertible_to<Regime>;
  { snapshot.state } -> std::convertible_to<int>;
  { snapshot.confidence } -> std::convertible_to<double>;
});

class EveryDay : public HiddenRegimeAlgorithm {
 public:
  void Initialize() override {
    SetStartDate(2015, 1, 1);
    SetEndDate(2016, 12, 31);
    AddEquity("SPY", Resolution::Daily);
    InitializeRegimeDetection("SPY", {.lookback_days = 100});
  }
  void OnData(const Slice& slice) override {
    const TradeBar* bar = slice.Get<TradeBar>(SymbolOf("SPY"));
    if (bar == nullptr) return;
    ++bars_;
    const RegimeSnapshot& snapshot = UpdateRegime("SPY");
    EXPECT_EQ(RegimeHistory("SPY").Entries().size(), bars_);
    EXPECT_EQ(snapshot.IsReady(), snapshot.regime != Regime::Unknown);
    EXPECT_EQ(snapshot.IsReady(), bars_ > 100);
    known_ += snapshot.IsReady() ? 1U : 0U;
  }
  void OnEndOfAlgorithm() override { EXPECT_EQ(known_, bars_ - 100); }

 private:
  std::size_t bars_ = 0;
  std::size_t known_ = 0;
};

// D-2 to D-4: between the engine's bar and the regime's name every single bar was lost.
TEST(DefectsTest, NoBarIsLostBetweenTheEngineAndTheRegime) {
  tests::StrategyRun run;
  const BacktestOutcome outcome = run.Run<EveryDay>();
  EXPECT_EQ(outcome.status, AlgorithmStatus::Completed) << outcome.error;
}

}  // namespace
}  // namespace regimen
