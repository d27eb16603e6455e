// Fitted models, kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "regime/model/fingerprint.hpp"
#include "regime/model/fit_result.hpp"

namespace regimen {

// What a cache has been through. A value.
struct CacheStatistics {
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::uint64_t evictions = 0;
  std::size_t size = 0;   // models in it now
  std::size_t bytes = 0;  // that they take, keys and bookkeeping included

  // hits / (hits + misses); 0 before the first question.
  double HitRate() const;
};

// Remembers the results of fits by what they were fitted to: least recently used ones leave when it
// is full. The stored results never change. All members may be called from several threads; each is
// O(1) besides copying a model.
class RegimeModelCache {
 public:
  using Key = hmm::Fingerprint;
  using Model = std::shared_ptr<const hmm::FitResult>;

  // Throws RegimeError unless max_entries > 0.
  explicit RegimeModelCache(std::size_t max_entries = 100);

  // Null when there is none; counts a hit or a miss.
  Model Get(const Key& key);

  // Keeps a result; one of the same key is replaced in place, and nothing leaves for that.
  void Set(const Key& key, hmm::FitResult result);

  // One fit for all who ask at the same time. Exactly one of the three is set:
  struct Claim {
    Model model;        // it is there
    bool mine = false;  // nobody has it: the caller fits, then calls Fulfil or Abandon
    std::shared_future<Model> another;  // another caller is at it: wait; null if that one gave up
  };
  Claim Ask(const Key& key);
  Model Fulfil(const Key& key, hmm::FitResult result);
  void Abandon(const Key& key);

  CacheStatistics GetStatistics() const;

  // Forgets models and counts. Fits that are under way are not disturbed.
  void Clear();

 private:
  using Entry = std::pair<Key, Model>;
  struct KeyHash {
    std::size_t operator()(const Key& key) const { return static_cast<std::size_t>(key.low); }
  };

  // A fit that one caller is at, and what the others wait for.
  struct Flight {
    std::promise<Model> promise;
    std::shared_future<Model> result;
  };

  // All three need the lock.
  Model Find(const Key& key);
  void Keep(const Key& key, Model model);
  void Land(const Key& key, Model model);

  std::size_t max_entries_;
  mutable std::mutex mutex_;
  std::list<Entry> entries_;  // the most recently used first
  std::unordered_map<Key, std::list<Entry>::iterator, KeyHash> index_;
  std::unordered_map<Key, Flight, KeyHash> under_way_;
  CacheStatistics statistics_;
};

}  // namespace regimen
