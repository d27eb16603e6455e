#pragma once

#include <span>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/market/quote_bar.hpp"
#include "framework/market/tick.hpp"
#include "framework/market/trade_bar.hpp"

namespace regimen {

// The last known prices of a security (LEAN's SecurityCache and EquityCache).
//
// Rules: fill-forward copies never change it; a zero field never overwrites a price; an equity's
// price comes from trade bars and from ticks of either kind, its bid and ask from quotes; what
// counts as an equity's last data are trades alone. Storing a bar copies it and converts nothing.
class SecurityCache {
 public:
  // `quotes_move_price`: whether quote bars set price and OHLC, and quotes are the security's data
  // (every type but equities).
  explicit SecurityCache(bool quotes_move_price) : quotes_move_price_(quotes_move_price) {}

  void Store(const TradeBar& bar);
  void Store(const QuoteBar& bar);
  // The ticks of one feed that became known together, trades or quotes. Suspicious ones are left
  // out; the others move the prices one after the other and are kept for the fill models.
  void Store(std::span<const Tick> ticks);

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

  // The last bars that were not fill-forward copies; nullptr when there was none.
  const TradeBar* LastTradeBar() const { return has_trade_bar_ ? &trade_bar_ : nullptr; }
  const QuoteBar* LastQuoteBar() const { return has_quote_bar_ ? &quote_bar_ : nullptr; }
  // The ticks last stored of each kind; empty when there were none.
  const std::vector<Tick>& TradeTicks() const { return trade_ticks_; }
  const std::vector<Tick>& QuoteTicks() const { return quote_ticks_; }
  // The last of them; nullptr when there is none. Of an equity only trades count as its last tick,
  // of other types the later one, at one time the trade.
  const Tick* LastTradeTick() const {
    return trade_ticks_.empty() ? nullptr : &trade_ticks_.back();
  }
  const Tick* LastTick() const;
  // The last quote with a bid, or with an ask; nullptr when there is none.
  const Tick* LastBidTick() const;
  const Tick* LastAskTick() const;
  // The last point that counts as the security's data (for equities trade-based points alone).
  const BaseData* LastData() const { return last_data_; }
  bool HasData() const { return last_data_ != nullptr || has_quote_bar_ || !quote_ticks_.empty(); }

  // A split restates every cached price and size, and the cached bars themselves.
  void ApplySplit(Decimal factor);
  void Reset();

 private:
  void MovePrices(const Tick& tick);
  // Converts the pending bars' prices into the price fields.
  void FlushTrade() const;
  void FlushQuote() const;

  bool quotes_move_price_;
  TradeBar trade_bar_;
  QuoteBar quote_bar_;
  std::vector<Tick> trade_ticks_;
  std::vector<Tick> quote_ticks_;
  const BaseData* last_data_ = nullptr;
  bool has_trade_bar_ = false;
  bool has_quote_bar_ = false;
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
