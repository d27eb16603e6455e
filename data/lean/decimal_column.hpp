#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "framework/core/decimal.hpp"

namespace regimen::lean {

// One column of a file: raw integers and the decimal scale they have in common, or one scale a row
// where the file writes some rows with fewer digits ("1.3868" beside "1.38683").
//
// A view: the integers belong to the RowColumns the column is part of. Immutable; concurrent reads
// are safe. Access is O(1) and converts nothing but what is asked for.
class DecimalColumn {
 public:
  DecimalColumn() = default;
  // `scales` is empty when every row has `scale`.
  DecimalColumn(std::span<const std::int64_t> coefficients, std::uint8_t scale,
                std::vector<std::uint8_t> scales = {})
      : coefficients_(coefficients), scales_(std::move(scales)), scale_(scale) {}

  std::size_t Size() const { return coefficients_.size(); }
  // Requires: row < Size().
  Decimal operator[](std::size_t row) const {
    return Decimal::FromScaled(coefficients_[row], Scale(row));
  }
  std::uint8_t Scale(std::size_t row) const { return scales_.empty() ? scale_ : scales_[row]; }
  bool HasOneScale() const { return scales_.empty(); }
  std::span<const std::int64_t> Coefficients() const { return coefficients_; }

 private:
  std::span<const std::int64_t> coefficients_;
  std::vector<std::uint8_t> scales_;
  std::uint8_t scale_ = 0;
};

}  // namespace regimen::lean
