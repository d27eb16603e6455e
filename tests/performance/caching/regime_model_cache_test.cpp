#include "performance/caching/regime_model_cache.hpp"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "regime/observation/regime_error.hpp"

namespace regimen {
namespace {

RegimeModelCache::Key KeyOfNumber(std::uint64_t number) {
  // Far apart, as fingerprints are.
  return {.high = number * 0x9e3779b97f4a7c15, .low = number * 0xbf58476d1ce4e5b9};
}

hmm::FitResult ResultOf(double log_likelihood) {
  hmm::FitResult result;
  result.parameters = hmm::MakeUnivariate({1}, {1}, {0}, {1});
  result.report.log_likelihood = log_likelihood;
  return result;
}

TEST(RegimeModelCacheTest, IsEmptyAtFirst) {
  RegimeModelCache cache(3);
  const CacheStatistics statistics = cache.GetStatistics();
  EXPECT_EQ(statistics.hits, 0U);
  EXPECT_EQ(statistics.misses, 0U);
  EXPECT_EQ(statistics.size, 0U);
  EXPECT_EQ(statistics.HitRate(), 0);
}

TEST(RegimeModelCacheTest, ReturnsWhatItWasGivenAndCounts) {
  RegimeModelCache cache;
  cache.Set(KeyOfNumber(1), ResultOf(-5));
  ASSERT_NE(cache.Get(KeyOfNumber(1)), nullptr);
  EXPECT_EQ(cache.Get(KeyOfNumber(1))->report.log_likelihood, -5);
  EXPECT_EQ(cache.Get(KeyOfNumber(2)), nullptr);
  const CacheStatistics statistics = cache.GetStatistics();
  EXPECT_EQ(statistics.hits, 2U);
  EXPECT_EQ(statistics.misses, 1U);
  EXPECT_DOUBLE_EQ(statistics.HitRate(), 2.0 / 3);
}

TEST(RegimeModelCacheTest, LetsTheLeastRecentlyUsedGo) {
  RegimeModelCache cache(3);
  for (std::uint64_t i = 1; i <= 3; ++i) cache.Set(KeyOfNumber(i), ResultOf(0));
  cache.Get(KeyOfNumber(1));
  cache.Set(KeyOfNumber(4), ResultOf(0));
  EXPECT_NE(cache.Get(KeyOfNumber(1)), nullptr);
  EXPECT_EQ(cache.Get(KeyOfNumber(2)), nullptr);
  EXPECT_EQ(cache.GetStatistics().size, 3U);
  EXPECT_EQ(cache.GetStatistics().evictions, 1U);
}

TEST(RegimeModelCacheTest, OverwritingNeverDropsAnotherModel) {
  RegimeModelCache cache(2);
  cache.Set(KeyOfNumber(1), ResultOf(1));
  cache.Set(KeyOfNumber(2), ResultOf(2));
  cache.Set(KeyOfNumber(2), ResultOf(3));
  EXPECT_NE(cache.Get(KeyOfNumber(1)), nullptr);
  EXPECT_EQ(cache.Get(KeyOfNumber(2))->report.log_likelihood, 3);
  EXPECT_EQ(cache.GetStatistics().evictions, 0U);
}

TEST(RegimeModelCacheTest, CountsBytesOfWhatIsInIt) {
  RegimeModelCache cache(2);
  for (std::uint64_t i = 0; i < 10; ++i) cache.Set(KeyOfNumber(i), ResultOf(0));
  const std::size_t two = cache.GetStatistics().bytes;
  EXPECT_GT(two, 2 * sizeof(hmm::FitResult));
  EXPECT_LT(two, 2U * 4096U);
  cache.Clear();
  EXPECT_EQ(cache.GetStatistics().bytes, 0U);
  EXPECT_EQ(cache.GetStatistics().hits + cache.GetStatistics().misses, 0U);
}

TEST(RegimeModelCacheTest, TwoWhoAskFitOnce) {
  RegimeModelCache cache;
  std::atomic<int> fits = 0;
  const auto ask = [&] {
    RegimeModelCache::Claim claim = cache.Ask(KeyOfNumber(1));
    if (claim.mine) {
      ++fits;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      claim.model = cache.Fulfil(KeyOfNumber(1), ResultOf(7));
    } else if (claim.another.valid()) {
      claim.model = claim.another.get();
    }
    EXPECT_EQ(claim.model->report.log_likelihood, 7);
  };
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i) threads.emplace_back(ask);
  threads.clear();
  EXPECT_EQ(fits, 1);
}

TEST(RegimeModelCacheTest, WhoWaitsForAFitThatFailsIsTold) {
  RegimeModelCache cache;
  ASSERT_TRUE(cache.Ask(KeyOfNumber(1)).mine);
  const RegimeModelCache::Claim waiting = cache.Ask(KeyOfNumber(1));
  ASSERT_TRUE(waiting.another.valid());
  cache.Abandon(KeyOfNumber(1));
  EXPECT_EQ(waiting.another.get(), nullptr);
  EXPECT_TRUE(cache.Ask(KeyOfNumber(1)).mine) << "the next one may try again";
  cache.Abandon(KeyOfNumber(1));
}

TEST(RegimeModelCacheTest, ManyThreadsLoseNothing) {
  constexpr int kThreads = 10;
  constexpr int kOperations = 10'000;
  RegimeModelCache cache(50);
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&cache, thread] {
      for (int i = 0; i < kOperations; ++i) {
        const auto number = static_cast<std::uint64_t>((i * 7 + thread) % 100);
        if (const auto model = cache.Get(KeyOfNumber(number))) {
          EXPECT_EQ(model->report.log_likelihood, static_cast<double>(number));
        } else {
          cache.Set(KeyOfNumber(number), ResultOf(static_cast<double>(number)));
        }
      }
    });
  }
  threads.clear();
  const CacheStatistics statistics = cache.GetStatistics();
  EXPECT_EQ(statistics.hits + statistics.misses,
            static_cast<std::uint64_t>(kThreads) * kOperations);
  EXPECT_EQ(statistics.size, 50U);
}

TEST(RegimeModelCacheTest, RefusesToHoldNothing) { EXPECT_THROW(RegimeModelCache(0), RegimeError); }

}  // namespace
}  // namespace regimen
