// The law of all policies: they change how long a run takes, never what comes out of it.
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "performance/optimized/hidden_regime_algorithm_optimized.hpp"
#include "templates/basic_regime_switching.hpp"
#include "tests/support/strategy_run.hpp"

namespace regimen {
namespace {

// What is switched on where the mix has it.
struct Switches {
  bool caching = true;
  CachingOptions cache = {};
  BatchUpdateOptions batch = {};
};

template <class Strategy>
class Switched : public Strategy {
 public:
  explicit Switched(const Switches& switches) : switches_(&switches) {}
  void Initialize() override {
    Strategy::Initialize();
    if constexpr (requires { this->EnableCaching(CachingOptions{}); }) {
      if (switches_->caching) this->EnableCaching(switches_->cache);
    }
    if constexpr (requires { this->EnableBatchUpdates(BatchUpdateOptions{}); }) {
      this->EnableBatchUpdates(switches_->batch);
    }
    if constexpr (requires { this->EnableProfiling(); }) this->EnableProfiling();
  }

 private:
  const Switches* switches_;
};

// Five securities, refitted daily, the calmest half held.
template <class Base>
class Rotation : public Base {
 public:
  void Initialize() override {
    this->SetStartDate(2016, 1, 1);
    this->SetEndDate(2017, 12, 31);
    for (const std::string& ticker : kTickers) {
      this->AddEquity(ticker, Resolution::Daily);
      this->InitializeRegimeDetection(
          ticker, {.n_states = 2, .lookback_days = 100, .retrain_frequency = Retrain::Daily});
    }
  }
  void OnData(const Slice& /*slice*/) override {
    for (const auto& [ticker, snapshot] : this->BatchUpdateRegimes(kTickers)) {
      if (!snapshot.IsReady()) continue;
      const bool calm = snapshot.expected_volatility < 0.012;
      if (calm != this->Portfolio[ticker].Invested()) this->SetHoldings(ticker, calm ? 0.19 : 0);
    }
  }

 private:
  inline static const std::vector<std::string> kTickers = {"SPY", "QQQ", "IWM", "TLT", "GLD"};
};

using Files = std::map<std::string, std::string>;

template <class Strategy>
Files FilesOf(const Switches& switches = {}) {
  tests::StrategyRun run;
  const BacktestOutcome outcome = run.Run<Switched<Strategy>>(switches);
  EXPECT_EQ(outcome.status, AlgorithmStatus::Completed) << outcome.error;
  Files files;
  for (const std::string file : {"order-events.json", "summary.json", "log.txt"}) {
    files[file] = run.Result(file);
  }
  // The complete result as well.
  files["json"] = run.WholeResult();
  return files;
}

template <template <class> class Strategy>
void ExpectTheSameOfEveryMix() {
  const Files plain = FilesOf<Strategy<RegimeAlgorithm<>>>();
  EXPECT_NE(plain.at("order-events.json").find("filled"), std::string::npos);
  EXPECT_EQ((FilesOf<Strategy<RegimeAlgorithm<ModelCaching>>>()), plain);
  EXPECT_EQ((FilesOf<Strategy<RegimeAlgorithm<NoCaching, BatchRegimeUpdater>>>()), plain);
  EXPECT_EQ((FilesOf<Strategy<RegimeAlgorithm<NoCaching, NoBatching, PerformanceProfiler>>>()),
            plain);
  EXPECT_EQ((FilesOf<Strategy<RegimeAlgorithm<ModelCaching, BatchRegimeUpdater>>>()), plain);
  EXPECT_EQ((FilesOf<Strategy<RegimeAlgorithm<ModelCaching, NoBatching, PerformanceProfiler>>>()),
            plain);
  EXPECT_EQ(
      (FilesOf<Strategy<RegimeAlgorithm<NoCaching, BatchRegimeUpdater, PerformanceProfiler>>>()),
      plain);
  EXPECT_EQ((FilesOf<Strategy<HiddenRegimeAlgorithmOptimized>>()), plain);
}

TEST(PoliciesTest, NoMixChangesAByteOfBasicRegimeSwitching) {
  ExpectTheSameOfEveryMix<BasicRegimeSwitching>();
}

TEST(PoliciesTest, NoMixChangesAByteOfARotation) { ExpectTheSameOfEveryMix<Rotation>(); }

TEST(PoliciesTest, NoSwitchChangesAByte) {
  using Strategy = Rotation<HiddenRegimeAlgorithmOptimized>;
  const Files plain = FilesOf<Rotation<HiddenRegimeAlgorithm>>();
  EXPECT_EQ(FilesOf<Strategy>({.caching = false}), plain);
  EXPECT_EQ(FilesOf<Strategy>({.cache = {.max_cache_size = 3}}), plain);
  for (const BatchExecutor executor :
       {BatchExecutor::Sequential, BatchExecutor::Lanes, BatchExecutor::Threads}) {
    for (const std::size_t workers : {1U, 2U, 5U}) {
      EXPECT_EQ(FilesOf<Strategy>({.batch = {.executor = executor, .max_workers = workers}}),
                plain);
    }
  }
}

TEST(PoliciesTest, ASharedCacheFitsEachModelOnce) {
  using Strategy = Rotation<HiddenRegimeAlgorithmOptimized>;
  Switches switches;
  switches.cache.cache = std::make_shared<RegimeModelCache>(10'000);
  const Files first = FilesOf<Strategy>(switches);
  const std::uint64_t fits = switches.cache.cache->GetStatistics().misses;
  EXPECT_GT(fits, 1000U);
  EXPECT_EQ(FilesOf<Strategy>(switches), first);
  EXPECT_EQ(switches.cache.cache->GetStatistics().misses, fits) << "the second run fitted";
}

// Switches exist only where the mix has them.
template <class Base>
concept HasCaching = requires(Base& base) {
  base.EnableCaching(CachingOptions{});
};
template <class Base>
concept HasBatching = requires(Base& base) {
  base.EnableBatchUpdates(BatchUpdateOptions{});
};
template <class Base>
concept HasProfiling = requires(Base& base) {
  base.EnableProfiling();
};
static_assert(!HasCaching<HiddenRegimeAlgorithm> && !HasBatching<HiddenRegimeAlgorithm> &&
              !HasProfiling<HiddenRegimeAlgorithm>);
static_assert(HasCaching<HiddenRegimeAlgorithmOptimized> &&
              HasBatching<HiddenRegimeAlgorithmOptimized> &&
              HasProfiling<HiddenRegimeAlgorithmOptimized>);

}  // namespace
}  // namespace regimen
