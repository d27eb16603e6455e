// The caching policy that remembers fitted models.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "performance/caching/regime_model_cache.hpp"
#include "regime/detector/refit_request.hpp"

namespace regimen {

struct CachingOptions {
  std::size_t max_cache_size = 100;  // models

  // A cache that several strategies share, in place of one of its own: a sweep over settings that
  // do not touch the models fits each of them once.
  std::shared_ptr<RegimeModelCache> cache = nullptr;
};

// What a refit depends on: the window's values and times, every setting, the starting parameters,
// and the instructions that the kernel runs on.
hmm::Fingerprint KeyOf(const RefitRequest& request);

// Answers refits from a RegimeModelCache (a CachingPolicy). Off until Enable. One thread; the cache
// may be shared with others.
class ModelCaching {
 public:
  using Options = CachingOptions;

  void Enable(const Options& options);
  void Disable() { cache_ = nullptr; }

  // All zero while off.
  CacheStatistics GetStatistics() const;

  template <class Compute>
  std::vector<hmm::FitResult> Answer(std::span<const RefitRequest> requests, Compute compute) {
    if (cache_ == nullptr) return compute(requests);
    return AnswerFrom(*cache_, requests, compute);
  }

 private:
  // What is asked of a cache, request by request; gives up what was claimed but not fitted.
  class Questions {
   public:
    Questions(RegimeModelCache& cache, std::span<const RefitRequest> requests);
    ~Questions();
    Questions(const Questions&) = delete;
    Questions& operator=(const Questions&) = delete;

    // The requests that nobody has answered yet.
    std::span<const RefitRequest> Missing() const { return missing_; }
    void Fulfil(std::vector<hmm::FitResult> results);
    // Waits for others; what they gave up is null.
    std::vector<RegimeModelCache::Model> Models();

   private:
    RegimeModelCache* cache_;
    std::vector<hmm::Fingerprint> keys_;
    std::vector<RegimeModelCache::Claim> claims_;
    std::vector<std::size_t> mine_;  // places in claims_, those of missing_
    std::vector<RefitRequest> missing_;
    bool fulfilled_ = false;
  };

  template <class Compute>
  static std::vector<hmm::FitResult> AnswerFrom(RegimeModelCache& cache,
                                                std::span<const RefitRequest> requests,
                                                Compute compute) {
    Questions questions(cache, requests);
    if (!questions.Missing().empty()) questions.Fulfil(compute(questions.Missing()));
    std::vector<hmm::FitResult> results;
    for (const RegimeModelCache::Model& model : questions.Models()) {
      // Who was at it failed: this one is fitted here.
      results.push_back(model != nullptr ? *model
                                         : compute(requests.subspan(results.size(), 1)).front());
    }
    return results;
  }

  std::shared_ptr<RegimeModelCache> cache_;
};

}  // namespace regimen
