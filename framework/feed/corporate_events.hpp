#pragma once

#include <deque>
#include <optional>
#include <string>

#include "data/lean/factor_file.hpp"
#include "data/lean/map_file.hpp"
#include "framework/core/date_time.hpp"
#include "framework/core/symbol.hpp"
#include "framework/feed/corporate_event.hpp"

namespace regimen {

// The splits, dividends, renames and the delisting of one equity, told as its trading dates are
// reached (LEAN's split, dividend, mapping and delisting event providers, in this order).
//
// A factor row holds up to its date: its split or dividend occurs on the first trading date after
// it, and a split is also announced on the row's date. Rows between two dates that are reached are
// lost, as in LEAN; what happened before the first date reached is not told.
class CorporateEvents {
 public:
  // Empty files bring no events and keep the ticker. Both must outlive this object.
  CorporateEvents(const Symbol& symbol, const lean::FactorFile& factors,
                  const lean::MapFile& map_file);

  // Whether reaching this trading date brings nothing: true of nearly all.
  bool IsQuiet(DateTime date) const { return date < next_date_; }
  // Reaches a trading date, none before the last one reached; appends its events. `last_raw_price`:
  // the last price read so far.
  void OnNewTradableDate(DateTime date, Decimal last_raw_price, std::deque<CorporateEvent>& out);

  // The ticker of the last date reached (in lower case: it names files), and the symbol under it.
  const std::string& MappedTicker() const { return mapped_ticker_; }
  const Symbol& MappedSymbol() const { return mapped_symbol_; }
  // Whether the security was delisted before `date`: nothing is read any more.
  bool IsOver(DateTime date) const { return date > delisting_date_; }

 private:
  void AddSplits(DateTime date, Decimal last_raw_price, std::deque<CorporateEvent>& out);
  void AddDividends(DateTime date, std::deque<CorporateEvent>& out);
  void AddRename(DateTime date, std::deque<CorporateEvent>& out);
  void AddDelisting(DateTime date, Decimal last_raw_price, std::deque<CorporateEvent>& out);
  void MapTo(const std::string& ticker);
  // The first date after `date` on which something may happen.
  DateTime NextDate(DateTime date) const;

  Symbol symbol_;
  const lean::FactorFile* factors_;
  const lean::MapFile* map_file_;
  DateTime delisting_date_;
  std::optional<lean::FactorChange> split_;
  std::optional<lean::FactorChange> dividend_;
  std::string mapped_ticker_;
  Symbol mapped_symbol_;
  DateTime next_date_ = DateTime::MinValue;
  bool first_date_reached_ = false;
  bool warned_of_delisting_ = false;
  bool delisted_ = false;
};

}  // namespace regimen
