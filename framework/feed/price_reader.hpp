#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>

#include "data/lean/price_file.hpp"
#include "data/lean/quote_bar_columns.hpp"
#include "data/lean/tick_columns.hpp"
#include "data/lean/trade_bar_columns.hpp"
#include "data/store/bar_store.hpp"
#include "framework/core/date_time.hpp"
#include "framework/feed/corporate_event.hpp"
#include "framework/feed/corporate_events.hpp"
#include "framework/feed/daily_calendar.hpp"
#include "framework/market/quote_bar.hpp"
#include "framework/market/tick.hpp"
#include "framework/market/trade_bar.hpp"
#include "framework/securities/security_exchange_hours.hpp"
#include "framework/securities/subscription_data_config.hpp"

namespace regimen {

// What a feed covers, exchange-local: rows that end at `start` exactly and rows that begin at `end`
// are still read.
struct FeedPeriod {
  DateTime start;
  DateTime end;
};

// The columns that a kind of bar, or ticks, are read from.
template <class BarType>
struct ColumnsOf;
template <>
struct ColumnsOf<TradeBar> {
  using Type = lean::TradeBarColumns;
};
template <>
struct ColumnsOf<QuoteBar> {
  using Type = lean::QuoteBarColumns;
};
template <>
struct ColumnsOf<Tick> {
  using Type = lean::TickColumns;
};

// The price rows and corporate events of one feed, merged by time, as they stand in the files.
//
// Source: LEAN's SubscriptionDataReader, StrictDailyEndTimesEnumerator and AuxiliaryDataEnumerator.
// Reads the file of each tradable date (or the whole history of hour and daily data), announces
// each new tradable date to the corporate events before the row that reaches it, and follows
// renames to the file of the new ticker. Rows keep their raw prices. Of bars that end at one time
// the first is taken, of ticks every one. A missing file is passed over. Not thread-safe.
template <class BarType>
class PriceReader {
 public:
  enum class Step { Row, Event, End };

  PriceReader(const SubscriptionDataConfig& config, const SecurityExchangeHours& hours,
              CorporateEvents events, store::BarStore& store, FeedPeriod period,
              bool strict_daily_end_times);

  // Moves to the next point in order of its end time: a bar, written to `bar`, or an event.
  Step Next(BarType& bar);
  const CorporateEvent& Event() const { return event_; }

 private:
  using Columns = typename ColumnsOf<BarType>::Type;

  // Some rows of the file, taken out of its columns together: with hundreds of feeds the columns
  // are out of the cache again before the next row of this one.
  struct Block {
    static constexpr std::size_t kRows = 8;
    std::size_t first = 0;
    std::size_t count = 0;
    std::array<BarType, kRows> bars;
    std::array<Decimal, kRows> raw_closes;
  };

  bool ReadRow();
  void TakeBlock();
  // Reads the row under the cursor; false when it is not wanted.
  bool AcceptRow(const BarType& bar, DateTime time, DateTime end_time);
  bool ToSession(DateTime time, DateTime end_time);
  void FillRow(DateTime time, DateTime end_time);
  bool NextSource();
  bool NextTradableDate();
  bool Load(DateTime date);
  void ReadAhead(DateTime date);
  lean::PriceFile FileOf(DateTime date) const;
  // Announces every open date after the last one up to `date`; true when a rename changed the file.
  bool AnnounceUpTo(DateTime date);
  bool HasWholeHistory() const { return config_.resolution >= Resolution::Hour; }
  DateTime ToExchange(DateTime time) const;

  SubscriptionDataConfig config_;
  const SecurityExchangeHours* hours_;
  CorporateEvents events_;
  store::BarStore* store_;
  FeedPeriod period_;
  bool strict_;
  bool same_zone_;
  TimeSpan increment_;

  std::shared_ptr<const Columns> columns_;
  std::size_t row_ = 0;
  Block block_;
  std::string loaded_ticker_;
  // The last date whose file was asked for, and the last date that was announced.
  DateTime file_date_;
  DateTime announced_date_;
  DateTime previous_end_ = DateTime::MinValue;
  Decimal last_raw_price_;

  BarType next_;
  bool has_next_ = false;
  bool rows_done_ = false;
  std::deque<CorporateEvent> pending_;
  CorporateEvent event_;
};

extern template class PriceReader<TradeBar>;
extern template class PriceReader<QuoteBar>;
extern template class PriceReader<Tick>;

}  // namespace regimen
