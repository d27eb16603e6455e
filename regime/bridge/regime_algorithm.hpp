// Strategies that know which regime their markets are in.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "performance/policy/batching_policy.hpp"
#include "performance/policy/caching_policy.hpp"
#include "performance/policy/profiling_policy.hpp"
#include "regime/bridge/regime_algorithm_base.hpp"
#include "regime/detector/refit_request.hpp"

namespace regimen {

// A QCAlgorithm that follows the regimes of securities. In Initialize, after AddEquity:
//   InitializeRegimeDetection("SPY", {.n_states = 3, .lookback_days = 252});
// and in OnData:
//   UpdateRegime("SPY");
//   if (RegimeIsReady("SPY")) SetHoldings("SPY", GetRegimeAllocation("SPY"));
//
// Bars reach the detectors through the securities' own subscriptions, so that they know what the
// strategy could know at that time and nothing else; every schedule runs in the time of the bars.
//
// The policies are mixed in at compile time and switched on in Initialize (EnableCaching, ...; off
// until then). They change how long a run takes, never what comes out of it: a strategy gives the
// same bytes on every mix.
template <class Caching = NoCaching, class Batching = NoBatching, class Profiling = NoProfiling>
requires CachingPolicy<Caching, RefitRequest, hmm::FitResult> &&
    BatchingPolicy<Batching, RefitRequest, hmm::FitResult> && ProfilingPolicy<Profiling>
class RegimeAlgorithm : public RegimeAlgorithmBase {
 public:
  // Brings one security up to date and returns what is known of it now: regime, confidence,
  // probabilities, status.
  const RegimeSnapshot& UpdateRegime(const std::string& ticker) {
    [[maybe_unused]] const auto scope = profiling_.Time("regime_update");
    FollowedSeries* const series = &Find(ticker);
    Update(std::span(&series, 1));
    return series->Snapshot();
  }

  // All of them.
  void UpdateRegime() {
    [[maybe_unused]] const auto scope = profiling_.Time("regime_update");
    Update(Followed());
  }

  // Several at once: what is due for a refit on the same bar is fitted together. Returns: one entry
  // for each ticker, whatever its status.
  std::map<std::string, RegimeSnapshot> BatchUpdateRegimes(
      const std::vector<std::string>& tickers) {
    [[maybe_unused]] const auto scope = profiling_.Time("batch_update");
    std::vector<FollowedSeries*> series;
    series.reserve(tickers.size());
    for (const std::string& ticker : tickers) series.push_back(&Find(ticker));
    Update(series);
    std::map<std::string, RegimeSnapshot> snapshots;
    for (std::size_t i = 0; i < tickers.size(); ++i) snapshots[tickers[i]] = series[i]->Snapshot();
    return snapshots;
  }

  // ---- Caching, where the mix has it

  template <class C = Caching>
  void EnableCaching(const typename C::Options& options = {}) {
    caching_.Enable(options);
  }
  void DisableCaching() requires requires(Caching& caching) { caching.Disable(); }
  { caching_.Disable(); }
  auto GetCacheStats() const requires requires(const Caching& caching) { caching.GetStatistics(); }
  { return caching_.GetStatistics(); }

  // ---- Batch updates, where the mix has them

  template <class B = Batching>
  void EnableBatchUpdates(const typename B::Options& options = {}) {
    batching_.Enable(options);
  }
  void DisableBatchUpdates() requires requires(Batching& batching) { batching.Disable(); }
  { batching_.Disable(); }

  // ---- Profiling, where the mix has it

  void EnableProfiling() requires requires(Profiling& profiling) { profiling.Enable(); }
  { profiling_.Enable(); }
  void DisableProfiling() requires requires(Profiling& profiling) { profiling.Disable(); }
  { profiling_.Disable(); }
  auto GetProfilingStats() const requires requires(const Profiling& profiling) {
    profiling.GetStatistics();
  }
  { return profiling_.GetStatistics(); }

 private:
  std::vector<hmm::FitResult> Refit(std::span<const RefitRequest> requests) final {
    return caching_.Answer(requests, [this](std::span<const RefitRequest> missing) {
      [[maybe_unused]] const auto scope = profiling_.Time("fit");
      return batching_.Perform(missing,
                               [](const RefitRequest& request) { return PerformRefit(request); });
    });
  }

  [[no_unique_address]] Caching caching_;
  [[no_unique_address]] Batching batching_;
  [[no_unique_address]] Profiling profiling_;
};

extern template class RegimeAlgorithm<>;

// The base without any policy.
using HiddenRegimeAlgorithm = RegimeAlgorithm<>;

}  // namespace regimen
