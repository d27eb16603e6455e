#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "data/lean/row_columns.hpp"
#include "framework/core/tick_type.hpp"
#include "framework/market/tick_conditions.hpp"

namespace regimen::lean {

// The times of a file's ticks, ascending, in the file's own time zone: whole milliseconds, and 100
// ns parts where the file states fractions of them.
//
// A view, as TimeColumn is.
class TickTimes {
 public:
  TickTimes(TimeColumn milliseconds, const std::vector<std::uint16_t>& parts)
      : milliseconds_(milliseconds), parts_(&parts) {}

  std::size_t Size() const { return milliseconds_.Size(); }
  // Requires: row < Size().
  DateTime operator[](std::size_t row) const {
    return DateTime(milliseconds_.Ticks(row) + (parts_->empty() ? 0 : (*parts_)[row]));
  }

 private:
  TimeColumn milliseconds_;
  const std::vector<std::uint16_t>* parts_;
};

// The ticks of one file, unadjusted, all trades or all quotes: prices in the quote currency, sizes
// in shares. A side whose price is zero was not quoted. Immutable; concurrent reads are safe. 28
// bytes a trade, 44 a quote, and one for each price where they differ in decimals.
class TickColumns {
 public:
  // Price and quantity.
  using Trades = RowColumns<2>;
  // Price and size of the bid, then of the ask.
  using Quotes = RowColumns<4>;
  // What stands beside the numbers, one of each a row.
  struct Notes {
    std::vector<const TickConditions*> conditions;
    // 100 ns behind the millisecond, up to 10000; empty while every row is at a whole one.
    std::vector<std::uint16_t> parts;
  };

  TickColumns(Trades trades, Notes notes) : rows_(std::move(trades)), notes_(std::move(notes)) {}
  TickColumns(Quotes quotes, Notes notes) : rows_(std::move(quotes)), notes_(std::move(notes)) {}

  // Trade or Quote.
  regimen::TickType TickType() const {
    return std::holds_alternative<Trades>(rows_) ? regimen::TickType::Trade
                                                 : regimen::TickType::Quote;
  }
  std::size_t Size() const { return notes_.conditions.size(); }
  TickTimes Times() const {
    return std::visit([&](const auto& rows) { return TickTimes(rows.Times(), notes_.parts); },
                      rows_);
  }
  const TickConditions& Conditions(std::size_t row) const { return *notes_.conditions[row]; }

  // Of trades: requires TickType() to be Trade.
  const DecimalColumn& Price() const { return std::get<Trades>(rows_)[0]; }
  const DecimalColumn& Quantity() const { return std::get<Trades>(rows_)[1]; }
  // Of quotes: require TickType() to be Quote.
  const DecimalColumn& BidPrice() const { return std::get<Quotes>(rows_)[0]; }
  const DecimalColumn& BidSize() const { return std::get<Quotes>(rows_)[1]; }
  const DecimalColumn& AskPrice() const { return std::get<Quotes>(rows_)[2]; }
  const DecimalColumn& AskSize() const { return std::get<Quotes>(rows_)[3]; }

 private:
  std::variant<Trades, Quotes> rows_;
  Notes notes_;
};

}  // namespace regimen::lean
