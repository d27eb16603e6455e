#include "framework/core/nearest_names.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

using Names = std::vector<std::string>;

TEST(NearestNamesTest, PutsTheLeastTypingErrorsFirst) {
  EXPECT_EQ(NearestNames("BuyAndHld", Names{"SayAndHold", "BuyAndHolds", "BuyAndHold"}),
            (Names{"BuyAndHold", "BuyAndHolds", "SayAndHold"}));
}

TEST(NearestNamesTest, TakesUpperAndLowerCaseAsEqual) {
  EXPECT_EQ(NearestNames("buyandhold", Names{"BuyAndHold"}), Names{"BuyAndHold"});
}

TEST(NearestNamesTest, FindsANameThatContainsTheOther) {
  EXPECT_EQ(NearestNames("Hold", Names{"BuyAndHoldAlgorithm", "Crossing"}),
            Names{"BuyAndHoldAlgorithm"});
}

TEST(NearestNamesTest, NamesNothingWhereNothingIsNear) {
  EXPECT_TRUE(NearestNames("Momentum", Names{"BuyAndHold", "Pairs"}).empty());
  EXPECT_TRUE(NearestNames("x", Names{}).empty());
}

TEST(NearestNamesTest, KeepsToTheCountAndBreaksTiesByAlphabet) {
  EXPECT_EQ(NearestNames("case0", Names{"case3", "case2", "case1"}, 2), (Names{"case1", "case2"}));
}

TEST(NearestNamesTest, WritesThemAsAQuestion) {
  EXPECT_EQ(DidYouMean("case0", Names{"case1"}), " Did you mean case1?");
  EXPECT_EQ(DidYouMean("case0", Names{"case1", "case2", "case3"}),
            " Did you mean case1, case2 or case3?");
  EXPECT_EQ(DidYouMean("Momentum", Names{"Pairs"}), "");
}

}  // namespace
}  // namespace regimen
