#include "framework/feed/corporate_events.hpp"

#include <algorithm>
#include <utility>

namespace regimen {

CorporateEvents::CorporateEvents(const Symbol& symbol, const lean::FactorFile& factors,
                                 const lean::MapFile& map_file)
    : symbol_(symbol),
      factors_(&factors),
      map_file_(&map_file),
      delisting_date_(map_file.DelistingDate()) {
  MapTo(symbol.Value());
}

void CorporateEvents::MapTo(const std::string& ticker) {
  mapped_symbol_ = symbol_.WithValue(ticker);
  mapped_ticker_.clear();
  for (const char c : ticker) {
    mapped_ticker_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

void CorporateEvents::OnNewTradableDate(DateTime date, Decimal last_raw_price,
                                        std::deque<CorporateEvent>& out) {
  if (IsQuiet(date)) return;
  AddSplits(date, last_raw_price, out);
  AddDividends(date, out);
  AddRename(date, out);
  AddDelisting(date, last_raw_price, out);
  first_date_reached_ = true;
  next_date_ = NextDate(date);
}

// A date of the factor file or of the map file is the last before a change: what it announces shows
// on the next tradable date.
DateTime CorporateEvents::NextDate(DateTime date) const {
  if (split_ || dividend_) return date;
  DateTime next = date < delisting_date_ ? delisting_date_ : date;
  const DateTime tomorrow = date.Date() + TimeSpan::FromDays(1);
  if (const lean::FactorRow* row = factors_->RowFor(tomorrow)) next = std::min(next, row->date);
  for (const lean::MapRow& row : map_file_->Rows()) {
    const DateTime change = row.date + TimeSpan::FromDays(1);
    if (change > date) {
      next = std::min(next, change);
      break;
    }
  }
  return next;
}

void CorporateEvents::AddSplits(DateTime date, Decimal last_raw_price,
                                std::deque<CorporateEvent>& out) {
  if (split_) {
    out.emplace_back(Split(mapped_symbol_, date, split_->reference_price, split_->ratio,
                           SplitType::SplitOccurred));
    split_.reset();
  }
  if (const auto next = factors_->SplitAfter(date)) {
    split_ = next;
    out.emplace_back(Split(mapped_symbol_, date, last_raw_price, next->ratio, SplitType::Warning));
  }
}

void CorporateEvents::AddDividends(DateTime date, std::deque<CorporateEvent>& out) {
  if (dividend_) {
    out.emplace_back(Dividend(mapped_symbol_, date, dividend_->reference_price, dividend_->ratio));
    dividend_.reset();
  }
  dividend_ = factors_->DividendAfter(date);
}

void CorporateEvents::AddRename(DateTime date, std::deque<CorporateEvent>& out) {
  const std::string old_ticker = mapped_symbol_.Value();
  const std::string new_ticker(map_file_->MappedTicker(date, old_ticker));
  if (new_ticker == old_ticker) return;
  MapTo(new_ticker);
  // The ticker of the first date is taken as it is.
  if (first_date_reached_) {
    out.emplace_back(SymbolChangedEvent(mapped_symbol_, date, old_ticker, new_ticker));
  }
}

void CorporateEvents::AddDelisting(DateTime date, Decimal last_raw_price,
                                   std::deque<CorporateEvent>& out) {
  if (date < delisting_date_) return;
  if (!warned_of_delisting_) {
    warned_of_delisting_ = true;
    out.emplace_back(
        Delisting(mapped_symbol_, delisting_date_, last_raw_price, DelistingType::Warning));
  }
  if (date > delisting_date_ && !delisted_) {
    delisted_ = true;
    out.emplace_back(Delisting(mapped_symbol_, delisting_date_ + TimeSpan::FromDays(1),
                               last_raw_price, DelistingType::Delisted));
  }
}

}  // namespace regimen
