#include "regime/model/gaussian_hmm.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "regime/model/hmm_error.hpp"
#include "regime/model/hmm_filter.hpp"
#include "tests/regime/model/fit_cases.hpp"

namespace regimen::hmm {
namespace {

TEST(GaussianHmmTest, FilterOfAPrefixIsAPrefixOfTheFilter) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 200, 1);
  const GaussianHmm model(tests::ThreeRegimes());
  const FilterResult whole = model.Filter({.values = x});
  const FilterResult prefix = model.Filter({.values = std::span(x).first(120)});
  for (std::size_t t = 0; t < 120; ++t) {
    for (std::size_t k = 0; k < 3; ++k) {
      EXPECT_EQ(prefix.filtered(t, k), whole.filtered(t, k));
      EXPECT_EQ(prefix.predicted(t, k), whole.predicted(t, k));
    }
  }
}

TEST(GaussianHmmTest, SmoothingEndsWhereFilteringDoes) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 200, 2);
  const GaussianHmm model(tests::ThreeRegimes());
  const FilterResult filter = model.Filter({.values = x});
  const SmoothResult smooth = model.SmoothInHindsight({.values = x});
  for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(filter.filtered(199, k), smooth.smoothed(199, k));
}

TEST(GaussianHmmTest, ScalingMovesOnlyTheLikelihood) {
  std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 100, 3);
  HmmParameters parameters = tests::TwoRegimes();
  const FilterResult before = GaussianHmm(parameters).Filter({.values = x});
  for (double& value : x) value = 1000 * value + 7;
  for (double& mean : parameters.means) mean = 1000 * mean + 7;
  for (double& variance : parameters.covariances) variance *= 1e6;
  const FilterResult after = GaussianHmm(parameters).Filter({.values = x});
  EXPECT_NEAR(after.log_likelihood, before.log_likelihood - 100 * std::log(1000), 1e-9);
  for (std::size_t t = 0; t < 100; ++t) {
    EXPECT_NEAR(after.filtered(t, 0), before.filtered(t, 0), 1e-11);
  }
}

TEST(GaussianHmmTest, DensityInTwoDimensionsIsTheFormula) {
  // |C| = 3, C^-1 = (2 -1; -1 2) / 3 for C = (2 1; 1 2); at (1, 0) from the mean: distance 2/3.
  HmmParameters parameters;
  parameters.dimensions = 2;
  parameters.covariance_type = CovarianceType::Full;
  parameters.start = {1};
  parameters.transitions = {1};
  parameters.means = {5, 6};
  parameters.covariances = {2, 1, 1, 2};
  const std::vector<double> x = {6, 6};
  const double expected = -std::log(2 * M_PI) - std::log(3.0) / 2 - 1.0 / 3;
  EXPECT_NEAR(GaussianHmm(parameters).LogLikelihood({.values = x, .dimensions = 2}), expected,
              1e-14);
}

TEST(GaussianHmmTest, DensityOfStudentTIsTheFormula) {
  // Two degrees of freedom have a closed form: 1 / (2 + z^2)^(3/2).
  HmmParameters parameters = MakeUnivariate({1}, {1}, {1}, {4});
  parameters.emission_type = EmissionType::StudentT;
  parameters.degrees_of_freedom = {2};
  const std::vector<double> x = {4};
  const double expected = std::log(1 / std::pow(2 + 1.5 * 1.5, 1.5) / 2);
  EXPECT_NEAR(GaussianHmm(parameters).LogLikelihood({.values = x}), expected, 1e-13);
}

TEST(GaussianHmmTest, SamplesHaveTheMomentsOfTheModel) {
  RandomStream random(5);
  const HmmParameters truth = tests::CorrelatedRegimes(2);
  const HmmSample sample = GaussianHmm(truth).Sample(40000, random);
  double counts[2] = {};
  double sums[2] = {};
  double products[2] = {};
  double stays = 0;
  for (std::size_t t = 0; t < sample.states.size(); ++t) {
    const auto k = static_cast<std::size_t>(sample.states[t]);
    counts[k] += 1;
    sums[k] += sample.values[2 * t];
    products[k] += (sample.values[2 * t] - truth.means[2 * k]) *
                   (sample.values[2 * t + 1] - truth.means[2 * k + 1]);
    if (t > 0 && k == 0 && sample.states[t - 1] == 0) stays += 1;
  }
  EXPECT_NEAR(counts[0] / 40000, 2.0 / 3, 0.04);  // .1 / (.05 + .1)
  EXPECT_NEAR(stays / counts[0], 0.95, 0.01);
  EXPECT_NEAR(sums[0] / counts[0], truth.means[0], 0.03);
  EXPECT_NEAR(sums[1] / counts[1], truth.means[2], 0.08);
  EXPECT_NEAR(products[0] / counts[0], 0.2, 0.04);
  EXPECT_NEAR(products[1] / counts[1], 2.8, 0.2);
}

TEST(GaussianHmmTest, StationaryStartFollowsFromTheTransitions) {
  HmmParameters parameters = tests::TwoRegimes();
  parameters.start = {1, 0};
  parameters.start_type = StartType::Stationary;
  const GaussianHmm model(parameters);
  EXPECT_NEAR(model.Parameters().start[0], .05 / .07, 1e-14);
}

TEST(GaussianHmmTest, KnowsHowLongAStayLasts) {
  const GaussianHmm model(tests::TwoRegimes());
  EXPECT_NEAR(model.ExpectedDuration(0), 50, 1e-10);
  EXPECT_NEAR(model.ExpectedDuration(1), 20, 1e-10);
  const GaussianHmm absorbing(MakeUnivariate({1, 0}, {1, 0, 0, 1}, {0, 1}, {1, 1}));
  EXPECT_TRUE(std::isinf(absorbing.ExpectedDuration(0)));
}

TEST(GaussianHmmTest, PredictsSeveralSteps) {
  const GaussianHmm model(tests::TwoRegimes());
  const std::vector<double> now = {1, 0};
  EXPECT_EQ(model.After(now, 0), now);
  EXPECT_NEAR(model.After(now, 2)[0], .98 * .98 + .02 * .05, 1e-15);
}

TEST(GaussianHmmTest, RefusesParametersThatAreNoModel) {
  HmmParameters parameters = tests::TwoRegimes();
  parameters.covariances[1] = -1;
  EXPECT_THROW(GaussianHmm{parameters}, HmmError);
  parameters = tests::TwoRegimes();
  parameters.transitions[0] = 0.5;
  EXPECT_THROW(GaussianHmm{parameters}, HmmError);
  parameters = tests::TwoRegimes();
  parameters.means.pop_back();
  EXPECT_THROW(GaussianHmm{parameters}, HmmError);
  parameters = tests::TwoRegimes();
  parameters.start[0] = tests::kNan;
  EXPECT_THROW(GaussianHmm{parameters}, HmmError);
  parameters = tests::CorrelatedRegimes(2);
  parameters.covariance_type = CovarianceType::Diagonal;
  EXPECT_THROW(GaussianHmm{parameters}, HmmError);
}

TEST(HmmFilterTest, IsTheBatchFilterToTheLastBit) {
  for (const tests::FitCase& fit_case : tests::AllFitCases()) {
    if (!fit_case.weights.empty() || !fit_case.lengths.empty()) continue;
    const FitTask task = fit_case.Task();
    const GaussianHmm model(*Fit(task).parameters);
    const FilterResult batch = model.Filter(task.observations, MissingPolicy::Skip);
    HmmFilter filter(model);
    for (std::size_t t = 0; t < task.observations.Count(); ++t) {
      for (std::size_t k = 0; k < batch.filtered.States(); ++k) {
        ASSERT_EQ(filter.Predicted()[k], batch.predicted(t, k)) << fit_case.name;
      }
      filter.Update(task.observations.Row(t));
      for (std::size_t k = 0; k < batch.filtered.States(); ++k) {
        ASSERT_EQ(filter.Filtered()[k], batch.filtered(t, k)) << fit_case.name;
      }
    }
    EXPECT_EQ(filter.LogLikelihood(), batch.log_likelihood);
  }
}

TEST(HmmFilterTest, KnowsStateAndConfidence) {
  HmmFilter filter{GaussianHmm(MakeUnivariate({0.5, 0.5}, {0.9, 0.1, 0.1, 0.9}, {-5, 5}, {1, 1}))};
  EXPECT_EQ(filter.State(), 0);
  filter.Update(5);
  EXPECT_EQ(filter.State(), 1);
  EXPECT_NEAR(filter.Confidence(), 1, 1e-12);
  filter.Reset();
  EXPECT_EQ(filter.Confidence(), 0.5);
  EXPECT_EQ(filter.LogLikelihood(), 0);
}

TEST(HmmFilterTest, StaysAsItWasWhenItRefuses) {
  HmmFilter filter{GaussianHmm(tests::TwoRegimes())};
  filter.Update(0.3);
  const std::vector<double> before(filter.Filtered().begin(), filter.Filtered().end());
  EXPECT_THROW(filter.Update(tests::kInfinity), HmmError);
  EXPECT_THROW(filter.Update(1e300), HmmError);
  EXPECT_TRUE(std::equal(before.begin(), before.end(), filter.Filtered().begin()));
}

}  // namespace
}  // namespace regimen::hmm
