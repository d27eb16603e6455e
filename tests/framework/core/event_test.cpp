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

// What a handler captures may be large; a copy of it would be an allocation at every call.
TEST(EventTest, RaisingCopiesNoHandler) {
  struct Counter {
    int* copies;
    explicit Counter(int& count) : copies(&count) {}
    Counter(const Counter& other) : copies(other.copies) { ++*copies; }
    Counter(Counter&& other) noexcept = default;
    Counter& operator=(const Counter&) = delete;
    Counter& operator=(Counter&&) = delete;
    ~Counter() = default;
  };
  Event<> event;
  int copies = 0;
  int calls = 0;
  event += [counter = Counter(copies), &calls] { ++calls; };
  const int copies_of_adding = copies;
  event();
  event();
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(copies, copies_of_adding);
}

TEST(EventTest, ForgetsRemovedHandlersAlsoAfterAnException) {
  Event<> event;
  int calls = 0;
  Event<>::Token token{};
  token = event += [&] {
    ++calls;
    event -= token;
    throw calls;
  };
  EXPECT_THROW(event(), int);
  event();
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace regimen
