#include "framework/securities/security_cache.hpp"

#include <algorithm>
#include <iterator>

namespace regimen {

namespace {

void Overwrite(Decimal& field, Decimal value) {
  if (!value.IsZero()) field = value;
}

template <class Condition>
const Tick* LastWith(const std::vector<Tick>& ticks, Condition condition) {
  const auto found = std::find_if(ticks.rbegin(), ticks.rend(), condition);
  return found == ticks.rend() ? nullptr : &*found;
}

}  // namespace

void SecurityCache::Store(const TradeBar& bar) {
  if (bar.IsFillForward()) return;
  // A bar with a missing price must not hide what the bar before it knew.
  if (trade_pending_ && !bar.IsComplete()) FlushTrade();
  if (quote_pending_ && quotes_move_price_) FlushQuote();
  trade_bar_ = bar;
  has_trade_bar_ = true;
  trade_pending_ = true;
  const bool quote_is_as_new =
      quotes_move_price_ && has_quote_bar_ && quote_bar_.EndTime() == bar.EndTime();
  if (!quote_is_as_new) last_data_ = &trade_bar_;
}

void SecurityCache::Store(const QuoteBar& bar) {
  if (bar.IsFillForward()) return;
  if (quote_pending_ && !bar.IsComplete()) FlushQuote();
  if (trade_pending_ && quotes_move_price_) FlushTrade();
  quote_bar_ = bar;
  has_quote_bar_ = true;
  quote_pending_ = true;
  if (quotes_move_price_) last_data_ = &quote_bar_;
}

void SecurityCache::Store(std::span<const Tick> ticks) {
  const auto is_sound = [](const Tick& tick) { return !tick.Suspicious(); };
  if (std::ranges::none_of(ticks, is_sound)) return;
  const bool quotes = ticks.front().TickType() == TickType::Quote;
  std::vector<Tick>& list = quotes ? quote_ticks_ : trade_ticks_;
  list.clear();
  std::ranges::copy_if(ticks, std::back_inserter(list), is_sound);
  // Each moves what it has: one quote of a pair brings the bid, the other the ask.
  for (const Tick& tick : list) MovePrices(tick);
}

void SecurityCache::MovePrices(const Tick& tick) {
  FlushTrade();
  FlushQuote();
  if (tick.TickType() == TickType::Trade || quotes_move_price_) last_data_ = &tick;
  Overwrite(price_, tick.Value());
  Overwrite(volume_, tick.Quantity());
  Overwrite(bid_price_, tick.BidPrice());
  Overwrite(bid_size_, tick.BidSize());
  Overwrite(ask_price_, tick.AskPrice());
  Overwrite(ask_size_, tick.AskSize());
}

const Tick* SecurityCache::LastTick() const {
  const Tick* trade = LastTradeTick();
  if (quote_ticks_.empty() || !quotes_move_price_) return trade;
  const Tick& quote = quote_ticks_.back();
  return trade == nullptr || quote.EndTime() > trade->EndTime() ? &quote : trade;
}

const Tick* SecurityCache::LastBidTick() const {
  return LastWith(quote_ticks_, [](const Tick& quote) { return quote.BidPrice() > 0; });
}

const Tick* SecurityCache::LastAskTick() const {
  return LastWith(quote_ticks_, [](const Tick& quote) { return quote.AskPrice() > 0; });
}

void SecurityCache::FlushTrade() const {
  if (!trade_pending_) return;
  trade_pending_ = false;
  Overwrite(open_, trade_bar_.Open());
  Overwrite(high_, trade_bar_.High());
  Overwrite(low_, trade_bar_.Low());
  Overwrite(close_, trade_bar_.Close());
  Overwrite(price_, trade_bar_.Close());
  Overwrite(volume_, trade_bar_.Volume());
}

void SecurityCache::FlushQuote() const {
  if (!quote_pending_) return;
  quote_pending_ = false;
  if (quotes_move_price_) {
    Overwrite(open_, quote_bar_.Open());
    Overwrite(high_, quote_bar_.High());
    Overwrite(low_, quote_bar_.Low());
    Overwrite(close_, quote_bar_.Close());
    Overwrite(price_, quote_bar_.Close());
  }
  if (const Bar* bid = quote_bar_.Bid()) {
    Overwrite(bid_price_, bid->Close());
    Overwrite(bid_size_, quote_bar_.LastBidSize());
  }
  if (const Bar* ask = quote_bar_.Ask()) {
    Overwrite(ask_price_, ask->Close());
    Overwrite(ask_size_, quote_bar_.LastAskSize());
  }
}

Decimal SecurityCache::Price() const {
  if (quotes_move_price_) FlushQuote();
  FlushTrade();
  return price_;
}

Decimal SecurityCache::Open() const {
  const Decimal price = Price();
  return open_.IsZero() ? price : open_;
}

Decimal SecurityCache::High() const {
  const Decimal price = Price();
  return high_.IsZero() ? price : high_;
}

Decimal SecurityCache::Low() const {
  const Decimal price = Price();
  return low_.IsZero() ? price : low_;
}

Decimal SecurityCache::Close() const {
  const Decimal price = Price();
  return close_.IsZero() ? price : close_;
}

Decimal SecurityCache::Volume() const {
  FlushTrade();
  return volume_;
}

Decimal SecurityCache::BidPrice() const {
  FlushQuote();
  return bid_price_.IsZero() ? Price() : bid_price_;
}

Decimal SecurityCache::AskPrice() const {
  FlushQuote();
  return ask_price_.IsZero() ? Price() : ask_price_;
}

Decimal SecurityCache::BidSize() const {
  FlushQuote();
  return bid_size_;
}

Decimal SecurityCache::AskSize() const {
  FlushQuote();
  return ask_size_;
}

void SecurityCache::ApplySplit(Decimal factor) {
  FlushQuote();
  FlushTrade();
  for (Decimal* price : {&price_, &open_, &high_, &low_, &close_, &bid_price_, &ask_price_}) {
    *price *= factor;
  }
  for (Decimal* size : {&volume_, &bid_size_, &ask_size_}) *size /= factor;
  if (has_trade_bar_) trade_bar_.ApplySplit(factor);
  if (has_quote_bar_) quote_bar_.ApplySplit(factor);
  for (Tick& tick : trade_ticks_) tick.ApplySplit(factor);
  for (Tick& tick : quote_ticks_) tick.ApplySplit(factor);
}

void SecurityCache::Reset() { *this = SecurityCache(quotes_move_price_); }

}  // namespace regimen
