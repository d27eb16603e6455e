#include "templates/basic_regime_switching.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "regime/bridge/regime_algorithm.hpp"
#include "regime/model/random_stream.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/strategy_run.hpp"
#include "tests/support/temp_folder.hpp"

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

// The lines of a result file that speak of times before `cut`: the log's lines begin with theirs.
std::string LogBefore(const std::string& log, DateTime cut) {
  std::istringstream lines(log);
  std::string kept;
  const std::string limit = cut.ToString("yyyy-MM-dd HH:mm:ss");
  for (std::string line; std::getline(lines, line);) {
    if (line.find("Regime of") != std::string::npos && line < limit) kept += line + "\n";
  }
  return kept;
}

// What both runs did and wrote before `cut` must be the same.
void ExpectTheSamePast(StrategyRun& whole, StrategyRun& other, DateTime cut) {
  const std::vector<Recorded::Line> truth = LinesOf(whole);
  const std::vector<Recorded::Line> lines = LinesOf(other);
  const auto past = [cut](const std::vector<Recorded::Line>& all) {
    return std::ranges::find_if(all, [cut](const auto& line) { return line.time >= cut; }) -
           all.begin();
  };
  ASSERT_GT(past(truth), 0);
  ASSERT_EQ(past(truth), past(lines));
  for (std::ptrdiff_t i = 0; i < past(truth); ++i) {
    const auto at = static_cast<std::size_t>(i);
    ASSERT_EQ(lines[at].time, truth[at].time) << i;
    ASSERT_EQ(lines[at].text, truth[at].text) << i;
  }
  ASSERT_EQ(LogBefore(other.Result("log.txt"), cut), LogBefore(whole.Result("log.txt"), cut));
}

constexpr int kCuts = 20;

void ExpectACutToChangeNothing(const std::filesystem::path& data, DateTime start, DateTime end) {
  for (int cut = 1; cut <= kCuts; ++cut) {
    StrategyRun whole;
    StrategyRun part;
    for (StrategyRun* run : {&whole, &part}) {
      run->Config().data_folders = {data};
      run->Config().start = start;
      run->Config().end = end;
    }
    const DateTime last = start + TimeSpan::FromDays((end - start).Days() * cut / (kCuts + 1));
    part.Config().end = last;
    // Midnight after the last day: what that day's orders come to is another day's.
    ExpectTheSamePast(whole, part, last + TimeSpan::FromDays(1));
  }
}

// A file of simulated daily rows; those from `changed` on are another future.
void WritePrices(const std::filesystem::path& file, DateTime start, int days, int changed) {
  hmm::RandomStream random(17);
  std::ofstream stream(file);
  stream << "date,open,high,low,close,volume\n";
  double close = 100;
  DateTime day = start;
  for (int i = 0; i < days; day = day.AddDays(1)) {
    if (day.DayOfWeek() == DayOfWeek::Saturday || day.DayOfWeek() == DayOfWeek::Sunday) continue;
    const double size = i / 100 % 2 == 0 ? 0.005 : 0.02;
    close *= std::exp(size * random.Normal() + (i >= changed ? 0.01 * (i % 3 - 1) : 0.0));
    stream << day.ToString("yyyy-MM-dd");
    for (const double price : {close, close * 1.01, close * 0.99, close}) stream << ',' << price;
    stream << ",1000\n";
    ++i;
  }
}

TEST(BasicRegimeSwitchingTest, NoOtherFutureChangesAnEarlierOrder) {
  constexpr int kDays = 700;
  const DateTime start(2015, 1, 5);
  for (int cut = 1; cut <= kCuts; ++cut) {
    StrategyRun whole;
    StrategyRun other;
    tests::TempFolder folder;
    const int changed = 300 + 19 * cut;
    for (StrategyRun* run : {&whole, &other}) {
      const auto file = folder.Path() / (run == &whole ? "whole.csv" : "other.csv");
      WritePrices(file, start, kDays, run == &whole ? kDays : changed);
      run->Config().csv_inputs = {{"SPY", file}};
      run->Config().end = DateTime(2017, 8, 31);
    }
    // Five rows a week.
    const DateTime first_changed = start.AddDays(changed / 5 * 7 + changed % 5);
    ExpectTheSamePast(whole, other, first_changed);
  }
}

TEST(BasicRegimeSwitchingTest, NoLaterDayChangesAnEarlierOrderOnSimulatedData) {
  ExpectACutToChangeNothing(tests::SourceDir() / "data" / "bundled", DateTime(2015, 1, 1),
                            DateTime(2020, 12, 31));
}

TEST(BasicRegimeSwitchingTest, NoLaterDayChangesAnEarlierOrderOnRealData) {
  const auto data = tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data are not there (REGIMEN_LEAN_DATA)";
  ExpectACutToChangeNothing(*data, DateTime(2006, 1, 1), DateTime(2010, 12, 31));
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
