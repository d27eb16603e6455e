// Maximum-likelihood fits that others published, or that two independent programs agree on
// (spec/hmm.md 5c, 5e).
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

#include "regime/model/baum_welch.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "tests/regime/model/hmm_data.hpp"
#include "tests/regime/model/textbook_em.hpp"

namespace regimen::hmm {
namespace {

FitTask MaximumLikelihood(const std::vector<double>& values, int states) {
  FitTask task{.observations = {.values = values}};
  task.options.states = states;
  task.options.prior = Prior::None();
  task.options.variance_floor = 1e-6;
  task.options.tolerance = 1e-14;
  task.options.max_iterations = 20000;
  return task;
}

// The parameters with their states in ascending order of the means.
HmmParameters ByMean(const FitResult& result) {
  std::vector<int> order(static_cast<std::size_t>(result.parameters->states));
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return result.parameters->Mean(a)[0] < result.parameters->Mean(b)[0];
  });
  return result.parameters->Permuted(order);
}

class FedFundsTest : public testing::Test {
 protected:
  void SetUp() override {
    if (rates_.empty()) GTEST_SKIP() << "needs the exam's series";
    ASSERT_EQ(rates_.size(), 226U);
  }

  FitTask Task(CovarianceType covariance, StartType start) const {
    FitTask task = MaximumLikelihood(rates_, 2);
    task.options.covariance_type = covariance;
    task.options.start_type = start;
    task.options.random_starts = 5;
    return task;
  }

  std::vector<double> rates_ = tests::ExamSeries("series/fedfunds.txt");
};

TEST_F(FedFundsTest, CommonVarianceWithStationaryStartIsStatas) {
  const FitResult result = Fit(Task(CovarianceType::Tied, StartType::Stationary));
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(result.report.log_likelihood, -508.635918, 5e-7);
  EXPECT_NEAR(model.Transition(0, 0), .9820938, 2e-6);
  EXPECT_NEAR(model.Transition(1, 0), .0503587, 2e-6);
  EXPECT_NEAR(model.means[0], 3.708770, 2e-5);
  EXPECT_NEAR(model.means[1], 9.556793, 2e-5);
  EXPECT_NEAR(std::sqrt(model.Variance(0)), 2.107562, 2e-6);
}

TEST_F(FedFundsTest, CommonVarianceWithFreeStart) {
  const FitResult result = Fit(Task(CovarianceType::Tied, StartType::Free));
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(result.report.log_likelihood, -508.30998854, 1e-8);
  EXPECT_NEAR(model.Transition(0, 0), .98047248, 1e-7);
  EXPECT_NEAR(model.Transition(1, 1), .95345472, 1e-7);
  EXPECT_NEAR(model.means[0], 3.70777614, 1e-6);
  EXPECT_NEAR(model.means[1], 9.55418434, 1e-6);
  EXPECT_NEAR(std::sqrt(model.Variance(0)), 2.107653, 1e-6);
}

TEST_F(FedFundsTest, SwitchingVarianceWithStationaryStart) {
  const FitResult result = Fit(Task(CovarianceType::Diagonal, StartType::Stationary));
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(result.report.log_likelihood, -496.145549, 1e-6);
  EXPECT_NEAR(model.Transition(0, 0), .98193014, 1e-6);
  EXPECT_NEAR(model.Transition(1, 0), .04686750, 1e-6);
  EXPECT_NEAR(model.means[0], 3.636030, 1e-5);
  EXPECT_NEAR(model.means[1], 9.349066, 1e-5);
  EXPECT_NEAR(model.Variance(0), 2.919919, 1e-5);
  EXPECT_NEAR(model.Variance(1), 8.001175, 1e-5);
}

TEST_F(FedFundsTest, SwitchingVarianceWithFreeStart) {
  const FitResult result = Fit(Task(CovarianceType::Diagonal, StartType::Free));
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(result.report.log_likelihood, -495.79514415, 1e-8);
  EXPECT_NEAR(model.Transition(0, 0), .98014653, 1e-7);
  EXPECT_NEAR(model.Transition(1, 1), .95690616, 1e-7);
  EXPECT_NEAR(model.means[0], 3.6349751, 1e-6);
  EXPECT_NEAR(model.means[1], 9.34583498, 1e-6);
  EXPECT_NEAR(std::sqrt(model.Variance(0)), 1.70838212, 1e-7);
  EXPECT_NEAR(std::sqrt(model.Variance(1)), 2.82921914, 1e-7);
}

class SpeedTest : public testing::Test {
 protected:
  void SetUp() override {
    if (times_.empty()) GTEST_SKIP() << "needs the exam's series";
    ASSERT_EQ(times_.size(), 439U);
  }

  static void ExpectModel(const FitResult& result, const std::vector<double>& expected) {
    const HmmParameters model = ByMean(result);
    EXPECT_NEAR(result.report.log_likelihood, expected[0], 1e-8);
    EXPECT_NEAR(model.Transition(0, 0), expected[1], 1e-6);
    EXPECT_NEAR(model.Transition(1, 1), expected[2], 1e-6);
    EXPECT_NEAR(model.means[0], expected[3], 1e-6);
    EXPECT_NEAR(model.means[1], expected[4], 1e-6);
    EXPECT_NEAR(std::sqrt(model.Variance(0)), expected[5], 1e-6);
    EXPECT_NEAR(std::sqrt(model.Variance(1)), expected[6], 1e-6);
  }

  std::vector<double> times_ = tests::ExamSeries("series/speed.txt");
};

TEST_F(SpeedTest, OneSequenceIsDepmixs) {
  const FitResult result = Fit(MaximumLikelihood(times_, 2));
  ExpectModel(result,
              {-88.73058448, .88350442, .91566627, 5.51035524, 6.38504706, .19174342, .24416408});
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(model.start[0], 0, 1e-9);
  EXPECT_NEAR(model.start[1], 1, 1e-9);
}

TEST_F(SpeedTest, ThreeSequencesAreDepmixs) {
  const std::vector<std::size_t> lengths = {168, 134, 137};
  FitTask task = MaximumLikelihood(times_, 2);
  task.observations.lengths = lengths;
  ExpectModel(Fit(task),
              {-84.34171428, .89465486, .91624851, 5.51114357, 6.38548740, .19259915, .24394134});
}

class Sp500Test : public testing::Test {
 protected:
  void SetUp() override {
    if (returns_.empty()) GTEST_SKIP() << "needs the exam's series";
    ASSERT_EQ(returns_.size(), 744U);
  }

  std::vector<double> returns_ = tests::ExamSeries("series/sp500.txt");
};

TEST_F(Sp500Test, TwoStates) {
  FitTask task = MaximumLikelihood(returns_, 2);
  task.options.tolerance = 0;
  const FitResult result = Fit(task);
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(result.report.log_likelihood, 1334.635187, 1e-6);
  // EM had stopped early where this was published: the optimum has .8294296 (see the next test).
  EXPECT_NEAR(model.Transition(0, 0), .829428, 2e-6);
  EXPECT_NEAR(model.Transition(1, 1), .960665, 1e-6);
  EXPECT_NEAR(model.means[0], -.01434825, 1e-7);
  EXPECT_NEAR(model.means[1], .01045427, 1e-7);
  EXPECT_NEAR(std::sqrt(model.Variance(0)), .06452766, 1e-7);
  EXPECT_NEAR(std::sqrt(model.Variance(1)), .03368970, 1e-7);
}

TEST_F(Sp500Test, TwoStatesEndWhereTheTextbookDoes) {
  tests::TextbookModel book{.start = {.5, .5},
                            .transitions = {{.83, .17}, {.04, .96}},
                            .means = {-.0143, .0104},
                            .variances = {.0645 * .0645, .0337 * .0337}};
  for (int iteration = 0; iteration < 1000; ++iteration) tests::TextbookIteration(returns_, book);
  FitTask task = MaximumLikelihood(returns_, 2);
  task.options.tolerance = 0;  // which ends a little apart: the likelihood is flat to its last bit
  const HmmParameters model = ByMean(Fit(task));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_NEAR(model.Transition(static_cast<int>(i), static_cast<int>(i)), book.transitions[i][i],
                3e-7);
    EXPECT_NEAR(model.means[i], book.means[i], 3e-8);
    EXPECT_NEAR(model.covariances[i], book.variances[i], 3e-9);
  }
}

TEST_F(Sp500Test, RestartsFindAllFourOptimaOfThreeStates) {
  FitTask task = MaximumLikelihood(returns_, 3);
  task.options.random_starts = 200;
  const FitResult result = Fit(task);
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(result.report.log_likelihood, 1347.0749, 1e-4);
  const double means[] = {-.0307461, .0093359, .0095172};
  const double deviations[] = {.0721702, .0393865, .0219346};
  for (int k = 0; k < 3; ++k) {
    EXPECT_NEAR(model.Mean(k)[0], means[k], 1e-6);
    EXPECT_NEAR(std::sqrt(model.Variance(k)), deviations[k], 1e-6);
  }
  EXPECT_GE(result.report.distinct_optima, 4);
  for (const double optimum : {1347.0749, 1346.525646, 1345.935145, 1339.983054}) {
    EXPECT_TRUE(std::any_of(result.report.starts.begin(), result.report.starts.end(),
                            [optimum](const StartReport& start) {
                              return std::abs(start.log_likelihood - optimum) < 1e-4;
                            }))
        << "no start ended at " << optimum;
  }
}

// hmmlearn 0.3.3 from the same start, iteration by iteration.
class HmmlearnTest : public testing::Test {
 protected:
  void SetUp() override {
    if (returns_.empty()) GTEST_SKIP() << "needs the exam's series";
    ASSERT_NEAR(returns_.front(), .399775018620385, 1e-13);
  }

  FitResult FitFromQuantiles(int states, double scatter) const {
    FitTask task = MaximumLikelihood(returns_, states);
    task.options.prior.scatter = scatter;
    task.options.starts = {InitMethod::Quantile};
    task.options.tolerance = 0;
    task.options.max_iterations = 300;
    task.options.keep_history = true;
    return Fit(task);
  }

  static void ExpectHistory(const FitResult& result,
                            const std::vector<std::pair<int, double>>& expected) {
    const std::vector<FitStep>& history = result.report.history;
    for (const auto& [iteration, value] : expected) {
      // A run that can gain nothing any more has stopped.
      const auto at = std::min(static_cast<std::size_t>(iteration - 1), history.size() - 1);
      EXPECT_NEAR(history[at].log_likelihood, value, 1e-8)
          << "before the M-step of iteration " << iteration;
    }
  }

  std::vector<double> returns_ = tests::SpyReturns252();
};

TEST_F(HmmlearnTest, TwoStatesStepByStep) {
  const FitResult result = FitFromQuantiles(2, 0);
  ExpectHistory(result, {{1, -433.1016997380},
                         {2, -416.7612430333},
                         {3, -401.8576621591},
                         {10, -392.3980823069},
                         {50, -392.3368440692},
                         {100, -392.3368440692}});
  const HmmParameters model = ByMean(result);
  EXPECT_NEAR(model.means[0], -.1757638562530809, 1e-7);
  EXPECT_NEAR(model.means[1], .21561196978971656, 1e-7);
  EXPECT_NEAR(model.Variance(0), 3.6482684874424494, 1e-6);
  EXPECT_NEAR(model.Variance(1), .7022660379821638, 1e-6);
  EXPECT_NEAR(model.Transition(0, 0), .9441899373278004, 1e-7);
  EXPECT_NEAR(model.Transition(1, 1), .9798233067324461, 1e-7);
  EXPECT_NEAR(model.start[0], 1, 1e-12);
}

TEST_F(HmmlearnTest, ThreeStatesStepByStep) {
  const FitResult result = FitFromQuantiles(3, 0);
  ExpectHistory(result, {{1, -430.8149469726},
                         {2, -402.8459410300},
                         {3, -394.1656868529},
                         {10, -391.5561483388},
                         {50, -389.1634177043},
                         {100, -387.9331847957},
                         {200, -387.9331847951}});
  const HmmParameters model = ByMean(result);
  const double means[] = {-.1282985186699932, -.0817427459524407, .2560696289164768};
  const double variances[] = {1.6337564817640955, 5.3485741492344365, .5898742248841566};
  const double diagonal[] = {.9195223563618896, .9689537665925807, .9636345378101327};
  for (int k = 0; k < 3; ++k) {
    EXPECT_NEAR(model.Mean(k)[0], means[k], 1e-6);
    EXPECT_NEAR(model.Variance(k), variances[k], 1e-5);
    EXPECT_NEAR(model.Transition(k, k), diagonal[k], 1e-6);
  }
  EXPECT_NEAR(model.start[0], 1, 1e-12);
}

// Its default covars_prior is a constant added to every sum of squares.
TEST_F(HmmlearnTest, DefaultPriorIsAScatter) {
  const FitResult result = FitFromQuantiles(2, 1e-2);
  ExpectHistory(result, {{1, -433.1016997380},
                         {2, -416.7615569360},
                         {3, -401.8588287873},
                         {10, -392.3979342195},
                         {300, -392.3368448196}});
}

}  // namespace
}  // namespace regimen::hmm
