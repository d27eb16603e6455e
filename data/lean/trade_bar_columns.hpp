#pragma once

#include <cstddef>
#include <utility>

#include "data/lean/row_columns.hpp"

namespace regimen::lean {

// The trade bars of one file, unadjusted: prices in the quote currency, volume in shares or coins.
// Immutable; concurrent reads are safe.
class TradeBarColumns {
 public:
  static constexpr std::size_t kColumns = 5;

  explicit TradeBarColumns(RowColumns<kColumns> rows) : rows_(std::move(rows)) {}

  std::size_t Size() const { return rows_.Size(); }
  const TimeColumn& Times() const { return rows_.Times(); }
  const DecimalColumn& Open() const { return rows_[0]; }
  const DecimalColumn& High() const { return rows_[1]; }
  const DecimalColumn& Low() const { return rows_[2]; }
  const DecimalColumn& Close() const { return rows_[3]; }
  const DecimalColumn& Volume() const { return rows_[4]; }

 private:
  RowColumns<kColumns> rows_;
};

}  // namespace regimen::lean
