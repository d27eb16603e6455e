#include "performance/caching/regime_model_cache.hpp"

#include <vector>

#include "regime/observation/regime_error.hpp"

namespace regimen {

namespace {

template <class T>
std::size_t BytesOf(const std::vector<T>& values) {
  return values.capacity() * sizeof(T);
}

// What one entry takes: the model, its arrays, the list's and the index's nodes.
std::size_t BytesOf(const hmm::FitResult& result) {
  constexpr std::size_t kNodes = 16 * sizeof(void*);
  std::size_t bytes = sizeof(hmm::FitResult) + kNodes + result.report.message.capacity() +
                      BytesOf(result.report.starts) + BytesOf(result.report.history);
  if (result.parameters) {
    const hmm::HmmParameters& p = *result.parameters;
    bytes += BytesOf(p.start) + BytesOf(p.transitions) + BytesOf(p.means) + BytesOf(p.covariances) +
             BytesOf(p.degrees_of_freedom);
  }
  return bytes;
}

}  // namespace

double CacheStatistics::HitRate() const {
  const std::uint64_t asked = hits + misses;
  return asked == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(asked);
}

RegimeModelCache::RegimeModelCache(std::size_t max_entries) : max_entries_(max_entries) {
  if (max_entries == 0) throw RegimeError("max_cache_size: at least 1 was expected, not 0");
}

RegimeModelCache::Model RegimeModelCache::Find(const Key& key) {
  const auto found = index_.find(key);
  if (found == index_.end()) {
    ++statistics_.misses;
    return nullptr;
  }
  ++statistics_.hits;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void RegimeModelCache::Keep(const Key& key, Model model) {
  statistics_.bytes += BytesOf(*model);
  if (const auto found = index_.find(key); found != index_.end()) {
    statistics_.bytes -= BytesOf(*found->second->second);
    found->second->second = std::move(model);
    entries_.splice(entries_.begin(), entries_, found->second);
    return;
  }
  entries_.emplace_front(key, std::move(model));
  index_.emplace(key, entries_.begin());
  if (entries_.size() <= max_entries_) return;
  statistics_.bytes -= BytesOf(*entries_.back().second);
  ++statistics_.evictions;
  index_.erase(entries_.back().first);
  entries_.pop_back();
}

RegimeModelCache::Model RegimeModelCache::Get(const Key& key) {
  const std::lock_guard lock(mutex_);
  return Find(key);
}

void RegimeModelCache::Set(const Key& key, hmm::FitResult result) {
  auto model = std::make_shared<const hmm::FitResult>(std::move(result));
  const std::lock_guard lock(mutex_);
  Keep(key, std::move(model));
}

RegimeModelCache::Claim RegimeModelCache::Ask(const Key& key) {
  const std::lock_guard lock(mutex_);
  if (const auto flight = under_way_.find(key); flight != under_way_.end()) {
    ++statistics_.hits;
    return {.model = nullptr, .mine = false, .another = flight->second.result};
  }
  if (Model model = Find(key)) return {.model = std::move(model), .mine = false, .another = {}};
  Flight& flight = under_way_[key];
  flight.result = flight.promise.get_future().share();
  return {.model = nullptr, .mine = true, .another = {}};
}

RegimeModelCache::Model RegimeModelCache::Fulfil(const Key& key, hmm::FitResult result) {
  auto model = std::make_shared<const hmm::FitResult>(std::move(result));
  const std::lock_guard lock(mutex_);
  Keep(key, model);
  Land(key, model);
  return model;
}

void RegimeModelCache::Abandon(const Key& key) {
  const std::lock_guard lock(mutex_);
  Land(key, nullptr);
}

void RegimeModelCache::Land(const Key& key, Model model) {
  const auto flight = under_way_.find(key);
  flight->second.promise.set_value(std::move(model));
  under_way_.erase(flight);
}

CacheStatistics RegimeModelCache::GetStatistics() const {
  const std::lock_guard lock(mutex_);
  CacheStatistics statistics = statistics_;
  statistics.size = entries_.size();
  return statistics;
}

void RegimeModelCache::Clear() {
  const std::lock_guard lock(mutex_);
  entries_.clear();
  index_.clear();
  statistics_ = {};
}

}  // namespace regimen
