#include "framework/indicators/rolling_window.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

TEST(RollingWindowTest, HoldsTheNewestFirst) {
  RollingWindow<int> window(3);
  for (int i = 1; i <= 5; ++i) window.Add(i);
  EXPECT_EQ(window[0], 5);
  EXPECT_EQ(window[1], 4);
  EXPECT_EQ(window[2], 3);
  EXPECT_EQ(window[-1], 3);
  EXPECT_EQ(window.MostRecentlyRemoved(), 2);
  EXPECT_TRUE(window.IsReady());
  EXPECT_EQ(window.Samples(), 5);
}

TEST(RollingWindowTest, CountsWhatItHasWhileItFills) {
  RollingWindow<int> window(3);
  window.Add(1);
  EXPECT_EQ(window.Count(), 1);
  EXPECT_FALSE(window.IsReady());
  EXPECT_THROW(window[1], ArgumentError);
  EXPECT_THROW(window.MostRecentlyRemoved(), InvalidOperationError);
}

TEST(RollingWindowTest, IsEmptyAfterReset) {
  RollingWindow<int> window(2);
  window.Add(1);
  window.Add(2);
  window.Add(3);
  window.Reset();
  EXPECT_EQ(window.Count(), 0);
  window.Add(9);
  EXPECT_EQ(window[0], 9);
}

TEST(RollingWindowTest, RefusesASizeBelowOne) {
  EXPECT_THROW(RollingWindow<int>(0), ArgumentError);
}

}  // namespace
}  // namespace regimen
