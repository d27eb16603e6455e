#include "framework/transactions/open_order_ids.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace regimen {

namespace {

constexpr std::size_t kDefaultCapacity = 31;
constexpr std::size_t kProcessors = 2;
constexpr std::size_t kMaxLocks = 1024;

// The table sizes that .NET chooses from.
constexpr std::array<std::size_t, 72> kPrimes{
    3,       7,       11,      17,      23,      29,      37,      47,      59,
    71,      89,      107,     131,     163,     197,     239,     293,     353,
    431,     521,     631,     761,     919,     1103,    1327,    1597,    1931,
    2333,    2801,    3371,    4049,    4861,    5839,    7013,    8419,    10103,
    12143,   14591,   17519,   21023,   25229,   30293,   36353,   43627,   52361,
    62851,   75431,   90523,   108631,  130363,  156437,  187751,  225307,  270371,
    324449,  389357,  467237,  560689,  672827,  807403,  968897,  1162687, 1395263,
    1674319, 2009191, 2411033, 2893249, 3471899, 4166287, 4999559, 5999471, 7199369};

std::size_t PrimeFrom(std::size_t minimum) {
  const auto prime = std::ranges::lower_bound(kPrimes, minimum);
  return prime == kPrimes.end() ? kPrimes.back() : *prime;
}

}  // namespace

OpenOrderIds::OpenOrderIds()
    : buckets_(PrimeFrom(kDefaultCapacity)),
      count_per_lock_(kProcessors),
      budget_(buckets_.size() / kProcessors) {}

bool OpenOrderIds::Contains(int id) const {
  const auto& bucket = buckets_[BucketOf(id)];
  return std::ranges::find(bucket, id) != bucket.end();
}

void OpenOrderIds::Add(int id) {
  if (Contains(id)) return;
  const std::size_t at = BucketOf(id);
  buckets_[at].push_back(id);
  ++count_;
  std::size_t& in_lock = count_per_lock_[at % count_per_lock_.size()];
  if (++in_lock > budget_) Grow();
}

void OpenOrderIds::Remove(int id) {
  const std::size_t at = BucketOf(id);
  if (std::erase(buckets_[at], id) == 0) return;
  --count_;
  --count_per_lock_[at % count_per_lock_.size()];
}

void OpenOrderIds::Grow() {
  // An uneven but thin table gets more room per lock instead.
  if (count_ < buckets_.size() / 4) {
    budget_ *= 2;
    return;
  }
  const Buckets old = std::move(buckets_);
  const std::size_t locks =
      count_per_lock_.size() < kMaxLocks ? count_per_lock_.size() * 2 : count_per_lock_.size();
  buckets_ = Buckets(PrimeFrom(old.size() * 2));
  count_per_lock_.assign(locks, 0);
  for (const auto& bucket : old) {
    for (const int id : std::views::reverse(bucket)) {
      const std::size_t at = BucketOf(id);
      buckets_[at].push_back(id);
      ++count_per_lock_[at % locks];
    }
  }
  budget_ = std::max<std::size_t>(1, buckets_.size() / locks);
}

std::vector<int> OpenOrderIds::Ids() const {
  std::vector<int> ids;
  ids.reserve(count_);
  for (const auto& bucket : buckets_) ids.insert(ids.end(), bucket.rbegin(), bucket.rend());
  return ids;
}

}  // namespace regimen
