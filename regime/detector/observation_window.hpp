// The bars that a model is fitted to.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "regime/observation/price_bar.hpp"

namespace regimen {

// The last bars of a series as observations: rows of D features side by side, and the logarithmic
// return of each bar's close. Bars are numbered from 0 as they come, so that two windows can be
// laid over each other. Not thread-safe.
class ObservationWindow {
 public:
  // `capacity` 0: no limit.
  ObservationWindow(int dimensions, std::size_t capacity);

  // Takes the next bar; beyond the capacity the oldest leaves. Amortised O(D).
  void Push(BarTime time, std::span<const double> row, double log_return);

  // The last `bars` observations are missing from now on.
  void MaskLast(std::size_t bars);

  // Forgets all bars; the numbering goes on.
  void Clear();

  std::size_t Size() const { return times_.size() - begin_; }
  // The number of the oldest bar.
  std::size_t FirstNumber() const { return first_number_; }

  // Oldest first. Valid until the next change.
  std::span<const double> Rows() const { return std::span(rows_).subspan(begin_ * dimensions_); }
  std::span<const double> Row(std::size_t bar) const {
    return Rows().subspan(bar * dimensions_, dimensions_);
  }
  std::span<const double> Returns() const { return std::span(returns_).subspan(begin_); }
  std::span<const BarTime> Times() const { return std::span(times_).subspan(begin_); }

 private:
  void DropOldest();

  std::size_t dimensions_;
  std::size_t capacity_;
  std::size_t begin_ = 0;  // bars that have left but still take room
  std::size_t first_number_ = 0;
  std::vector<double> rows_;
  std::vector<double> returns_;
  std::vector<BarTime> times_;
};

}  // namespace regimen
