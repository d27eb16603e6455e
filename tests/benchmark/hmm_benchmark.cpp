#include "tests/benchmark/hmm_benchmark.hpp"

#include <cstdio>
#include <string>
#include <vector>

#include "tests/benchmark/bar_list.hpp"
#include "tests/benchmark/fma_rate.hpp"
#include "tests/benchmark/hmm_figures.hpp"

namespace regimen::bench {
namespace {

using hmm::InstructionSet;

constexpr double kMicro = 1e6;
constexpr double kGiga = 1e9;

// Seconds that the arithmetic of one iteration takes at least; 0 where it is not known.
double FloorSeconds(const ModelSize& size, double fma_rate) {
  constexpr double kOperations = 63;
  const bool known = size.states == 3 && size.dimensions == 1 && fma_rate > 0;
  return known ? kOperations * size.times / fma_rate : 0;
}

void AddBars(InstructionSet set, const HmmFigures& figures, double textbook, double floor,
             BarList& bars) {
  const std::string name = std::string(ToText(set)) + ", K=3, T=252: ";
  const bool wide = set == InstructionSet::Avx512;
  bars.AtLeast(name + "textbook / batch", textbook / figures.batch, wide ? 20 : 11);
  bars.AtMost(name + "batch / floor", figures.batch / floor, wide ? 1.5 : 2.5);
  bars.AtLeast(name + "textbook / one model alone", textbook / figures.alone, 2.5);
  // A tenth more for loading the other lanes and reading them out.
  bars.AtMost(name + "starts in all lanes / one start", figures.with_starts / figures.alone, 1.1);
  bars.AtLeast(name + "FitMany, one thread / two threads", figures.fit_many / figures.two_threads,
               1.8);
}

void PrintRow(InstructionSet set, const ModelSize& size, const HmmFigures& figures, double textbook,
              double floor) {
  std::printf("%9s %3d %5d %9.2f %7.3f %10.3f %7.3f %8.3f %9.3f %11.1f", ToText(set), size.states,
              size.times, textbook * kMicro, figures.alone * kMicro, figures.with_starts * kMicro,
              figures.batch * kMicro, figures.fit_many * kMicro, figures.two_threads * kMicro,
              textbook / figures.batch);
  if (floor > 0) {
    std::printf(" %7.3f\n", floor * kMicro);
  } else {
    std::printf("       -\n");
  }
}

void RunUnivariate(const std::vector<InstructionSet>& sets, double budget, BarList& bars) {
  std::printf(
      "microseconds per EM iteration per model, one dimension; all starts: one model with a start "
      "in each lane\n%9s %3s %5s %9s %7s %10s %7s %8s %9s %11s %7s\n",
      "", "K", "T", "textbook", "alone", "all starts", "batch", "FitMany", "2 threads",
      "textb/batch", "floor");
  for (const InstructionSet set : sets) {
    const double rate = FmaRate(set);
    if (rate > 0) std::printf("%s: %.1f G multiply-adds/s\n", ToText(set), rate / kGiga);
    for (const int times : {252, 1000}) {
      for (const int states : {2, 3, 4, 8}) {
        const ModelSize size{states, times};
        const double textbook = MeasureTextbook(size, budget);
        const HmmFigures figures = MeasureModels(size, set, budget);
        const double floor = FloorSeconds(size, rate);
        PrintRow(set, size, figures, textbook, floor);
        const bool judged = states == 3 && times == 252 && set != InstructionSet::Portable;
        if (judged) AddBars(set, figures, textbook, floor, bars);
      }
    }
  }
}

void RunDiagonal(const std::vector<InstructionSet>& sets, double budget, BarList& bars) {
  std::printf("four dimensions, diagonal covariances, K=3, T=252\n");
  const ModelSize size{3, 252, 4};
  const double textbook = MeasureTextbook(size, budget);
  for (const InstructionSet set : sets) {
    const double batch = MeasureModels(size, set, budget).batch;
    std::printf("%9s: textbook %.2f, batch %.3f\n", ToText(set), textbook * kMicro, batch * kMicro);
    // The bar names no instruction set: it is the machine's best that must clear it.
    if (set == sets.back() && set != InstructionSet::Portable) {
      bars.AtLeast(std::string(ToText(set)) + ", D=4: textbook / batch", textbook / batch, 8);
    }
  }
}

}  // namespace

bool RunHmmBenchmark(bool smoke) {
  const double budget = smoke ? 0 : 0.25;
  const std::vector<InstructionSet> sets = hmm::AvailableInstructionSets();
  BarList bars;
  bars.AtMost("log-likelihood, textbook and library apart, in 1e-9 nats",
              TextbookDisagreement() * kGiga, 1000);
  RunUnivariate(sets, budget, bars);
  RunDiagonal(sets, budget, bars);
  bars.AtMost("OnlineHmm, K=3: microseconds per observation", MeasureOnline(budget) * kMicro, 0.5);
  return bars.Print();
}

}  // namespace regimen::bench
