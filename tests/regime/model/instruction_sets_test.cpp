// The same fit on other instructions, in other lanes, beside other models.
#include <algorithm>
#include <cmath>

#include <boost/asio/thread_pool.hpp>
#include <gtest/gtest.h>

#include "regime/model/fit_many.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "tests/regime/model/fit_cases.hpp"

namespace regimen::hmm {
namespace {

using tests::FitCase;

void ExpectSame(const FitResult& a, const FitResult& b) {
  ASSERT_TRUE(a.parameters && b.parameters);
  EXPECT_EQ(*a.parameters, *b.parameters);
  EXPECT_EQ(a.report.log_likelihood, b.report.log_likelihood);
  EXPECT_EQ(a.report.objective, b.report.objective);
  EXPECT_EQ(a.report.iterations, b.report.iterations);
  EXPECT_EQ(a.report.best_start, b.report.best_start);
}

bool Has(InstructionSet set) {
  const std::vector<InstructionSet> available = AvailableInstructionSets();
  return std::find(available.begin(), available.end(), set) != available.end();
}

class InstructionSetsTest : public testing::TestWithParam<FitCase> {};

TEST_P(InstructionSetsTest, Avx2AndAvx512AgreeToTheLastBit) {
  if (!Has(InstructionSet::Avx512)) GTEST_SKIP() << "this processor has no AVX-512";
  ExpectSame(Fit(GetParam().Task(), InstructionSet::Avx2),
             Fit(GetParam().Task(), InstructionSet::Avx512));
}

TEST_P(InstructionSetsTest, PortableAgreesClosely) {
  // The way of a single start, step by step: which of several equal optima wins may hang on
  // rounding.
  FitTask task = GetParam().Task();
  task.options.starts = {InitMethod::VolatilitySplit};
  task.options.max_iterations = 20;
  task.options.keep_history = true;
  const FitResult best = Fit(task);
  const FitResult portable = Fit(task, InstructionSet::Portable);
  ASSERT_EQ(best.report.history.size(), portable.report.history.size());
  for (std::size_t i = 0; i < best.report.history.size(); ++i) {
    const double expected = best.report.history[i].log_likelihood;
    EXPECT_NEAR(portable.report.history[i].log_likelihood, expected, 1e-10 * std::abs(expected));
  }
}

TEST_P(InstructionSetsTest, NeighboursMakeNoDifference) {
  const FitResult alone = Fit(GetParam().Task());
  // Among tasks of all kinds and lengths, at several places.
  const std::vector<FitCase> others = tests::AllFitCases();
  std::vector<FitTask> tasks;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (i % 5 == 2) {
      places.push_back(tasks.size());
      tasks.push_back(GetParam().Task());
    }
    tasks.push_back(others[i].Task());
    if (others[i].lengths.empty() && others[i].weights.empty()) {
      const std::size_t width = static_cast<std::size_t>(tasks.back().observations.dimensions);
      tasks.back().observations.values =
          tasks.back().observations.values.first(width * (150 + 3 * i));
      tasks.back().options.states = GetParam().task.options.states;
      tasks.back().options.minimum_observations = 1;
    }
    tasks.back().options.max_iterations = 20;
  }
  const std::vector<FitResult> results = FitMany(tasks);
  for (const std::size_t place : places) ExpectSame(results[place], alone);
}

INSTANTIATE_TEST_SUITE_P(Kinds, InstructionSetsTest, testing::ValuesIn(tests::AllFitCases()),
                         [](const auto& kind) { return kind.param.name; });

// Densities whose ratios leave the range of doubles need the guarded passes.
class GuardedPassesTest : public testing::Test {
 protected:
  static FitTask Extreme(const std::vector<double>& x) {
    FitTask task{.observations = {.values = x}};
    task.options.starts = {};
    task.options.prior = Prior::None();
    task.options.keep_history = true;
    task.options.variance_floor = 1e-9;
    // Equal variances, means far apart: the ratio of densities is exponential in x.
    task.given = {MakeUnivariate({0.5, 0.5}, {0.9, 0.1, 0.1, 0.9}, {-3, 3}, {2e-3, 2e-3})};
    return task;
  }

  static std::vector<double> TwoClusters() {
    std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 200, 5);
    for (std::size_t t = 0; t < x.size(); ++t) x[t] = 0.05 * x[t] + (t / 20 % 2 == 0 ? -3 : 3);
    return x;
  }
};

TEST_F(GuardedPassesTest, AgreeWithInferenceInLogarithms) {
  const std::vector<double> x = TwoClusters();
  const FitTask task = Extreme(x);
  for (const InstructionSet set : AvailableInstructionSets()) {
    const FitResult result = Fit(task, set);
    const double start = GaussianHmm(task.given[0]).LogLikelihood(task.observations);
    EXPECT_NEAR(result.report.history.front().log_likelihood, start, 1e-9 * std::abs(start));
    const double end = GaussianHmm(*result.parameters).LogLikelihood(task.observations);
    EXPECT_NEAR(result.report.log_likelihood, end, 1e-9 * std::abs(end));
    EXPECT_EQ(result.report.stop, StopReason::Converged);
  }
}

TEST_F(GuardedPassesTest, DoNotTouchTheNeighbours) {
  const std::vector<double> x = TwoClusters();
  const std::vector<double> calm = tests::Simulated(tests::TwoRegimes(), 200, 6);
  const FitTask ordinary{.observations = {.values = calm}};
  const FitResult alone = Fit(ordinary);
  const std::vector<FitTask> tasks = {Extreme(x), ordinary, Extreme(x)};
  ExpectSame(FitMany(tasks)[1], alone);
}

TEST_F(GuardedPassesTest, TheGeneralKernelComesToTheSame) {
  // Weights of 1 change nothing but the kernel.
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 252, 7);
  const std::vector<double> ones(x.size(), 1.0);
  FitTask task{.observations = {.values = x}};
  task.options.states = 3;
  task.options.keep_history = true;
  task.options.starts = {InitMethod::VolatilitySplit};
  task.options.prior = {
      .transition_count = 0.3, .sticky_count = 4, .start_count = 0.5, .scatter = 0.2};
  const FitResult plain = Fit(task);
  task.observations.weights = ones;
  const FitResult general = Fit(task);
  ASSERT_EQ(plain.report.history.size(), general.report.history.size());
  for (std::size_t i = 0; i < plain.report.history.size(); ++i) {
    EXPECT_NEAR(plain.report.history[i].log_likelihood, general.report.history[i].log_likelihood,
                1e-9);
    EXPECT_NEAR(plain.report.history[i].objective, general.report.history[i].objective, 1e-9);
  }
}

}  // namespace
}  // namespace regimen::hmm
