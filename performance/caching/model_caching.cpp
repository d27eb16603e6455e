#define XXH_INLINE_ALL
#include "performance/caching/model_caching.hpp"

#include <bit>
#include <cstdint>

#include <xxhash.h>

#include "regime/model/instruction_set.hpp"

namespace regimen {

namespace {

// Raised when the same request may come to other bits than before.
constexpr std::uint64_t kNumerics = 1;

}  // namespace

hmm::Fingerprint KeyOf(const RefitRequest& request) {
  const hmm::Fingerprint task = hmm::FingerprintOf(request.task);
  std::vector<std::uint64_t> words = {kNumerics,
                                      static_cast<std::uint64_t>(hmm::BestInstructionSet()),
                                      task.high, task.low, request.times.size()};
  for (const BarTime time : request.times) {
    words.push_back(static_cast<std::uint64_t>(time.time_since_epoch().count()));
  }
  if (request.selection) {
    words.push_back(static_cast<std::uint64_t>(request.selection->criterion));
    words.push_back(static_cast<std::uint64_t>(request.selection->max_states));
    words.push_back(static_cast<std::uint64_t>(request.selection->previous_states));
    words.push_back(std::bit_cast<std::uint64_t>(request.selection->hysteresis));
  }
  const XXH128_hash_t hash = XXH3_128bits(words.data(), words.size() * sizeof(words.front()));
  return {.high = hash.high64, .low = hash.low64};
}

void ModelCaching::Enable(const Options& options) {
  cache_ = options.cache != nullptr ? options.cache
                                    : std::make_shared<RegimeModelCache>(options.max_cache_size);
}

CacheStatistics ModelCaching::GetStatistics() const {
  return cache_ == nullptr ? CacheStatistics() : cache_->GetStatistics();
}

ModelCaching::Questions::Questions(RegimeModelCache& cache, std::span<const RefitRequest> requests)
    : cache_(&cache) {
  for (const RefitRequest& request : requests) {
    keys_.push_back(KeyOf(request));
    claims_.push_back(cache.Ask(keys_.back()));
    if (!claims_.back().mine) continue;
    mine_.push_back(claims_.size() - 1);
    missing_.push_back(request);
  }
}

ModelCaching::Questions::~Questions() {
  if (fulfilled_) return;
  for (const std::size_t place : mine_) cache_->Abandon(keys_[place]);
}

void ModelCaching::Questions::Fulfil(std::vector<hmm::FitResult> results) {
  for (std::size_t i = 0; i < mine_.size(); ++i) {
    claims_[mine_[i]].model = cache_->Fulfil(keys_[mine_[i]], std::move(results[i]));
  }
  fulfilled_ = true;
}

std::vector<RegimeModelCache::Model> ModelCaching::Questions::Models() {
  std::vector<RegimeModelCache::Model> models;
  models.reserve(claims_.size());
  for (const RegimeModelCache::Claim& claim : claims_) {
    models.push_back(claim.another.valid() ? claim.another.get() : claim.model);
  }
  return models;
}

}  // namespace regimen
