#include "data/store/pending_loads.hpp"

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "data/store/file_cache.hpp"
#include "data/store/loading.hpp"

namespace regimen::store {
namespace {

using IntLoading = Loading<int>;

std::shared_ptr<IntLoading> Noting(int number, std::vector<int>& done) {
  return std::make_shared<IntLoading>([number, &done] {
    done.push_back(number);
    return std::make_shared<const int>(number);
  });
}

TEST(PendingLoadsTest, RunsThemInOrderUntilNoneIsLeft) {
  std::vector<int> done;
  const auto first = Noting(1, done);
  const auto second = Noting(2, done);
  PendingLoads pending;
  pending.Add(first);
  pending.Add(second);
  EXPECT_TRUE(pending.RunOne());
  EXPECT_EQ(done, std::vector<int>{1});
  EXPECT_TRUE(pending.RunOne());
  EXPECT_FALSE(pending.RunOne());
  EXPECT_EQ(done, (std::vector<int>{1, 2}));
  EXPECT_EQ(*second->Get(), 2);
}

TEST(PendingLoadsTest, PassesOverWhatWasDoneOrDropped) {
  std::vector<int> done;
  const auto first = Noting(1, done);
  auto second = Noting(2, done);
  const auto third = Noting(3, done);
  PendingLoads pending;
  pending.Add(first);
  pending.Add(second);
  pending.Add(third);
  first->Run();
  second.reset();
  EXPECT_TRUE(pending.RunOne());
  EXPECT_EQ(done, (std::vector<int>{1, 3}));
  EXPECT_FALSE(pending.RunOne());
}

TEST(PendingLoadsTest, KeepsNothingInMemory) {
  PendingLoads pending;
  std::weak_ptr<const int> content;
  {
    const auto loading =
        std::make_shared<IntLoading>([] { return std::make_shared<const int>(1); });
    pending.Add(loading);
    content = loading->Get();
  }
  EXPECT_TRUE(content.expired());
}

// The file that is needed is being read elsewhere, and becomes ready only through what is done
// meanwhile: waiting idly would never end.
TEST(PendingLoadsTest, WhoWaitsForAFileReadsOthers) {
  std::atomic<bool> begun = false;
  std::atomic<bool> may_end = false;
  FileCache<int> cache;
  const auto slow = cache.Announce("slow", [&] {
    begun = true;
    begun.notify_all();
    may_end.wait(false);
    return std::make_shared<const int>(1);
  });
  std::thread reader([&] { slow->Run(); });
  begun.wait(false);
  PendingLoads pending;
  const auto other = std::make_shared<IntLoading>([&] {
    may_end = true;
    may_end.notify_all();
    return std::make_shared<const int>(2);
  });
  pending.Add(other);
  const auto got = cache.Get(
      "slow", false, [] { return std::make_shared<const int>(3); },
      [&] { return pending.RunOne(); });
  reader.join();
  EXPECT_EQ(*got, 1);
  EXPECT_EQ(*other->Get(), 2);
}

}  // namespace
}  // namespace regimen::store
