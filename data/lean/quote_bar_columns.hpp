#pragma once

#include <cstddef>
#include <utility>

#include "data/lean/row_columns.hpp"

namespace regimen::lean {

// The quote bars of one file, unadjusted: prices in the quote currency, the last size of each side
// in shares or coins. A side whose four prices are all empty or zero was not quoted. Immutable;
// concurrent reads are safe.
class QuoteBarColumns {
 public:
  static constexpr std::size_t kColumns = 10;

  explicit QuoteBarColumns(RowColumns<kColumns> rows) : rows_(std::move(rows)) {}

  std::size_t Size() const { return rows_.Size(); }
  const TimeColumn& Times() const { return rows_.Times(); }

  // Open, high, low, close and last size of one side.
  class Side {
   public:
    const DecimalColumn& Open() const { return (*rows_)[first_]; }
    const DecimalColumn& High() const { return (*rows_)[first_ + 1]; }
    const DecimalColumn& Low() const { return (*rows_)[first_ + 2]; }
    const DecimalColumn& Close() const { return (*rows_)[first_ + 3]; }
    const DecimalColumn& LastSize() const { return (*rows_)[first_ + 4]; }
    // Whether the side was quoted in this row.
    bool Has(std::size_t row) const {
      return (Open().Coefficients()[row] | High().Coefficients()[row] | Low().Coefficients()[row] |
              Close().Coefficients()[row]) != 0;
    }

   private:
    friend class QuoteBarColumns;
    Side(const RowColumns<kColumns>& rows, std::size_t first) : rows_(&rows), first_(first) {}
    const RowColumns<kColumns>* rows_;
    std::size_t first_;
  };

  // Views that are valid as long as the columns stay where they are.
  Side Bid() const { return {rows_, 0}; }
  Side Ask() const { return {rows_, 5}; }

 private:
  RowColumns<kColumns> rows_;
};

}  // namespace regimen::lean
