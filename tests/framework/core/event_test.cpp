#include "framework/core/event.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace regimen {
namespace {

TEST(EventTest, CallsHandlersInTheOrderTheyWereAdded) {
  Event<int> event;
  std::vector<int> calls;
  event += [&](int x) { calls.push_back(x); };
  event += [&](int x) { calls.push_back(10 * x); };
  event(3);
  EXPECT_EQ(calls, (std::vector<int>{3, 30}));
}

TEST(EventTest, ForgetsAHandlerByItsToken) {
  Event<int> event;
  int sum = 0;
  const auto token = event += [&](int x) { sum += x; };
  event(1);
  event -= token;
  event -= token;
  event(1);
  EXPECT_EQ(sum, 1);
}

TEST(EventTest, LetsAHandlerAddAndRemoveWhileItRuns) {
  Event<> event;
  int first = 0;
  int added = 0;
  Event<>::Token token{};
  token = event += [&] {
    ++first;
    event -= token;
    event += [&] { ++added; };
  };
  event();
  EXPECT_EQ(added, 0);
  event();
  EXPECT_EQ(first, 1);
  EXPECT_EQ(added, 1);
}

}  // namespace
}  // namespace regimen
