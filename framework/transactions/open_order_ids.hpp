#pragma once

#include <cstddef>
#include <vector>

namespace regimen {

// The numbers of the open orders, enumerated as LEAN does: in the order of the buckets of .NET's
// ConcurrentDictionary, number modulo table size, and newest first within a bucket. The order
// decides which of several orders is cancelled first, so it shows in a run's events.
//
// Add and remove O(1), enumerate O(table size + orders).
// Source: .NET 10 ConcurrentDictionary with LEAN's default size, on the two processors of the exam.
class OpenOrderIds {
 public:
  OpenOrderIds();

  void Add(int id);
  void Remove(int id);
  bool Contains(int id) const;
  bool Empty() const { return count_ == 0; }
  std::vector<int> Ids() const;

 private:
  using Buckets = std::vector<std::vector<int>>;

  std::size_t BucketOf(int id) const { return static_cast<std::size_t>(id) % buckets_.size(); }
  void Grow();

  // Newest last.
  Buckets buckets_;
  std::vector<std::size_t> count_per_lock_;
  std::size_t budget_;
  std::size_t count_ = 0;
};

}  // namespace regimen
