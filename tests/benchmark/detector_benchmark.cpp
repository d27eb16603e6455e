#include "tests/benchmark/detector_benchmark.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "regime/interpreter/report_text.hpp"
#include "tests/benchmark/bar_list.hpp"
#include "tests/benchmark/detector_walk.hpp"
#include "tests/benchmark/not_here.hpp"
#include "tests/benchmark/switching_runs.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/spy_bars.hpp"

namespace regimen::bench {

namespace {

constexpr double kPercent = 100;

void PrintWalk(const WalkFigures& walk, std::size_t days) {
  std::printf(
      "SPY, %zu days, 3 states on 252 days, refit every day: %d fits in %.3f s, %.1f "
      "iterations each\n",
      days, walk.fits, walk.seconds, walk.iterations);
  std::printf(
      "%.1f %% of the fits end more than 1 nat below the best of %d restarts, %.3f nats on "
      "average\n\n",
      kPercent * walk.stuck, walk.restarts, walk.gap);
  std::printf("%-32s %10s %16s\n", "states matched by", "jump days", "same-day relabels");
  std::printf("%-32s %8.2f %% %14.2f %%\n", "posterior overlap", kPercent * walk.aligned.jumps,
              kPercent * walk.aligned.relabels);
  std::printf("%-32s %8.2f %% %14.2f %%\n\n", "sorted means", kPercent * walk.by_mean.jumps,
              kPercent * walk.by_mean.relabels);
}

void PrintScores(const LogScores& scores) {
  std::printf(
      "Mean log score of the next return, nats: detector %.4f, one Gaussian %.4f, "
      "exponential average %.4f\n",
      scores.detector, scores.gaussian, scores.exponential);
  const bool beats_gaussian = scores.detector > scores.gaussian;
  const bool beats_exponential = scores.detector > scores.exponential;
  std::printf(
      "Verdict: the forecast is %s than a Gaussian of the same window and %s than an "
      "exponential average of squared returns\n\n",
      beats_gaussian ? "better" : "no better", beats_exponential ? "better" : "no better");
}

void PrintAccount(const char* name, const AccountFigures& account) {
  std::printf("%-24s %10s %10s %8s %8s %12.0f\n", name, account.annual_return.c_str(),
              account.drawdown.c_str(), account.sharpe.c_str(), account.orders.c_str(),
              account.end_equity);
}

void PrintSwitching(const SwitchingFigures& figures) {
  std::printf(
      "BasicRegimeSwitching on SPY, 2005 to 2020, after fees\n%-24s %10s %10s %8s %8s %12s\n", "",
      "p.a.", "drawdown", "Sharpe", "orders", "end equity");
  PrintAccount("by regime", figures.switching);
  PrintAccount("buy and hold", figures.holding);
  std::vector<AccountFigures> placebos = figures.shuffled;
  std::ranges::sort(placebos, {}, &AccountFigures::end_equity);
  PrintAccount("placebo, worst", placebos.front());
  PrintAccount("placebo, median", placebos[placebos.size() / 2]);
  PrintAccount("placebo, best", placebos.back());
  const auto beaten = std::ranges::count_if(placebos, [&](const AccountFigures& placebo) {
    return placebo.end_equity < figures.switching.end_equity;
  });
  std::printf(
      "(placebo: the same allocations, their spells in random order; %ld of %zu end lower)\n\n",
      static_cast<long>(beaten), placebos.size());
  for (const std::string& line : ToLines(figures.report, "day")) std::printf("%s\n", line.c_str());
  std::printf("\n");
}

}  // namespace

bool RunDetectorBenchmark(bool smoke) {
  const auto lean_data = tests::LeanDataDir();
  std::vector<PriceBar> bars = tests::SpyBars();
  if (!lean_data || bars.empty()) {
    throw NotHere(
        "the detector's bench needs LEAN's data: set REGIMEN_LEAN_DATA (README.md, \"The "
        "exam\")");
  }
  constexpr std::size_t kSmokeDays = 400;
  if (smoke) bars.resize(kSmokeDays);
  const WalkFigures walk = MeasureWalk(bars, {}, smoke ? 2 : 20);
  PrintWalk(walk, bars.size());
  PrintScores(walk.scores);
  const SwitchingFigures switching = MeasureSwitching(*lean_data, smoke ? 1 : 50);
  PrintSwitching(switching);

  BarList all;
  all.AtMost("seconds of a daily refit over all of SPY, one core", walk.seconds, 2);
  all.AtMost("per cent of fits more than 1 nat below the best", kPercent * walk.stuck, 6);
  all.AtMost("per cent of jump days", kPercent * walk.aligned.jumps, 3.5);
  all.AtMost("per cent of same-day relabels", kPercent * walk.aligned.relabels, 7);
  all.AtMost("refused orders", switching.refused_orders, 0);
  all.AtLeast("the same order events twice", switching.same_twice ? 1 : 0, 1);
  all.AtLeast("per cent of Crisis or Bear, autumn 2008", kPercent * switching.autumn_2008, 60);
  all.AtMost("per cent of Crisis or Bear, 2013", kPercent * switching.year_2013, 15);
  all.AtMost("per cent of Crisis or Bear, 2017", kPercent * switching.year_2017, 15);
  return all.Print();
}

}  // namespace regimen::bench
