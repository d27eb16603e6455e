#include "regime/detector/state_choice.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "regime/observation/regime_error.hpp"

namespace regimen {
namespace {

TEST(ChooseStateTest, FollowsTheLikeliestByDefault) {
  const std::vector<double> filtered = {0.3, 0.5, 0.2};
  EXPECT_EQ(ChooseState(filtered, -1, 0, {}), 1);
  EXPECT_EQ(ChooseState(filtered, 2, 1, {}), 1);
}

TEST(ChooseStateTest, TiesGoToTheLowerState) {
  EXPECT_EQ(ChooseState(std::vector<double>{0.5, 0.5}, -1, 0, {}), 0);
}

TEST(ChooseStateTest, HysteresisAsksForAClearNewStateAndAnOldOneThatFell) {
  const SwitchRule rule{.enter = 0.8, .leave = 0.5};
  EXPECT_EQ(ChooseState(std::vector<double>{0.25, 0.75}, 0, 9, rule), 0);
  EXPECT_EQ(ChooseState(std::vector<double>{0.15, 0.85}, 0, 9, rule), 1);
  const SwitchRule reluctant{.enter = 0, .leave = 0.2};
  EXPECT_EQ(ChooseState(std::vector<double>{0.25, 0.75}, 0, 9, reluctant), 0);
}

TEST(ChooseStateTest, AStateLastsTheMinimum) {
  const SwitchRule rule{.minimum_bars = 3};
  const std::vector<double> filtered = {0.1, 0.9};
  EXPECT_EQ(ChooseState(filtered, 0, 2, rule), 0);
  EXPECT_EQ(ChooseState(filtered, 0, 3, rule), 1);
}

TEST(SwitchRuleTest, RefusesWhatIsNoProbability) {
  EXPECT_THROW((SwitchRule{.enter = 1.1}.Validate()), RegimeError);
  EXPECT_THROW((SwitchRule{.leave = -0.1}.Validate()), RegimeError);
  EXPECT_THROW((SwitchRule{.minimum_bars = -1}.Validate()), RegimeError);
}

}  // namespace
}  // namespace regimen
