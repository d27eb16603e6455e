#include "regime/model/state_selection.hpp"

#include <cmath>
#include <span>

#include <gtest/gtest.h>

#include "regime/model/baum_welch.hpp"
#include "regime/model/fit_many.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "tests/regime/model/hmm_data.hpp"

namespace regimen::hmm {
namespace {

TEST(StateSelectionTest, OneStateIsChosenForWhiteNoise) {
  const std::vector<double> x = tests::Simulated(MakeUnivariate({1}, {1}, {0}, {1}), 400, 1);
  for (const InformationCriterion criterion :
       {InformationCriterion::Bic, InformationCriterion::Icl}) {
    EXPECT_EQ(SelectStates({.observations = {.values = x}}, {.criterion = criterion}).states, 1);
  }
}

TEST(StateSelectionTest, FindsTwoAndThreeRegimes) {
  const std::vector<double> two = tests::Simulated(tests::TwoRegimes(), 1500, 2);
  EXPECT_EQ(SelectStates({.observations = {.values = two}}, {}).states, 2);
  HmmParameters apart = tests::ThreeRegimes();
  apart.means = {5, 0, -6};
  const std::vector<double> three = tests::Simulated(apart, 1500, 3);
  EXPECT_EQ(
      SelectStates({.observations = {.values = three}}, {.criterion = InformationCriterion::Icl})
          .states,
      3);
}

TEST(StateSelectionTest, ThePreviousChoiceKeepsItsPlaceWithinTheHysteresis) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 800, 4);
  const FitTask task{.observations = {.values = x}};
  const StateSelection free = SelectStates(task, {});
  ASSERT_EQ(free.states, 2);
  const double gap = free.scores[2] - free.scores[1];
  EXPECT_EQ(SelectStates(task, {.previous_states = 3, .hysteresis = gap + 1}).states, 3);
  EXPECT_EQ(SelectStates(task, {.previous_states = 3, .hysteresis = gap - 1}).states, 2);
}

TEST(StateSelectionTest, PassesOverWhatTheDataCannotDecide) {
  // Eight numbers decide one or two states of 2 and 7 parameters, not three of 14.
  const std::vector<double> x = {0.1, -0.3, 0.2, 0.4, 3.1, 2.8, 3.3, 3.0};
  const StateSelection selection = SelectStates({.observations = {.values = x}}, {.max_states = 3});
  EXPECT_TRUE(std::isinf(selection.scores[2]));
  EXPECT_LE(selection.states, 2);
}

TEST(StateSelectionTest, SaysOnceWhatNotEvenOneStateCanBeFittedTo) {
  const std::vector<double> constant(20, 1.0);
  const FitTask task{.observations = {.values = constant}};
  try {
    SelectStates(task, {});
    FAIL() << "selected";
  } catch (const HmmError& error) {
    EXPECT_EQ(error.what(), FitMany(std::span(&task, 1)).front().report.message);
  }
}

TEST(InformationCriterionTest, IclCountsTheMostProbablePath) {
  const std::vector<double> x = tests::Simulated(tests::TwoRegimes(), 300, 5);
  const FitTask task{.observations = {.values = x}};
  const FitResult result = Fit(task);
  const ViterbiPath path = GaussianHmm(*result.parameters).ViterbiInHindsight(task.observations);
  EXPECT_DOUBLE_EQ(Score(InformationCriterion::Icl, task, result),
                   -2 * path.log_probability + 7 * std::log(300));
  EXPECT_GT(Score(InformationCriterion::Icl, task, result), result.report.bic);
}

}  // namespace
}  // namespace regimen::hmm
