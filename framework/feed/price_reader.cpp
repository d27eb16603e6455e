#include "framework/feed/price_reader.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace regimen {

namespace {

Decimal RawClose(const lean::TradeBarColumns& columns, std::size_t row) {
  return columns.Close()[row];
}

Decimal RawClose(const lean::QuoteBarColumns& columns, std::size_t row) {
  return columns.Bid().Close()[row];
}

void Fill(const lean::TradeBarColumns& columns, std::size_t row, TradeBar& bar) {
  bar.SetRow({columns.Open()[row], columns.High()[row], columns.Low()[row], columns.Close()[row]},
             columns.Volume()[row]);
}

Bar SideBar(const lean::QuoteBarColumns::Side& side, std::size_t row) {
  return {side.Open()[row], side.High()[row], side.Low()[row], side.Close()[row]};
}

void Fill(const lean::QuoteBarColumns& columns, std::size_t row, QuoteBar& bar) {
  const auto bid = columns.Bid();
  const auto ask = columns.Ask();
  bar.ClearSides();
  if (bid.Has(row)) bar.SetBid(SideBar(bid, row), bid.LastSize()[row]);
  if (ask.Has(row)) bar.SetAsk(SideBar(ask, row), ask.LastSize()[row]);
}

Decimal RawClose(const lean::TickColumns& columns, std::size_t row) {
  return columns.TickType() == TickType::Trade ? columns.Price()[row] : columns.BidPrice()[row];
}

void Fill(const lean::TickColumns& columns, std::size_t row, Tick& tick) {
  if (columns.TickType() == TickType::Trade) {
    tick.SetTrade(columns.Price()[row], columns.Quantity()[row]);
  } else {
    tick.SetQuote(columns.BidPrice()[row], columns.BidSize()[row], columns.AskPrice()[row],
                  columns.AskSize()[row]);
  }
  tick.SetConditions(columns.Conditions(row));
}

}  // namespace

template <class BarType>
PriceReader<BarType>::PriceReader(const SubscriptionDataConfig& config,
                                  const SecurityExchangeHours& hours, CorporateEvents events,
                                  store::BarStore& store, FeedPeriod period,
                                  bool strict_daily_end_times)
    : config_(config),
      hours_(&hours),
      events_(std::move(events)),
      store_(&store),
      period_(period),
      strict_(strict_daily_end_times),
      same_zone_(config.data_time_zone == config.exchange_time_zone),
      increment_(config.Increment()),
      file_date_(period.start.Date() - TimeSpan::FromDays(1)),
      announced_date_(file_date_) {}

template <class BarType>
DateTime PriceReader<BarType>::ToExchange(DateTime time) const {
  return same_zone_ ? time : ConvertTo(time, config_.data_time_zone, config_.exchange_time_zone);
}

template <class BarType>
typename PriceReader<BarType>::Step PriceReader<BarType>::Next(BarType& bar) {
  if (!has_next_ && !rows_done_) {
    has_next_ = ReadRow();
    rows_done_ = !has_next_;
  }
  // An event shares its instant with a bar only where daily bars end at midnight; then the bar
  // comes first.
  const bool event_is_due =
      !pending_.empty() && (!has_next_ || AsBaseData(pending_.front()).EndTime() < next_.EndTime());
  if (event_is_due) {
    event_ = std::move(pending_.front());
    pending_.pop_front();
    return Step::Event;
  }
  if (!has_next_) return Step::End;
  has_next_ = false;
  bar = next_;
  return Step::Row;
}

template <class BarType>
bool PriceReader<BarType>::ReadRow() {
  for (;;) {
    while (columns_ != nullptr) {
      if (row_ - block_.first >= block_.count) TakeBlock();
      if (block_.count == 0) break;
      const BarType& bar = block_.bars[row_ - block_.first];
      const DateTime time = ToExchange(bar.Time());
      if (time > period_.end) {
        // The ticker may change between the last row of the period and this one: then the next file
        // has more of it.
        if (!AnnounceUpTo(period_.end.Date()) || !Load(announced_date_)) return false;
        continue;
      }
      if (AcceptRow(bar, time, time + increment_)) return true;
    }
    if (!NextSource()) return false;
  }
}

template <class BarType>
void PriceReader<BarType>::TakeBlock() {
  block_.first = row_;
  block_.count = row_ < columns_->Size() ? std::min(Block::kRows, columns_->Size() - row_) : 0;
  for (std::size_t i = 0; i < block_.count; ++i) {
    Fill(*columns_, row_ + i, block_.bars[i]);
    block_.bars[i].SetTime(columns_->Times()[row_ + i]);
    block_.raw_closes[i] = RawClose(*columns_, row_ + i);
  }
}

template <class BarType>
bool PriceReader<BarType>::AcceptRow(const BarType& bar, DateTime time, DateTime end_time) {
  const Decimal raw_close = block_.raw_closes[row_ - block_.first];
  ++row_;
  const bool repeats = !std::is_same_v<BarType, Tick> && end_time <= previous_end_;
  if (repeats || end_time < period_.start) {
    if (!repeats) previous_end_ = end_time;
    return false;
  }
  if (AnnounceUpTo(end_time.Date())) {
    // The row belongs to the file of the old ticker: daily data keep it, others go on in the new
    // file.
    if (!Load(announced_date_)) columns_.reset();
    if (config_.resolution != Resolution::Daily) return false;
  }
  last_raw_price_ = raw_close;
  next_ = bar;
  previous_end_ = end_time;
  FillRow(time, end_time);
  return !strict_ || ToSession(time, end_time);
}

template <class BarType>
void PriceReader<BarType>::FillRow(DateTime time, DateTime end_time) {
  next_.SetSymbol(events_.MappedSymbol());
  next_.SetTime(time);
  next_.SetEndTime(end_time);
  next_.SetFillForward(false);
}

template <class BarType>
bool PriceReader<BarType>::ToSession(DateTime time, DateTime end_time) {
  const DailyCalendar session = DailyCalendar::At(end_time, *hours_);
  // A row dated on a closed day, or a session that is not over when the run begins or ends.
  if (session.end < time || session.end < period_.start || session.end > period_.end) return false;
  next_.SetTime(session.start);
  next_.SetEndTime(session.end);
  return true;
}

template <class BarType>
bool PriceReader<BarType>::NextSource() {
  columns_.reset();
  // The dates that were announced with the rows of a whole history bring no other file.
  if (HasWholeHistory() && loaded_ticker_ == events_.MappedTicker()) {
    file_date_ = std::max(file_date_, announced_date_);
  }
  while (NextTradableDate()) {
    if (announced_date_ < file_date_) AnnounceUpTo(file_date_);
    if (HasWholeHistory() && loaded_ticker_ == events_.MappedTicker()) continue;
    if (Load(file_date_)) return true;
  }
  return false;
}

template <class BarType>
bool PriceReader<BarType>::NextTradableDate() {
  const DateTime last = period_.end.Date();
  if (events_.IsOver(announced_date_)) return false;
  do {
    file_date_ = file_date_ + TimeSpan::FromDays(1);
    if (file_date_ > last) return false;
  } while (!hours_->IsDateOpen(file_date_, config_.extended_market_hours));
  return true;
}

template <class BarType>
lean::PriceFile PriceReader<BarType>::FileOf(DateTime date) const {
  return lean::FileOf({config_.symbol.SecurityType(), std::string(config_.symbol.Market()),
                       events_.MappedTicker(), config_.resolution, config_.tick_type},
                      date);
}

template <class BarType>
bool PriceReader<BarType>::Load(DateTime date) {
  loaded_ticker_ = events_.MappedTicker();
  columns_ = store_->template Get<Columns>(FileOf(date));
  row_ = 0;
  block_.count = 0;
  if (!HasWholeHistory()) ReadAhead(date);
  if (columns_ == nullptr) return false;
  // Rows that end before the start are of no use to anyone.
  if constexpr (!std::is_same_v<BarType, Tick>) {
    const DateTime first = period_.start - increment_ - TimeSpan::FromDays(1);
    if (HasWholeHistory()) row_ = columns_->Times().FirstRowFrom(first);
  }
  return true;
}

// The file of the next tradable date is decoded while this one is used.
template <class BarType>
void PriceReader<BarType>::ReadAhead(DateTime date) {
  do {
    date = date + TimeSpan::FromDays(1);
    if (date > period_.end.Date()) return;
  } while (!hours_->IsDateOpen(date, config_.extended_market_hours));
  store_->Prefetch(FileOf(date));
}

template <class BarType>
bool PriceReader<BarType>::AnnounceUpTo(DateTime date) {
  bool renamed = false;
  while (announced_date_ < date) {
    announced_date_ = announced_date_ + TimeSpan::FromDays(1);
    if (events_.IsQuiet(announced_date_)) continue;
    if (!hours_->IsDateOpen(announced_date_, config_.extended_market_hours)) continue;
    const std::string before = events_.MappedTicker();
    events_.OnNewTradableDate(announced_date_, last_raw_price_, pending_);
    if (columns_ != nullptr && events_.MappedTicker() != before) renamed = true;
  }
  return renamed;
}

template class PriceReader<TradeBar>;
template class PriceReader<QuoteBar>;
template class PriceReader<Tick>;

}  // namespace regimen
