#include "tests/benchmark/switching_runs.hpp"

#include <atomic>
#include <cstdlib>
#include <memory>
#include <utility>

#include "framework/algorithm.hpp"
#include "framework/core/error.hpp"
#include "framework/engine/backtest.hpp"
#include "framework/plugin/algorithm_registry.hpp"
#include "regime/bridge/bar_time.hpp"
#include "regime/bridge/regime_algorithm.hpp"
#include "regime/model/random_stream.hpp"
#include "templates/basic_regime_switching.hpp"
#include "templates/buy_and_hold.hpp"

namespace regimen::bench {

namespace {

// What the strategy wanted on each day, and how its orders fared.
struct Diary {
  std::vector<Decimal> allocations;  // one a day
  std::vector<std::string> order_events;
  int refused = 0;
  RegimeHistory history;
};

class Watched : public BasicRegimeSwitching<HiddenRegimeAlgorithm> {
 public:
  explicit Watched(Diary& diary) : diary_(&diary) {}
  void OnData(const Slice& slice) override {
    BasicRegimeSwitching::OnData(slice);
    diary_->allocations.push_back(GetRegimeAllocation("SPY"));
  }
  void OnOrderEvent(const OrderEvent& event) override {
    diary_->order_events.push_back(event.ToString());
    diary_->refused += event.Status() == OrderStatus::Invalid ? 1 : 0;
  }
  void OnEndOfAlgorithm() override { diary_->history = RegimeHistory("SPY"); }

 private:
  Diary* diary_;
};

// Follows allocations that are given, a day each.
class Placebo : public BuyAndHold {
 public:
  explicit Placebo(const std::vector<Decimal>& allocations) : allocations_(&allocations) {}
  void OnData(const Slice& /*slice*/) override {
    if (day_ == allocations_->size()) return;
    const Decimal wanted = (*allocations_)[day_++];
    if (wanted == held_) return;
    held_ = wanted;
    SetHoldings("SPY", wanted);
  }

 private:
  const std::vector<Decimal>* allocations_;
  std::size_t day_ = 0;
  Decimal held_;
};

std::string Statistic(const BacktestOutcome& outcome, const std::string& name) {
  for (const auto& [key, text] : outcome.statistics) {
    if (key == name) return text;
  }
  return {};
}

template <class Strategy, class... Arguments>
AccountFigures Run(const std::filesystem::path& lean_data, Arguments&... arguments) {
  EngineConfig config;
  config.algorithm_type_name = config.algorithm_id = "Strategy";
  config.data_folders = {lean_data};
  config.start = DateTime(2005, 1, 1);
  config.end = DateTime(2020, 12, 31);
  config.today = DateTime(2021, 3, 31);
  AlgorithmRegistry registry;
  registry.AddFactory("Strategy", [&] { return std::make_unique<Strategy>(arguments...); });
  const std::atomic<bool> cancel = false;
  const BacktestOutcome outcome = RunBacktest(config, registry, cancel);
  if (outcome.status != AlgorithmStatus::Completed) throw InvalidOperationError(outcome.error);
  return {.annual_return = Statistic(outcome, "Compounding Annual Return"),
          .drawdown = Statistic(outcome, "Drawdown"),
          .sharpe = Statistic(outcome, "Sharpe Ratio"),
          .orders = Statistic(outcome, "Total Orders"),
          .end_equity = std::strtod(Statistic(outcome, "End Equity").c_str(), nullptr)};
}

struct Spell {
  Decimal allocation;
  std::size_t days;
};

// The spells of equal allocation, in random order; the days before the first one stay what they
// are.
std::vector<Decimal> Shuffled(const std::vector<Decimal>& allocations, hmm::RandomStream& random) {
  std::size_t begin = 0;
  while (begin < allocations.size() && allocations[begin] == Decimal()) ++begin;
  std::vector<Spell> spells;
  for (std::size_t day = begin; day < allocations.size(); ++day) {
    if (spells.empty() || spells.back().allocation != allocations[day]) {
      spells.push_back({allocations[day], 0});
    }
    ++spells.back().days;
  }
  for (std::size_t last = spells.size(); last > 1; --last) {
    const auto other = static_cast<std::size_t>(random.Uniform() * static_cast<double>(last));
    std::swap(spells[last - 1], spells[other]);
  }
  std::vector<Decimal> shuffled(begin);
  for (const Spell& spell : spells) shuffled.insert(shuffled.end(), spell.days, spell.allocation);
  return shuffled;
}

// Of the days from `first` to `last`.
double FallingShare(const RegimeHistory& history, DateTime first, DateTime last) {
  double days = 0;
  double falling = 0;
  for (const RegimeHistory::Entry& entry : history.Entries()) {
    const DateTime date = ToDateTime(entry.time).Date();
    if (date < first || date > last) continue;
    ++days;
    falling += entry.regime == Regime::Crisis || entry.regime == Regime::Bear ? 1 : 0;
  }
  return falling / days;
}

}  // namespace

SwitchingFigures MeasureSwitching(const std::filesystem::path& lean_data, int shuffles) {
  SwitchingFigures figures;
  Diary diary;
  Diary again;
  figures.switching = Run<Watched>(lean_data, diary);
  Run<Watched>(lean_data, again);
  figures.same_twice = diary.order_events == again.order_events;
  figures.refused_orders = diary.refused;
  figures.holding = Run<BuyAndHold>(lean_data);
  hmm::RandomStream random(1);
  for (int i = 0; i < shuffles; ++i) {
    const std::vector<Decimal> allocations = Shuffled(diary.allocations, random);
    figures.shuffled.push_back(Run<Placebo>(lean_data, allocations));
  }
  figures.report = diary.history.Report(DetectorOptions().bars_per_year);
  figures.autumn_2008 = FallingShare(diary.history, DateTime(2008, 9, 15), DateTime(2009, 3, 9));
  figures.year_2013 = FallingShare(diary.history, DateTime(2013, 1, 1), DateTime(2013, 12, 31));
  figures.year_2017 = FallingShare(diary.history, DateTime(2017, 1, 1), DateTime(2017, 12, 31));
  return figures;
}

}  // namespace regimen::bench
