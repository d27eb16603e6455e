#include "framework/feed/corporate_events.hpp"

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
  AddSplits(date, last_raw_price, out);
  AddDividends(date, out);
  AddRename(date, out);
  AddDelisting(date, last_raw_price, out);
  first_date_reached_ = true;
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
