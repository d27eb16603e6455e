#include "regime/model/online_hmm.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "regime/model/baum_welch.hpp"
#include "regime/model/hmm_error.hpp"
#include "tests/regime/model/hmm_data.hpp"

namespace regimen::hmm {
namespace {

TEST(OnlineHmmTest, BeginsAsTheFittedModel) {
  const OnlineHmm online{GaussianHmm(tests::TwoRegimes())};
  const HmmParameters parameters = online.Parameters();
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(parameters.transitions[i], tests::TwoRegimes().transitions[i], 1e-15);
  }
  EXPECT_NEAR(parameters.means[0], 0.08, 1e-15);
  EXPECT_NEAR(parameters.covariances[1], 4, 1e-14);
  EXPECT_NEAR(online.Statistics().effective_length, 50, 1e-12);
}

// The formulas of spec/hidden-regime.md 2.9 written out with plain sums.
TEST(OnlineHmmTest, FollowsItsFormulas) {
  const HmmParameters first = tests::TwoRegimes();
  const std::vector<double> x = tests::Simulated(first, 300, 1);
  const OnlineOptions options{.memory = 0.95, .smoothing = 0.8};
  OnlineHmm online(GaussianHmm(first), options);

  const double stay = .05 / .07;
  double g[2] = {20 * stay, 20 * (1 - stay)};
  double pairs[2][2];
  double s1[2];
  double s2[2];
  double a[2][2] = {{.98, .02}, {.05, .95}};
  double mean[2] = {.08, -.1};
  double variance[2] = {.4, 4};
  double now[2] = {.5, .5};
  for (int i = 0; i < 2; ++i) {
    s1[i] = g[i] * mean[i];
    s2[i] = g[i] * (variance[i] + mean[i] * mean[i]);
    for (int j = 0; j < 2; ++j) pairs[i][j] = g[i] * a[i][j];
  }
  for (std::size_t t = 0; t < x.size(); ++t) {
    double joint[2][2];
    double likelihood = 0;
    double next[2] = {};
    for (int j = 0; j < 2; ++j) {
      const double b = std::exp(-(x[t] - mean[j]) * (x[t] - mean[j]) / (2 * variance[j])) /
                       std::sqrt(2 * M_PI * variance[j]);
      for (int i = 0; i < 2; ++i) {
        joint[i][j] = t == 0 ? (i == j ? now[i] * b : 0) : now[i] * a[i][j] * b;
        likelihood += joint[i][j];
        next[j] += joint[i][j];
      }
    }
    for (int j = 0; j < 2; ++j) {
      now[j] = next[j] / likelihood;
      g[j] = .95 * g[j] + now[j];
      s1[j] = .95 * s1[j] + now[j] * x[t];
      s2[j] = .95 * s2[j] + now[j] * x[t] * x[t];
      for (int i = 0; t > 0 && i < 2; ++i)
        pairs[i][j] = .95 * pairs[i][j] + joint[i][j] / likelihood;
    }
    for (int i = 0; i < 2; ++i) {
      for (int j = 0; j < 2; ++j)
        a[i][j] = .8 * a[i][j] + .2 * pairs[i][j] / (pairs[i][0] + pairs[i][1]);
      mean[i] = .8 * mean[i] + .2 * s1[i] / g[i];
      variance[i] = .8 * variance[i] + .2 * (s2[i] / g[i] - s1[i] / g[i] * s1[i] / g[i]);
    }
    online.AddObservation(x[t]);
    ASSERT_NEAR(online.Probabilities()[0], now[0], 1e-9) << t;
  }
  const HmmParameters parameters = online.Parameters();
  EXPECT_NEAR(parameters.means[1], mean[1], 1e-9);
  EXPECT_NEAR(parameters.covariances[0], variance[0], 1e-9);
  EXPECT_NEAR(parameters.Transition(0, 1), a[0][1], 1e-9);
}

TEST(OnlineHmmTest, FollowsAWorldThatChanges) {
  OnlineHmm online{GaussianHmm(tests::TwoRegimes())};
  HmmParameters later = tests::TwoRegimes();
  later.means = {2, -3};
  for (const double value : tests::Simulated(later, 2000, 2)) online.AddObservation(value);
  const HmmParameters parameters = online.Parameters();
  EXPECT_NEAR(std::max(parameters.means[0], parameters.means[1]), 2, 0.5);
}

TEST(OnlineHmmTest, AgreesWithTheBatchOnMostLabels) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 1500, 3);
  FitTask task{.observations = {.values = std::span(x).first(500)}};
  const GaussianHmm model(*Fit(task).parameters);
  const FilterResult batch = model.Filter({.values = x});
  OnlineHmm online(model, {.memory = memory::kLongHorizon});
  int agreed = 0;
  for (std::size_t t = 0; t < x.size(); ++t) {
    online.AddObservation(x[t]);
    if (t >= 500)
      agreed += online.Info().state == (batch.filtered(t, 1) > batch.filtered(t, 0) ? 1 : 0);
  }
  EXPECT_GT(agreed, 700);  // 70 % of a thousand
}

TEST(OnlineHmmTest, TellsOfNow) {
  OnlineHmm online{GaussianHmm(MakeUnivariate({0.5, 0.5}, {0.9, 0.1, 0.2, 0.8}, {-5, 5}, {1, 4}))};
  for (const double value : {-5.0, 5.0, 5.5, 4.5}) online.AddObservation(value);
  const OnlineInfo info = online.Info();
  EXPECT_EQ(info.state, 1);
  EXPECT_NEAR(info.confidence, 1, 1e-6);
  EXPECT_EQ(info.observations_in_state, 3);
  EXPECT_EQ(info.strength, 1);  // |5| over about 2
  EXPECT_NEAR(info.expected_duration * info.transition_probability, 1, 1e-12);
  EXPECT_EQ(online.Statistics().observations, 4U);
}

TEST(OnlineHmmTest, PredictsOverAHorizon) {
  OnlineHmm online{GaussianHmm(tests::TwoRegimes())};
  online.AddObservation(0.1);
  const std::vector<double> predicted = online.PredictTransitions(5);
  ASSERT_EQ(predicted.size(), 10U);
  const HmmParameters parameters = online.Parameters();
  const double p = online.Probabilities()[0];
  EXPECT_NEAR(predicted[0], p * parameters.Transition(0, 0) + (1 - p) * parameters.Transition(1, 0),
              1e-15);
  for (std::size_t step = 0; step < 5; ++step) {
    EXPECT_NEAR(predicted[2 * step] + predicted[2 * step + 1], 1, 1e-12);
  }
}

TEST(OnlineHmmTest, ReportsAChange) {
  OnlineHmm online(GaussianHmm(tests::TwoRegimes()), {.change_threshold = 20});
  for (const double value : tests::Simulated(tests::TwoRegimes(), 500, 4)) {
    EXPECT_FALSE(online.AddObservation(value));
  }
  bool reported = false;
  for (int i = 0; i < 10; ++i) reported |= online.AddObservation(i % 2 == 0 ? 12 : -12);
  EXPECT_TRUE(reported);
  EXPECT_GE(online.Statistics().changes, 1U);
}

TEST(OnlineHmmTest, SurvivesAnything) {
  OnlineHmm online(GaussianHmm(tests::TwoRegimes()), {.change_threshold = 5});
  const double values[] = {0, tests::kNan, 1e300,  -1e300, 1e12, 0,  0,
                           0, tests::kNan, 1e-300, -1e5,   30,   -30};
  for (int round = 0; round < 200; ++round) {
    for (const double value : values) {
      online.AddObservation(value);
      double sum = 0;
      for (const double probability : online.Probabilities()) sum += probability;
      ASSERT_NEAR(sum, 1, 1e-9);
      ASSERT_NO_THROW(online.Parameters().Validate());
      ASSERT_TRUE(std::isfinite(online.Statistics().log_likelihood));
      ASSERT_TRUE(std::isfinite(online.Statistics().mean_log_score));
    }
  }
}

TEST(OnlineHmmTest, ConstantsDoNotCollapseIt) {
  OnlineHmm online{GaussianHmm(tests::TwoRegimes())};
  for (int i = 0; i < 5000; ++i) online.AddObservation(0.25);
  EXPECT_NO_THROW(online.Parameters().Validate());
}

TEST(OnlineHmmTest, BearsStatesThatAreHardToReach) {
  // A ladder of one way; the observations jump to its far end and back.
  HmmParameters ladder = MakeUnivariate(
      {1, 0, 0, 0}, {0.75, 0.25, 0, 0, 0, 0.75, 0.25, 0, 0, 0, 0.75, 0.25, 0, 0, 0, 1},
      {0, 10, 20, 30}, {0.5, 0.5, 0.5, 0.5});
  OnlineHmm online{GaussianHmm(ladder)};
  for (const double value : {-39.2, 38.4, -39.4, -4.1, 29.0, 0.0, 12.0, 26.9, 31.0, 0.0}) {
    online.AddObservation(value);
    ASSERT_NO_THROW(online.Parameters().Validate());
  }
  EXPECT_EQ(online.Parameters().Transition(3, 0), 0);
}

TEST(OnlineHmmTest, ACommonVarianceStaysCommon) {
  HmmParameters tied = tests::TwoRegimes();
  tied.covariance_type = CovarianceType::Tied;
  tied.means = {-4, 4};
  tied.covariances = {1, 1};
  OnlineHmm online{GaussianHmm(tied)};
  HmmParameters wider = tied;
  wider.covariances = {4, 4};
  for (const double value : tests::Simulated(wider, 3000, 6)) online.AddObservation(value);
  EXPECT_NO_THROW(online.Parameters().Validate());
  EXPECT_NEAR(online.Parameters().covariances[0], 4, 1.6);  // of about fifty observations
}

TEST(OnlineHmmTest, MissingObservationsLetStatesMoveOn) {
  OnlineHmm online{GaussianHmm(tests::TwoRegimes())};
  online.AddObservation(0.1);
  const double p = online.Probabilities()[0];
  const HmmParameters before = online.Parameters();
  online.AddObservation(tests::kNan);
  EXPECT_NEAR(online.Probabilities()[0],
              p * before.Transition(0, 0) + (1 - p) * before.Transition(1, 0), 1e-15);
  EXPECT_EQ(online.Parameters().means, before.means);
  EXPECT_EQ(online.Statistics().observations, 1U);
}

TEST(OnlineHmmTest, ResetForgetsAll) {
  OnlineHmm online{GaussianHmm(tests::TwoRegimes())};
  const HmmParameters before = online.Parameters();
  for (const double value : tests::Simulated(tests::ThreeRegimes(), 100, 5))
    online.AddObservation(value);
  EXPECT_NE(online.Parameters().means, before.means);
  online.ResetAdaptation();
  EXPECT_EQ(online.Parameters(), before);
  EXPECT_EQ(online.Statistics().observations, 0U);
}

TEST(OnlineHmmTest, RefusesWhatItCannotDo) {
  EXPECT_THROW(OnlineHmm(GaussianHmm(tests::TwoRegimes()), {.memory = 0}), HmmError);
  EXPECT_THROW(OnlineHmm(GaussianHmm(tests::TwoRegimes()), {.smoothing = 1}), HmmError);
  HmmParameters tails = tests::TwoRegimes();
  tails.emission_type = EmissionType::StudentT;
  tails.degrees_of_freedom = {5, 5};
  EXPECT_THROW(OnlineHmm{GaussianHmm(tails)}, HmmError);
  OnlineHmm online{GaussianHmm(tests::TwoRegimes())};
  EXPECT_THROW(online.AddObservation(std::numeric_limits<double>::infinity()), HmmError);
}

}  // namespace
}  // namespace regimen::hmm
