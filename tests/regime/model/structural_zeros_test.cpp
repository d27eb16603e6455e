// Chains with transitions ruled out, and others that an observation forces through next to
// impossible transitions: what the kernels' safety factors must not show in.
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include <gtest/gtest.h>

#include "regime/model/baum_welch.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/hmm_filter.hpp"
#include "tests/regime/model/hmm_data.hpp"

namespace regimen::hmm {
namespace {

double LogAdd(double a, double b) {
  const double highest = std::max(a, b);
  return std::isfinite(highest) ? highest + std::log(std::exp(a - highest) + std::exp(b - highest))
                                : highest;
}

double LogNormal(double x, double mean, double variance) {
  return -(x - mean) * (x - mean) / (2 * variance) - std::log(2 * M_PI * variance) / 2;
}

// The log-likelihood of a sequence, in logarithms throughout.
double LogLikelihoodInLogarithms(const HmmParameters& model, std::span<const double> x) {
  const std::size_t states = model.start.size();
  std::vector<double> alpha(states);
  for (std::size_t t = 0; t < x.size(); ++t) {
    std::vector<double> next(states, -std::numeric_limits<double>::infinity());
    for (std::size_t j = 0; j < states; ++j) {
      if (t == 0) next[j] = std::log(model.start[j]);
      for (std::size_t i = 0; t > 0 && i < states; ++i) {
        next[j] = LogAdd(next[j], alpha[i] + std::log(model.transitions[i * states + j]));
      }
      next[j] += LogNormal(x[t], model.means[j], model.covariances[j]);
    }
    alpha = next;
  }
  double total = alpha[0];
  for (std::size_t k = 1; k < states; ++k) total = LogAdd(total, alpha[k]);
  return total;
}

double Truth(const HmmParameters& model, const Observations& observations) {
  if (observations.lengths.empty()) return LogLikelihoodInLogarithms(model, observations.values);
  double sum = 0;
  std::size_t begin = 0;
  for (const std::size_t length : observations.lengths) {
    sum += LogLikelihoodInLogarithms(model, observations.values.subspan(begin, length));
    begin += length;
  }
  return sum;
}

// Three phases of a machine that never recovers, and a series that seems to.
HmmParameters OneWay() {
  return MakeUnivariate({1, 0, 0}, {0.9, 0.1, 0, 0, 0.9, 0.1, 0, 0, 1}, {0, 5, 10},
                        {0.04, 0.05, 0.03});
}

std::vector<double> ThereAndBack() {
  std::vector<double> x = tests::Simulated(MakeUnivariate({1}, {1}, {0}, {0.04}), 90, 1);
  for (std::size_t t = 20; t < 40; ++t) x[t] += 5;
  for (std::size_t t = 40; t < 60; ++t) x[t] += 10;
  return x;
}

enum class Kernel { Plain, Weighted, Sequences };

struct ZeroCase {
  const char* name;
  Kernel kernel;
};

class StructuralZerosTest : public testing::TestWithParam<ZeroCase> {
 protected:
  // The same task for another kernel: weights of 1 change nothing else.
  FitTask Task(const std::vector<double>& x, const HmmParameters& start) {
    ones_.assign(x.size(), 1.0);
    lengths_ = {x.size() / 2, x.size() - x.size() / 2};
    FitTask task{.observations = {.values = x}};
    if (GetParam().kernel == Kernel::Weighted) task.observations.weights = ones_;
    if (GetParam().kernel == Kernel::Sequences) task.observations.lengths = lengths_;
    task.options.states = start.states;
    task.options.prior = Prior::None();
    task.options.starts = {};
    task.options.keep_history = true;
    task.given = {start};
    return task;
  }

  static void ExpectTruth(const FitTask& task, const HmmParameters& start) {
    for (const InstructionSet set : AvailableInstructionSets()) {
      const FitResult result = Fit(task, set);
      const std::vector<FitStep>& history = result.report.history;
      ASSERT_FALSE(history.empty());
      const double first = Truth(start, task.observations);
      EXPECT_NEAR(history.front().log_likelihood, first, 1e-9 * std::abs(first)) << ToText(set);
      for (std::size_t i = 1; i < history.size(); ++i) {
        EXPECT_GE(history[i].objective,
                  history[i - 1].objective - 1e-9 * std::abs(history[i - 1].objective))
            << ToText(set) << ", iteration " << i;
      }
      EXPECT_NE(result.report.stop, StopReason::Decreased);
      EXPECT_NE(result.report.stop, StopReason::NotFinite);
      const double last = Truth(*result.parameters, task.observations);
      EXPECT_NEAR(result.report.log_likelihood, last, 1e-8 * std::abs(last)) << ToText(set);
      for (std::size_t i = 0; i < start.transitions.size(); ++i) {
        if (start.transitions[i] > 0) continue;
        EXPECT_EQ(result.parameters->transitions[i], 0);
      }
    }
  }

  std::vector<double> ones_;
  std::vector<std::size_t> lengths_;
};

TEST_P(StructuralZerosTest, ThereIsNoWayBack) {
  const std::vector<double> x = ThereAndBack();
  ExpectTruth(Task(x, OneWay()), OneWay());
}

TEST_P(StructuralZerosTest, ConstantPathsAreNeverForgotten) {
  // Two thousand calm days make the wild path impossible to a double; the wild days then rule out
  // the calm one.
  std::vector<double> x = tests::Simulated(MakeUnivariate({1}, {1}, {0}, {1}), 3000, 2);
  for (std::size_t t = 2000; t < 3000; ++t) x[t] *= 30;
  const HmmParameters start = MakeUnivariate({0.5, 0.5}, {1, 0, 0, 1}, {0.1, -0.1}, {1, 900});
  const FitTask task = Task(x, start);
  const double truth = LogLikelihoodInLogarithms(start, x);
  EXPECT_NEAR(GaussianHmm(start).LogLikelihood({.values = x}), truth, 1e-10 * std::abs(truth));
  ExpectTruth(task, start);
  const SmoothResult smooth = GaussianHmm(start).SmoothInHindsight({.values = x});
  EXPECT_NEAR(smooth.smoothed(0, 1), 1, 1e-12);
  EXPECT_NEAR(smooth.transition_counts[3], 2999, 1e-8);
}

TEST_P(StructuralZerosTest, NextToImpossibleTransitionsAreTakenAsTheyAre) {
  // Yesterday's model, which thinks a crash impossible, on the day of the crash.
  std::vector<double> x = tests::Simulated(MakeUnivariate({1}, {1}, {0}, {1}), 252, 3);
  x.back() = -17;
  for (const double rare : {1e-20, 1e-35, 1e-60, 1e-250, 1e-305}) {
    const HmmParameters start =
        MakeUnivariate({1, 0}, {1 - rare, rare, 0.5, 0.5}, {0, -17}, {1, 0.5});
    ExpectTruth(Task(x, start), start);
  }
}

TEST_P(StructuralZerosTest, AStartRuledOutIsNotUsed) {
  // The first day belongs where the start may not be.
  std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 100, 4);
  x[0] = 60;
  const HmmParameters start = MakeUnivariate({1, 0}, {0.9, 0.1, 0.1, 0.9}, {0, 0}, {1, 100});
  FitTask task = Task(x, start);
  ExpectTruth(task, start);
  task.options.start_type = StartType::Fixed;
  ExpectTruth(task, start);
  EXPECT_EQ(Fit(task).parameters->start, start.start);
}

INSTANTIATE_TEST_SUITE_P(Kernels, StructuralZerosTest,
                         testing::Values(ZeroCase{"Plain", Kernel::Plain},
                                         ZeroCase{"Weighted", Kernel::Weighted},
                                         ZeroCase{"Sequences", Kernel::Sequences}),
                         [](const auto& kind) { return kind.param.name; });

TEST(StructuralZerosFilterTest, StreamAndBatchAgreeInLogarithmsToo) {
  const std::vector<double> x = ThereAndBack();
  const GaussianHmm model(OneWay());
  const FilterResult batch = model.Filter({.values = x});
  HmmFilter filter(model);
  for (std::size_t t = 0; t < x.size(); ++t) {
    for (std::size_t k = 0; k < 3; ++k) ASSERT_EQ(filter.Predicted()[k], batch.predicted(t, k));
    filter.Update(x[t]);
    for (std::size_t k = 0; k < 3; ++k) ASSERT_EQ(filter.Filtered()[k], batch.filtered(t, k));
  }
  EXPECT_EQ(filter.LogLikelihood(), batch.log_likelihood);
  // The middle phase, at e^-5000 no number any more when the third was seen, is the best account of
  // all in the end: 20 times 5^2 / 0.1 and 30 times 5^2 / 0.1 against 30 times 10^2 / 0.06.
  EXPECT_EQ(batch.filtered(59, 1), 0);
  EXPECT_NEAR(filter.Filtered()[1], 1, 1e-12);
}

}  // namespace
}  // namespace regimen::hmm
