// The last n values of a series.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace regimen {

// Sums are taken anew over all n at each call, oldest first: O(n), for n of some dozens as fast as
// a running sum, and free of its drift. Not thread-safe.
class RollingValues {
 public:
  // Requires: capacity > 0.
  explicit RollingValues(std::size_t capacity);

  // Takes the next value; the oldest leaves when full. Amortised O(1), no allocation.
  void Push(double value);

  bool Full() const { return count_ == capacity_; }

  // Oldest first.
  std::span<const double> Values() const {
    return std::span(values_).subspan(end_ - count_, count_);
  }

  // Both NaN while empty; the sample deviation (divisor n - 1) NaN also for a single value.
  double Mean() const;
  double SampleDeviation() const;

 private:
  std::size_t capacity_;
  std::size_t end_ = 0;
  std::size_t count_ = 0;
  std::vector<double> values_;  // twice the capacity, so that the last n always lie side by side
};

}  // namespace regimen
