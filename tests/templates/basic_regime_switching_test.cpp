#include "templates/basic_regime_switching.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "regime/bridge/regime_algorithm.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/strategy_run.hpp"

namespace regimen {
namespace {

using Template = BasicRegimeSwitching<HiddenRegimeAlgorithm>;
using tests::StrategyRun;

// Writes down what the strategy did and what it knew, each with its time.
class Recorded : public Template {
 public:
  struct Line {
    DateTime time;
    std::string text;
    bool operator==(const Line&) const = default;
  };

  explicit Recorded(std::vector<Line>& lines) : lines_(&lines) {}

  void OnData(const Slice& slice) override {
    Template::OnData(slice);
    Add("regime " + std::string(ToText(GetCurrentRegime("SPY"))) + " " +
        std::to_string(GetConfidence("SPY")));
  }
  void OnOrderEvent(const OrderEvent& event) override { Add(event.ToString()); }

 private:
  void Add(std::string text) { lines_->push_back({Time(), std::move(text)}); }

  std::vector<Line>* lines_;
};

std::vector<Recorded::Line> LinesOf(StrategyRun& run) {
  std::vector<Recorded::Line> lines;
  const BacktestOutcome outcome = run.Run<Recorded>(lines);
  EXPECT_EQ(outcome.status, AlgorithmStatus::Completed) << outcome.error;
  return lines;
}

void ExpectTheFutureToChangeNothing(const std::filesystem::path& data, DateTime start,
                                    DateTime end) {
  StrategyRun whole;
  whole.Config().data_folders = {data};
  whole.Config().start = start;
  whole.Config().end = end;
  const std::vector<Recorded::Line> truth = LinesOf(whole);
  constexpr int kCuts = 20;
  for (int cut = 1; cut <= kCuts; ++cut) {
    StrategyRun part;
    part.Config() = {whole.Config()};
    part.Config().results_folder = whole.Config().results_folder / std::to_string(cut);
    std::filesystem::create_directories(part.Config().results_folder);
    part.Config().end = start + TimeSpan::FromDays((end - start).Days() * cut / (kCuts + 1));
    const std::vector<Recorded::Line> lines = LinesOf(part);
    ASSERT_FALSE(lines.empty());
    // Orders of the last day fill on the day after it, which the cut run does not have.
    ASSERT_LE(lines.size(), truth.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      ASSERT_EQ(lines[i].time, truth[i].time) << "cut " << cut << ", line " << i;
      ASSERT_EQ(lines[i].text, truth[i].text) << "cut " << cut << ", line " << i;
    }
  }
}

TEST(BasicRegimeSwitchingTest, NoLaterDayChangesAnEarlierOrderOnSimulatedData) {
  ExpectTheFutureToChangeNothing(tests::SourceDir() / "data" / "bundled", DateTime(2015, 1, 1),
                                 DateTime(2020, 12, 31));
}

TEST(BasicRegimeSwitchingTest, NoLaterDayChangesAnEarlierOrderOnRealData) {
  const auto data = tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data are not there (REGIMEN_LEAN_DATA)";
  ExpectTheFutureToChangeNothing(*data, DateTime(2006, 1, 1), DateTime(2010, 12, 31));
}

TEST(BasicRegimeSwitchingTest, TradesWithoutARefusedOrderAndTheSameTwice) {
  StrategyRun first;
  StrategyRun second;
  const BacktestOutcome outcome = first.Run<Template>();
  ASSERT_EQ(second.Run<Template>().status, AlgorithmStatus::Completed);
  EXPECT_NE(tests::StatisticOf(outcome, "Total Orders"), "0");
  const std::string events = first.Result("order-events.json");
  EXPECT_NE(events.find("filled"), std::string::npos);
  EXPECT_EQ(events.find("invalid"), std::string::npos);
  for (const std::string file : {"order-events.json", "summary.json", "log.txt"}) {
    EXPECT_EQ(first.Result(file), second.Result(file)) << file;
  }
  EXPECT_NE(first.Messages().find("expected days"), std::string::npos) << "the table of regimes";
}

}  // namespace
}  // namespace regimen
