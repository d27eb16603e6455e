#include "data/lean/factor_file.hpp"

#include <algorithm>

#include "data/lean/csv_lines.hpp"

namespace regimen::lean {

FactorFile FactorFile::Parse(std::string_view text, const std::string& file) {
  FactorFile factors;
  CsvLines lines(text, file);
  while (lines.Next()) {
    // Factors that large have lost their precision: LEAN moves the start of the data behind them.
    const bool infinite = lines.Line().find("inf") != std::string_view::npos ||
                          lines.Line().find("e+") != std::string_view::npos;
    if (infinite) continue;
    lines.RequireFields("yyyyMMdd,priceFactor,splitFactor");
    FactorRow row;
    row.date = lines.Date(0);
    row.price_factor = lines.Number(1);
    row.split_factor = lines.Number(2);
    if (lines.Fields().size() > 3) row.reference_price = lines.Number(3);
    row.price_scale_factor = row.price_factor * row.split_factor;
    if (row.price_scale_factor > 0) factors.Add(row);
  }
  return factors;
}

void FactorFile::Add(const FactorRow& row) {
  const auto place = std::ranges::lower_bound(rows_, row.date, {}, &FactorRow::date);
  if (place == rows_.end() || place->date != row.date) rows_.insert(place, row);
}

std::optional<DateTime> FactorFile::MinimumDate() const {
  if (rows_.empty()) return std::nullopt;
  return rows_.front().date.AddDays(-1);
}

const FactorRow* FactorFile::RowFor(DateTime date) const {
  const auto found = std::ranges::lower_bound(rows_, date.Date(), {}, &FactorRow::date);
  return found == rows_.end() ? nullptr : &*found;
}

Decimal FactorFile::PriceScaleFactor(DateTime date) const {
  const FactorRow* row = RowFor(date);
  return row == nullptr ? Decimal(1) : row->price_scale_factor;
}

Decimal FactorFile::SplitFactor(DateTime date) const {
  const FactorRow* row = RowFor(date);
  return row == nullptr ? Decimal(1) : row->split_factor;
}

const FactorRow* FactorFile::RowOn(DateTime date) const {
  const FactorRow* row = RowFor(date);
  return row != nullptr && row->date == date.Date() ? row : nullptr;
}

const FactorRow* FactorFile::NextRow(const FactorRow& row) const {
  return &row == &rows_.back() ? nullptr : &row + 1;
}

std::optional<FactorChange> FactorFile::DividendAfter(DateTime date) const {
  return ChangeAfter(date, &FactorRow::price_factor);
}

std::optional<FactorChange> FactorFile::SplitAfter(DateTime date) const {
  return ChangeAfter(date, &FactorRow::split_factor);
}

std::optional<FactorChange> FactorFile::ChangeAfter(DateTime date,
                                                    Decimal FactorRow::*factor) const {
  const FactorRow* row = RowOn(date);
  const FactorRow* next = row == nullptr ? nullptr : NextRow(*row);
  if (next == nullptr || row->*factor == next->*factor) return std::nullopt;
  return FactorChange{row->*factor / next->*factor, row->reference_price};
}

}  // namespace regimen::lean
