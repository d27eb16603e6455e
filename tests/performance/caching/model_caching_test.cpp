#include "performance/caching/model_caching.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "regime/detector/regime_detector.hpp"
#include "tests/regime/detector/series.hpp"

namespace regimen {
namespace {

// The refits that a detector asks for on a simulated series.
class Asked {
 public:
  explicit Asked(int days = 300, DetectorOptions options = tests::TwoStates(Retrain::Daily)) {
    RegimeDetector detector(options);
    for (const PriceBar& bar :
         tests::BarsOf(tests::Simulated(static_cast<std::size_t>(days)).values)) {
      if (!detector.Observe(bar) || !detector.RefitIsDue()) continue;
      const RefitRequest request = detector.Request();
      keys.push_back(KeyOf(request));
      detector.Adopt(PerformRefit(request));
    }
  }
  std::vector<hmm::Fingerprint> keys;
};

TEST(KeyOfTest, EveryRefitOfAWalkHasItsOwn) {
  Asked asked;
  std::ranges::sort(asked.keys);
  EXPECT_EQ(std::ranges::adjacent_find(asked.keys), asked.keys.end());
  EXPECT_GT(asked.keys.size(), 150U);
}

TEST(KeyOfTest, TheSameWalkAsksTheSame) { EXPECT_EQ(Asked().keys, Asked().keys); }

TEST(KeyOfTest, KnowsEverySettingTimeAndValue) {
  const std::vector<PriceBar> bars = tests::BarsOf(tests::Simulated(121).values);
  const auto key = [](const std::vector<PriceBar>& of, const DetectorOptions& options) {
    RegimeDetector detector(options);
    for (const PriceBar& bar : of) {
      if (detector.Observe(bar) && detector.RefitIsDue()) break;
    }
    return KeyOf(detector.Request());
  };
  const hmm::Fingerprint known = key(bars, tests::TwoStates());
  EXPECT_EQ(key(bars, tests::TwoStates()), known);

  std::vector<PriceBar> inside = bars;
  inside[60].close *= 1.0000001;
  EXPECT_NE(key(inside, tests::TwoStates()), known) << "a value in the middle of the window";
  std::vector<PriceBar> later = bars;
  for (PriceBar& bar : later) bar.time += std::chrono::days(7);
  EXPECT_NE(key(later, tests::TwoStates()), known) << "the same values at other times";

  const auto differs = [&](auto change) {
    DetectorOptions options = tests::TwoStates();
    change(options);
    EXPECT_NE(key(bars, options), known);
  };
  differs([](DetectorOptions& o) { o.fit.states = 3; });
  differs([](DetectorOptions& o) { o.fit.seed = 2; });
  differs([](DetectorOptions& o) { o.fit.prior.sticky_count = 11; });
  differs([](DetectorOptions& o) { o.fit.tolerance = 1e-9; });
  differs([](DetectorOptions& o) { o.selection = hmm::SelectionOptions{}; });
  differs([](DetectorOptions& o) { o.features = {Feature::ReturnRatio}; });
}

// A caching policy in front of a counted fit.
class ModelCachingTest : public ::testing::Test {
 protected:
  std::vector<RegimeSnapshot> Walk(int days = 300) {
    RegimeDetector detector(tests::TwoStates(Retrain::Daily));
    std::vector<RegimeSnapshot> snapshots;
    for (const PriceBar& bar :
         tests::BarsOf(tests::Simulated(static_cast<std::size_t>(days)).values)) {
      detector.Observe(bar);
      if (detector.RefitIsDue()) {
        const std::vector<RefitRequest> requests = {detector.Request()};
        detector.Adopt(Answer(requests).front());
      }
      snapshots.push_back(detector.Snapshot());
    }
    return snapshots;
  }

  std::vector<hmm::FitResult> Answer(std::span<const RefitRequest> requests) {
    return caching_.Answer(requests, [this](std::span<const RefitRequest> missing) {
      EXPECT_FALSE(missing.empty()) << "asked for nothing, and timed as a fit";
      std::vector<hmm::FitResult> results;
      for (const RefitRequest& request : missing) {
        ++fits_;
        if (fails_) throw std::runtime_error("no fit");
        results.push_back(PerformRefit(request));
      }
      return results;
    });
  }

  ModelCaching caching_;
  int fits_ = 0;
  bool fails_ = false;
};

TEST_F(ModelCachingTest, IsOffUntilItIsEnabled) {
  Walk();
  const int once = fits_;
  Walk();
  EXPECT_EQ(fits_, 2 * once);
  EXPECT_EQ(caching_.GetStatistics().misses, 0U);
}

TEST_F(ModelCachingTest, ASecondWalkFitsNothingAndSaysTheSame) {
  const std::vector<RegimeSnapshot> plain = Walk();
  caching_.Enable({.max_cache_size = 1000});
  fits_ = 0;
  EXPECT_EQ(Walk(), plain);
  const int first = fits_;
  EXPECT_GT(first, 150);
  EXPECT_EQ(Walk(), plain);
  EXPECT_EQ(fits_, first) << "the second walk fitted";
  EXPECT_DOUBLE_EQ(caching_.GetStatistics().HitRate(), 0.5);
}

TEST_F(ModelCachingTest, ATinyCacheChangesNothingButTime) {
  const std::vector<RegimeSnapshot> plain = Walk();
  caching_.Enable({.max_cache_size = 5});
  EXPECT_EQ(Walk(), plain);
  EXPECT_EQ(Walk(), plain);
  EXPECT_LE(caching_.GetStatistics().size, 5U);
}

TEST_F(ModelCachingTest, EqualRequestsOfOneBatchAreFittedOnce) {
  RegimeDetector detector(tests::TwoStates());
  for (const PriceBar& bar : tests::BarsOf(tests::Simulated(121).values)) {
    if (detector.Observe(bar) && detector.RefitIsDue()) break;
  }
  const std::vector<RefitRequest> requests(4, detector.Request());
  caching_.Enable({});
  const std::vector<hmm::FitResult> results = Answer(requests);
  EXPECT_EQ(fits_, 1);
  ASSERT_EQ(results.size(), 4U);
  for (const hmm::FitResult& result : results) {
    EXPECT_EQ(result.parameters, results.front().parameters);
  }
}

TEST_F(ModelCachingTest, AFitThatThrowsIsNotRemembered) {
  RegimeDetector detector(tests::TwoStates());
  for (const PriceBar& bar : tests::BarsOf(tests::Simulated(121).values)) {
    if (detector.Observe(bar) && detector.RefitIsDue()) break;
  }
  const std::vector<RefitRequest> requests = {detector.Request()};
  caching_.Enable({});
  fails_ = true;
  EXPECT_THROW(Answer(requests), std::runtime_error);
  fails_ = false;
  EXPECT_TRUE(Answer(requests).front().parameters.has_value());
  EXPECT_EQ(fits_, 2);
}

}  // namespace
}  // namespace regimen
