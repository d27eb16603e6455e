#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "data/lean/row_columns.hpp"
#include "data/lean/scaled_number.hpp"

namespace regimen::lean {

// Fills the columns of a file row by row; the memory is taken once, for `capacity` rows.
//
// Not thread-safe. Put is O(1) and allocates only when a column turns out to have several scales.
template <std::size_t Count>
class RowColumnsBuilder {
 public:
  explicit RowColumnsBuilder(std::size_t capacity)
      : capacity_(capacity),
        offsets_(std::make_unique_for_overwrite<std::int32_t[]>(capacity)),
        coefficients_(std::make_unique_for_overwrite<std::int64_t[]>(capacity * Count)) {}

  // Requires: fewer than `capacity` rows so far. Every Put belongs to the row last begun, and each
  // row gets every column.
  void BeginRow(std::int32_t time_offset) { offsets_[rows_++] = time_offset; }
  void Put(std::size_t column, ScaledNumber number) {
    const std::size_t row = rows_ - 1;
    coefficients_[column * capacity_ + row] = number.coefficient;
    Scales& scales = scales_[column];
    if (number.scale != scales.expected) PutScale(scales, number.scale);
  }
  std::size_t Rows() const { return rows_; }

  // Returns the rows so far; the builder is spent. Times are `base` plus the offset in `unit`s.
  RowColumns<Count> Finish(DateTime base, TimeSpan unit) {
    std::array<DecimalColumn, Count> columns;
    for (std::size_t i = 0; i < Count; ++i) {
      const std::span<const std::int64_t> values(coefficients_.get() + i * capacity_, rows_);
      columns[i] = DecimalColumn(values, scales_[i].first, std::move(scales_[i].each));
    }
    const TimeColumn times({offsets_.get(), rows_}, base, unit);
    return {std::move(offsets_), std::move(coefficients_), times, std::move(columns)};
  }

 private:
  // No number has it: before the first row, and once rows differ.
  static constexpr std::uint16_t kNoScale = 0xFFFF;
  struct Scales {
    // What nearly every row has, and then nothing is to be done.
    std::uint16_t expected = kNoScale;
    std::uint8_t first = 0;
    // One a row, or empty while all rows have the first one's.
    std::vector<std::uint8_t> each;
  };

  void PutScale(Scales& scales, std::uint8_t scale) {
    if (rows_ == 1) {
      scales.expected = scales.first = scale;
      return;
    }
    if (scales.each.empty()) scales.each.assign(rows_ - 1, scales.first);
    scales.each.push_back(scale);
    scales.expected = kNoScale;
  }

  std::size_t capacity_;
  std::size_t rows_ = 0;
  std::unique_ptr<std::int32_t[]> offsets_;
  std::unique_ptr<std::int64_t[]> coefficients_;
  std::array<Scales, Count> scales_;
};

}  // namespace regimen::lean
