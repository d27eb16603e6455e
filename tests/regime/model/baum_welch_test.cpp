// What holds for every fit, whatever its kind.
#include "regime/model/baum_welch.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "regime/model/gaussian_hmm.hpp"
#include "tests/regime/model/fit_cases.hpp"
#include "tests/regime/model/textbook_em.hpp"

namespace regimen::hmm {
namespace {

using tests::FitCase;

class EveryFitTest : public testing::TestWithParam<FitCase> {};

// The objective at given parameters: a fit that may not move.
double ObjectiveAt(const FitTask& task, const HmmParameters& parameters) {
  FitTask still = task;
  still.options.starts = {};
  still.options.random_starts = 0;
  still.options.max_iterations = 0;
  still.given = {parameters};
  return Fit(still).report.objective;
}

TEST_P(EveryFitTest, NeverLowersTheObjective) {
  FitTask task = GetParam().Task();
  task.options.keep_history = true;
  const FitResult result = Fit(task);
  ASSERT_EQ(result.report.stop, StopReason::Converged);
  const std::vector<FitStep>& history = result.report.history;
  for (std::size_t i = 1; i < history.size(); ++i) {
    EXPECT_GE(history[i].objective, history[i - 1].objective - 1e-10) << "iteration " << i;
  }
  EXPECT_EQ(history.back().objective, result.report.objective);
  EXPECT_EQ(history.size(), static_cast<std::size_t>(result.report.iterations) + 1);
}

TEST_P(EveryFitTest, ReportsTheLikelihoodThatInferenceFinds) {
  const FitTask task = GetParam().Task();
  const FitResult result = Fit(task);
  const double likelihood =
      GaussianHmm(*result.parameters).LogLikelihood(task.observations, task.options.missing);
  EXPECT_NEAR(result.report.log_likelihood, likelihood, 1e-9);
}

TEST_P(EveryFitTest, MakesProbabilities) {
  const FitResult result = Fit(GetParam().Task());
  const MarkovChain chain = result.parameters->Chain();
  double sum = 0;
  for (const double probability : chain.start) sum += probability;
  EXPECT_NEAR(sum, 1, 1e-12);
  for (std::size_t i = 0; i < chain.States(); ++i) {
    sum = 0;
    for (std::size_t j = 0; j < chain.States(); ++j) {
      sum += chain.transitions[i * chain.States() + j];
    }
    EXPECT_NEAR(sum, 1, 1e-12);
  }
  EXPECT_NO_THROW(result.parameters->Validate());
}

// Scales the covariance of one state (of all if they are tied).
HmmParameters WithCovarianceScaled(HmmParameters model, std::size_t state, double factor) {
  const std::size_t size = model.covariances.size() / model.start.size();
  for (std::size_t i = 0; i < model.covariances.size(); ++i) {
    const bool tied = model.covariance_type == CovarianceType::Tied;
    if (tied || i / size == state) model.covariances[i] *= factor;
  }
  return model;
}

// Moves a part of a row's probability to or from one of its entries.
HmmParameters WithTransitionMoved(HmmParameters model, std::size_t from, std::size_t to,
                                  double step) {
  const std::size_t states = model.start.size();
  double* row = model.transitions.data() + from * states;
  row[to] *= 1 + step;
  double sum = 0;
  for (std::size_t j = 0; j < states; ++j) sum += row[j];
  for (std::size_t j = 0; j < states; ++j) row[j] /= sum;
  return model;
}

TEST_P(EveryFitTest, EndsWhereNoSmallChangeIsBetter) {
  FitTask task = GetParam().Task();
  task.options.tolerance = 1e-14;
  task.options.max_iterations = 20000;
  const FitResult result = Fit(task);
  const HmmParameters& best = *result.parameters;
  ASSERT_NEAR(ObjectiveAt(task, best), result.report.objective, 1e-9);
  const double limit = result.report.objective + 1e-7;  // EM had that much still to gain
  for (const double step : {-1e-3, 1e-3}) {
    for (std::size_t i = 0; i < best.means.size(); ++i) {
      HmmParameters moved = best;
      moved.means[i] += step;
      EXPECT_LE(ObjectiveAt(task, moved), limit) << "mean " << i;
    }
    for (std::size_t k = 0; k < best.start.size(); ++k) {
      EXPECT_LE(ObjectiveAt(task, WithCovarianceScaled(best, k, 1 + step)), limit) << "state " << k;
      for (std::size_t j = 0; j < best.start.size(); ++j) {
        EXPECT_LE(ObjectiveAt(task, WithTransitionMoved(best, k, j, step)), limit)
            << "transition from " << k << " to " << j;
      }
    }
    // Degrees of freedom, unless they ended at a limit of theirs.
    for (std::size_t k = 0; k < best.degrees_of_freedom.size(); ++k) {
      const double nu = best.degrees_of_freedom[k];
      if (!task.options.estimate_degrees_of_freedom || nu < 2.2 || nu > 190) continue;
      HmmParameters moved = best;
      moved.degrees_of_freedom[k] *= 1 + step;
      EXPECT_LE(ObjectiveAt(task, moved), limit) << "degrees of freedom " << k;
    }
  }
}

TEST_P(EveryFitTest, IsTheSameEveryTime) {
  const FitTask task = GetParam().Task();
  const FitResult first = Fit(task);
  const FitResult second = Fit(task);
  EXPECT_EQ(*first.parameters, *second.parameters);
  EXPECT_EQ(first.report.log_likelihood, second.report.log_likelihood);
}

TEST_P(EveryFitTest, ScaleAndShiftChangeOnlyUnits) {
  FitCase scaled = GetParam();
  scaled.task.options.prior.scatter *= 1e-12;  // its unit is the square of the series'
  const FitTask task = GetParam().Task();
  const FitResult original = Fit(task);
  for (double& value : scaled.values) value = 1e-6 * value + 3e-6;
  const FitResult result = Fit(scaled.Task());
  double weight = 0;
  for (const double w : task.observations.EffectiveWeights()) weight += w;
  weight *= task.observations.dimensions;
  EXPECT_NEAR(result.report.log_likelihood,
              original.report.log_likelihood - weight * std::log(1e-6), 1e-6);
  for (std::size_t i = 0; i < original.parameters->means.size(); ++i) {
    EXPECT_NEAR(result.parameters->means[i], 1e-6 * original.parameters->means[i] + 3e-6, 1e-11);
  }
  for (std::size_t i = 0; i < original.parameters->transitions.size(); ++i) {
    EXPECT_NEAR(result.parameters->transitions[i], original.parameters->transitions[i], 1e-5);
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryFitTest, testing::ValuesIn(tests::AllFitCases()),
                         [](const auto& kind) { return kind.param.name; });

TEST(BaumWelchTest, GoesTheWayOfTheTextbook) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 300, 21);
  for (std::size_t states = 2; states <= 8; ++states) {
    FitTask task{.observations = {.values = x}};
    task.options.states = static_cast<int>(states);
    task.options.prior = Prior::None();
    task.options.starts = {};
    task.options.max_iterations = 25;
    task.options.tolerance = 0;
    task.options.keep_history = true;
    tests::TextbookModel model;
    for (std::size_t k = 0; k < states; ++k) {
      model.start.push_back(1.0 / static_cast<double>(states));
      model.means.push_back(-2 + 4 * static_cast<double>(k) / static_cast<double>(states - 1));
      model.variances.push_back(0.5 + 0.4 * static_cast<double>(k));
      model.transitions.emplace_back(states, 0.1 / static_cast<double>(states - 1));
      model.transitions.back()[k] = 0.9;
    }
    std::vector<double> flat;
    for (const auto& row : model.transitions) flat.insert(flat.end(), row.begin(), row.end());
    task.given = {MakeUnivariate(model.start, flat, model.means, model.variances)};
    const FitResult result = Fit(task);
    for (const FitStep& step : result.report.history) {
      EXPECT_NEAR(step.log_likelihood, tests::TextbookIteration(x, model), 1e-9);
    }
  }
}

TEST(BaumWelchTest, OneStateIsTheSample) {
  const std::vector<double> x = {1, 2, 4, 7, 11};
  FitTask task{.observations = {.values = x}};
  task.options.states = 1;
  task.options.prior = Prior::None();
  const FitResult result = Fit(task);
  EXPECT_NEAR(result.parameters->means[0], 5, 1e-14);
  EXPECT_NEAR(result.parameters->Variance(0), 13.2, 1e-13);  // (16 + 9 + 1 + 4 + 36) / 5
  EXPECT_NEAR(result.report.log_likelihood, -2.5 * (std::log(2 * M_PI * 13.2) + 1), 1e-12);
}

TEST(BaumWelchTest, PriorPullsAsItsFormulaSays) {
  // One state: variance (sum of squares + 5 s^2 ) / (n + 5) about the sample mean = the sample's
  // s^2.
  const std::vector<double> x = {1, 2, 4, 7, 11};
  FitTask task{.observations = {.values = x}};
  task.options.states = 1;
  const FitResult result = Fit(task);
  EXPECT_NEAR(result.parameters->Variance(0), 13.2, 1e-12);
  task.options.prior = {.variance_observations = 0, .mean_observations = 0, .scatter = 6};
  EXPECT_NEAR(Fit(task).parameters->Variance(0), (66 + 6) / 5.0, 1e-12);
}

TEST(BaumWelchTest, IdenticalRowsMakeAMixture) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 50, 3);
  const HmmParameters model = MakeUnivariate({0.3, 0.7}, {0.3, 0.7, 0.3, 0.7}, {1, -1}, {0.5, 2});
  double expected = 0;
  for (const double value : x) {
    double sum = 0;
    for (std::size_t k = 0; k < 2; ++k) {
      const double d = value - model.means[k];
      sum += model.start[k] * std::exp(-d * d / (2 * model.covariances[k])) /
             std::sqrt(2 * M_PI * model.covariances[k]);
    }
    expected += std::log(sum);
  }
  EXPECT_NEAR(GaussianHmm(model).LogLikelihood({.values = x}), expected, 1e-11);
}

TEST(BaumWelchTest, IdentityTransitionsMakeAMixtureOfConstantPaths) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 20, 4);
  const HmmParameters model = MakeUnivariate({0.3, 0.7}, {1, 0, 0, 1}, {1, -1}, {0.5, 2});
  double paths[2] = {std::log(0.3), std::log(0.7)};
  for (const double value : x) {
    for (std::size_t k = 0; k < 2; ++k) {
      const double d = value - model.means[k];
      paths[k] -=
          d * d / (2 * model.covariances[k]) + std::log(2 * M_PI * model.covariances[k]) / 2;
    }
  }
  const double highest = std::max(paths[0], paths[1]);
  const double expected =
      highest + std::log(std::exp(paths[0] - highest) + std::exp(paths[1] - highest));
  EXPECT_NEAR(GaussianHmm(model).LogLikelihood({.values = x}), expected, 1e-11);
}

TEST(BaumWelchTest, PermutedStartsMakePermutedEnds) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 250, 5);
  FitTask task{.observations = {.values = x}};
  task.options.states = 3;
  task.options.starts = {};
  task.given = {tests::ThreeRegimes()};
  const FitResult first = Fit(task);
  const std::vector<int> order = {2, 0, 1};
  task.given = {tests::ThreeRegimes().Permuted(order)};
  const FitResult second = Fit(task);
  EXPECT_NEAR(first.report.log_likelihood, second.report.log_likelihood, 1e-9);
  const HmmParameters expected = first.parameters->Permuted(order);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(second.parameters->means[i], expected.means[i], 1e-6);
    EXPECT_NEAR(second.parameters->covariances[i], expected.covariances[i], 1e-6);
  }
}

// Fisher: the slope of the log-likelihood is the expected slope of the complete one.
TEST(BaumWelchTest, PosteriorsGiveTheSlopeOfTheLikelihood) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 200, 6);
  const HmmParameters model = tests::ThreeRegimes();
  const SmoothResult smooth = GaussianHmm(model).SmoothInHindsight({.values = x});
  for (std::size_t k = 0; k < 3; ++k) {
    double expected = 0;
    for (std::size_t t = 0; t < x.size(); ++t) {
      expected += smooth.smoothed(t, k) * (x[t] - model.means[k]) / model.covariances[k];
    }
    constexpr double kStep = 1e-5;
    HmmParameters up = model;
    HmmParameters down = model;
    up.means[k] += kStep;
    down.means[k] -= kStep;
    const double slope = (GaussianHmm(up).LogLikelihood({.values = x}) -
                          GaussianHmm(down).LogLikelihood({.values = x})) /
                         (2 * kStep);
    EXPECT_NEAR(slope, expected, 1e-6 * std::abs(expected) + 1e-6);
  }
}

TEST(BaumWelchTest, FindsTheModelThatMadeTheSeries) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 20000, 77);
  FitTask task{.observations = {.values = x}};
  const FitResult result = Fit(task);
  const bool swapped = result.parameters->Variance(0) > result.parameters->Variance(1);
  const std::vector<int> order = swapped ? std::vector<int>{1, 0} : std::vector<int>{0, 1};
  const HmmParameters model = result.parameters->Permuted(order);
  // Four standard errors or more.
  EXPECT_NEAR(model.means[0], 0.08, 0.03);
  EXPECT_NEAR(model.means[1], -0.1, 0.12);
  EXPECT_NEAR(model.Variance(0), 0.4, 0.03);
  EXPECT_NEAR(model.Variance(1), 4.0, 0.35);
  EXPECT_NEAR(model.Transition(0, 0), 0.98, 0.006);
  EXPECT_NEAR(model.Transition(1, 1), 0.95, 0.015);
}

TEST(BaumWelchTest, AWeightOfTwoIsTheSameObservationTwice) {
  // Each observation twice in a state: its density squared.
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 60, 8);
  const std::vector<double> twos(x.size(), 2.0);
  const GaussianHmm model(tests::TwoRegimes());
  std::vector<double> squared = model.LogDensities({.values = x});
  for (double& value : squared) value *= 2;
  const double expected = Filter(model.Parameters().Chain(), {squared, 2}).log_likelihood;
  FitTask task{.observations = {.values = x, .weights = twos}};
  task.options.prior = Prior::None();
  task.options.starts = {};
  task.options.max_iterations = 0;
  task.given = {tests::TwoRegimes()};
  EXPECT_NEAR(Fit(task).report.log_likelihood, expected, 1e-10);
}

TEST(BaumWelchTest, AWeightOfZeroIsAMissingObservation) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 100, 9);
  std::vector<double> weights(x.size(), 1.0);
  std::vector<double> holes = x;
  for (std::size_t t = 10; t < 100; t += 9) {
    weights[t] = 0;
    holes[t] = tests::kNan;
  }
  FitTask weighted{.observations = {.values = x, .weights = weights}};
  FitTask missing{.observations = {.values = holes}};
  missing.options.missing = MissingPolicy::Skip;
  EXPECT_EQ(*Fit(weighted).parameters, *Fit(missing).parameters);
}

TEST(BaumWelchTest, ExactZerosStayWithoutPriorCounts) {
  // A chain that only moves up.
  const std::vector<double> x = {0.1, -0.2, 0.05, 0.1, 5.0, 5.2, 4.9, 5.1, 5.0, 4.8};
  FitTask task{.observations = {.values = x}};
  task.options.starts = {};
  task.given = {MakeUnivariate({1, 0}, {0.5, 0.5, 0, 1}, {0, 4}, {1, 1})};
  const FitResult result = Fit(task);
  EXPECT_EQ(result.parameters->Transition(1, 0), 0);
  EXPECT_NEAR(result.parameters->Transition(0, 1), 0.25, 1e-3);  // one of four steps leaves
  EXPECT_EQ(result.parameters->start[1], 0);
}

TEST(BaumWelchTest, StickyCountsMakeStatesLast) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 252, 10);
  FitTask task{.observations = {.values = x}};
  const FitResult loose = Fit(task);
  task.options.prior.sticky_count = 50;
  const FitResult sticky = Fit(task);
  EXPECT_GT(sticky.parameters->Transition(0, 0) + sticky.parameters->Transition(1, 1),
            loose.parameters->Transition(0, 0) + loose.parameters->Transition(1, 1));
}

TEST(BaumWelchTest, FixedStartStaysAsGiven) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 252, 10);
  FitTask task{.observations = {.values = x}};
  task.options.start_type = StartType::Fixed;
  task.options.starts = {};
  task.given = {tests::TwoRegimes()};
  EXPECT_EQ(Fit(task).parameters->start, tests::TwoRegimes().start);
}

TEST(BaumWelchTest, HeavyTailsAreSeenAsSuch) {
  HmmParameters model = tests::TwoRegimes();
  model.emission_type = EmissionType::StudentT;
  model.degrees_of_freedom = {4, 4};
  const std::vector<double> x = tests::Simulated(model, 8000, 11);
  FitTask task{.observations = {.values = x}};
  task.options.states = 2;
  task.options.emission_type = EmissionType::StudentT;
  task.options.degrees_of_freedom = 10;
  task.options.estimate_degrees_of_freedom = true;
  const FitResult result = Fit(task);
  for (const double nu : result.parameters->degrees_of_freedom) {
    EXPECT_GT(nu, 2.8);
    EXPECT_LT(nu, 6.5);
  }
  task.options.emission_type = EmissionType::Gaussian;
  EXPECT_GT(result.report.log_likelihood, Fit(task).report.log_likelihood + 50);
}

TEST(BaumWelchTest, AWarmStartKeepsItsPlaceWithinItsMargin) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 252, 12);
  FitTask task{.observations = {.values = x}};
  task.options.states = 3;
  task.options.random_starts = 20;
  const FitResult cold = Fit(task);
  task.warm = *cold.parameters;
  const FitResult warm = Fit(task);
  EXPECT_EQ(warm.report.best_start, 0);
  EXPECT_EQ(warm.report.starts[0].method, InitMethod::Warm);
  task.warm = tests::ThreeRegimes();
  task.options.warm_margin = 1e9;
  EXPECT_EQ(Fit(task).report.best_start, 0);
}

TEST(BaumWelchTest, ReportsWhenIterationsRanOut) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 252, 13);
  FitTask task{.observations = {.values = x}};
  task.options.states = 3;
  task.options.max_iterations = 2;
  const FitResult result = Fit(task);
  EXPECT_EQ(result.report.stop, StopReason::IterationLimit);
  EXPECT_EQ(result.report.iterations, 2);
}

TEST(BaumWelchTest, CriteriaFollowTheirFormulas) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 252, 14);
  FitTask task{.observations = {.values = x}};
  const FitReport report = Fit(task).report;
  EXPECT_EQ(report.free_parameters, 1 + 2 + 2 + 2);
  EXPECT_DOUBLE_EQ(report.aic, -2 * report.log_likelihood + 14);
  EXPECT_DOUBLE_EQ(report.bic, -2 * report.log_likelihood + 7 * std::log(252));
}

}  // namespace
}  // namespace regimen::hmm
