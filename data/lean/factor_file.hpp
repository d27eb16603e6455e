#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen::lean {

// What turns the prices of the dates after the previous row, up to and including `date`, into
// today's: dividends by the price factor, splits by the split factor.
struct FactorRow {
  // The last trading day before the corporate action.
  DateTime date;
  Decimal price_factor = 1;
  Decimal split_factor = 1;
  // Raw close on `date`; 0 when not known.
  Decimal reference_price;
  // price_factor x split_factor, with the scale of the product.
  Decimal price_scale_factor = 1;
};

// A dividend or split that shows on the first trading day after a row's date.
struct FactorChange {
  // Price factor of the row over the next row's, or the same of the split factors.
  Decimal ratio;
  // Raw close before the change.
  Decimal reference_price;
};

// The factor file of one equity (LEAN Common/Data/Auxiliary/CorporateFactor*.cs): rows
// `yyyyMMdd,priceFactor,splitFactor[,referencePrice]`, each cumulative from today backwards.
//
// As in LEAN, rows with infinite factors or factors in exponent form are left out, and rows whose
// factors' product is not positive. Immutable; concurrent reads are safe. Lookups are O(log n).
class FactorFile {
 public:
  FactorFile() = default;
  // Throws DataError naming `file` and line: too few columns, no date, no number. Of several rows
  // of one date the first counts.
  static FactorFile Parse(std::string_view text, const std::string& file);

  // Ascending by date.
  std::span<const FactorRow> Rows() const { return rows_; }
  // Data before this date are not read: the day before the first row. nullopt without rows.
  std::optional<DateTime> MinimumDate() const;

  // The row that applies to `date`: the earliest at or after it; nullptr when none is, and then no
  // factor applies.
  const FactorRow* RowFor(DateTime date) const;
  // 1 when no row applies.
  Decimal PriceScaleFactor(DateTime date) const;
  Decimal SplitFactor(DateTime date) const;

  // The row of exactly this date, if there is one.
  const FactorRow* RowOn(DateTime date) const;
  // The row after `row`, which must be of this file; nullptr behind the last.
  const FactorRow* NextRow(const FactorRow& row) const;
  // The dividend or split that the row of exactly this date announces for the next trading day.
  std::optional<FactorChange> DividendAfter(DateTime date) const;
  std::optional<FactorChange> SplitAfter(DateTime date) const;

 private:
  // Keeps the order of dates; a date that is there already stays as it is.
  void Add(const FactorRow& row);
  std::optional<FactorChange> ChangeAfter(DateTime date, Decimal FactorRow::*factor) const;

  std::vector<FactorRow> rows_;
};

}  // namespace regimen::lean
