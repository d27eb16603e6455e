#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "data/lean/decimal_column.hpp"
#include "data/lean/time_column.hpp"

namespace regimen::lean {

// The rows of one price file: a time and Count decimals each, stored column by column.
//
// Immutable once built (RowColumnsBuilder); concurrent reads are safe. It owns what its columns
// view, so it can be moved but not copied. 4 + 8 x Count bytes a row.
template <std::size_t Count>
class RowColumns {
 public:
  RowColumns(std::unique_ptr<const std::int32_t[]> offsets,
             std::unique_ptr<const std::int64_t[]> coefficients, TimeColumn times,
             std::array<DecimalColumn, Count> columns)
      : offsets_(std::move(offsets)),
        coefficients_(std::move(coefficients)),
        times_(times),
        columns_(std::move(columns)) {}

  std::size_t Size() const { return times_.Size(); }
  const TimeColumn& Times() const { return times_; }
  // Requires: column < Count.
  const DecimalColumn& operator[](std::size_t column) const { return columns_[column]; }

 private:
  std::unique_ptr<const std::int32_t[]> offsets_;
  std::unique_ptr<const std::int64_t[]> coefficients_;
  TimeColumn times_;
  std::array<DecimalColumn, Count> columns_;
};

}  // namespace regimen::lean
