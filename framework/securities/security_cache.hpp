#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/market/quote_bar.hpp"
#include "framework/market/tick.hpp"
#include "framework/market/trade_bar.hpp"

namespace regimen {

// The last known prices of a security (LEAN's SecurityCache and EquityCache).
//
// Rules: fill-forward copies never change it; a zero field never overwrites a price; an equity's
// price comes from trades alone, its bid and ask from quotes. Storing a bar copies it and converts
// nothing.
class SecurityCache {
 public:
  // `quotes_move_price`: whether quote bars set price and OHLC (every type but equities).
  explicit SecurityCache(bool quotes_move_price) : quotes_move_price_(quotes_move_price) {}

  void Store(const TradeBar& bar);
  void Store(const QuoteBar& bar);
  void Store(const Tick& tick);

  Decimal Price() const;
  Decimal Open() const;
  Decimal High() const;
  Decimal Low() const;
  Decimal Close() const;
  Decimal Volume() const;
  Decimal BidPrice() const;
  Decimal AskPrice() const;
  Decimal BidSize() const;
  Decimal AskSize() const;

  // The last bars and ticks that were not fill-forward copies; nullptr when there was none.
  const TradeBar* LastTradeBar() const { return has_trade_bar_ ? &trade_bar_ : nullptr; }
  const QuoteBar* LastQuoteBar() const { return has_quote_bar_ ? &quote_bar_ : nullptr; }
  const Tick* LastTradeTick() const { return has_trade_tick_ ? &trade_tick_ : nullptr; }
  const Tick* LastQuoteTick() const { return has_quote_tick_ ? &quote_tick_ : nullptr; }
  // The later of the two.
  const Tick* LastTick() const { return last_tick_; }
  // The last point that counts as the security's data (for equities trade-based points alone).
  const BaseData* LastData() const { return last_data_; }
  bool HasData() const { return last_data_ != nullptr || has_quote_bar_; }

  // A split restates every cached price and size, and the cached bars themselves.
  void ApplySplit(Decimal factor);
  void Reset();

 private:
  // Converts the pending bars' prices into the price fields.
  void FlushTrade() const;
  void FlushQuote() const;

  bool quotes_move_price_;
  TradeBar trade_bar_;
  QuoteBar quote_bar_;
  Tick trade_tick_;
  Tick quote_tick_;
  const BaseData* last_data_ = nullptr;
  const Tick* last_tick_ = nullptr;
  bool has_trade_bar_ = false;
  bool has_quote_bar_ = false;
  bool has_trade_tick_ = false;
  bool has_quote_tick_ = false;
  // Prices are read from the last bar when first asked for.
  mutable bool trade_pending_ = false;
  mutable bool quote_pending_ = false;
  mutable Decimal price_;
  mutable Decimal open_;
  mutable Decimal high_;
  mutable Decimal low_;
  mutable Decimal close_;
  mutable Decimal volume_;
  mutable Decimal bid_price_;
  mutable Decimal ask_price_;
  mutable Decimal bid_size_;
  mutable Decimal ask_size_;
};

}  // namespace regimen
