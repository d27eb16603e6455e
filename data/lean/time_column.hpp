#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "framework/core/date_time.hpp"

namespace regimen::lean {

// The start times of a file's rows, ascending, in the file's own time zone: `base` plus a whole
// number of units. Files of one date count milliseconds from its midnight, whole histories count
// minutes from the year 1.
//
// A view: the offsets belong to the RowColumns the column is part of. Immutable; concurrent reads
// are safe.
class TimeColumn {
 public:
  TimeColumn() = default;
  TimeColumn(std::span<const std::int32_t> offsets, DateTime base, TimeSpan unit)
      : offsets_(offsets), base_ticks_(base.Ticks()), unit_ticks_(unit.Ticks()) {}

  std::size_t Size() const { return offsets_.size(); }
  // Requires: row < Size().
  DateTime operator[](std::size_t row) const { return DateTime(Ticks(row)); }
  std::int64_t Ticks(std::size_t row) const { return base_ticks_ + offsets_[row] * unit_ticks_; }

  // The first row at or after `time`; Size() when there is none. O(log n).
  std::size_t FirstRowFrom(DateTime time) const {
    const auto found = std::ranges::lower_bound(
        offsets_, time.Ticks(), {},
        [this](std::int32_t offset) { return base_ticks_ + offset * unit_ticks_; });
    return static_cast<std::size_t>(found - offsets_.begin());
  }

 private:
  std::span<const std::int32_t> offsets_;
  std::int64_t base_ticks_ = 0;
  std::int64_t unit_ticks_ = 1;
};

}  // namespace regimen::lean
