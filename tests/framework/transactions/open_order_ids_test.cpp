#include "framework/transactions/open_order_ids.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace regimen {
namespace {

std::vector<int> Enumerated(const std::vector<int>& ids) {
  OpenOrderIds open;
  for (const int id : ids) open.Add(id);
  return open.Ids();
}

TEST(OpenOrderIdsTest, SmallNumbersComeInAscendingOrder) {
  EXPECT_EQ(Enumerated({3, 1, 2}), (std::vector<int>{1, 2, 3}));
}

// Orders that LEAN cancelled in this sequence (cases/random: R112, R115, R078).
TEST(OpenOrderIdsTest, LargerNumbersComeByTheBucketsOfLeansTable) {
  EXPECT_EQ(Enumerated({44, 45, 52, 79}), (std::vector<int>{79, 44, 45, 52}));
  EXPECT_EQ(Enumerated({23, 28, 34, 39}), (std::vector<int>{39, 23, 28, 34}));
  EXPECT_EQ(Enumerated({110, 113, 116}), (std::vector<int>{113, 116, 110}));
}

TEST(OpenOrderIdsTest, TheNewerOfABucketComesFirst) {
  EXPECT_EQ(Enumerated({1, 38, 75}), (std::vector<int>{75, 38, 1}));
}

TEST(OpenOrderIdsTest, ARemovedNumberIsGone) {
  OpenOrderIds open;
  open.Add(1);
  open.Add(38);
  open.Remove(38);
  open.Remove(99);
  EXPECT_EQ(open.Ids(), (std::vector<int>{1}));
  EXPECT_FALSE(open.Contains(38));
  open.Remove(1);
  EXPECT_TRUE(open.Empty());
}

TEST(OpenOrderIdsTest, AFullTableGrowsAndKeepsAllNumbers) {
  OpenOrderIds open;
  for (int id = 1; id <= 60; ++id) open.Add(id);
  const std::vector<int> ids = open.Ids();
  ASSERT_EQ(ids.size(), 60U);
  // The next table has 89 buckets: ascending again.
  for (int id = 1; id <= 60; ++id) EXPECT_EQ(ids[static_cast<std::size_t>(id - 1)], id);
}

}  // namespace
}  // namespace regimen
