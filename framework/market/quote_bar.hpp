#pragma once

#include "framework/market/bar.hpp"
#include "framework/market/base_data.hpp"

namespace regimen {

// Bid and ask of one period (LEAN's QuoteBar). A side that was not quoted is absent.
//
// Open, High, Low, Close are the mid of the two sides, or the one side there is. Sizes are the last
// of the period, in shares, coins or contracts.
class QuoteBar final : public BaseData {
 public:
  QuoteBar() : BaseData(MarketDataType::QuoteBar, Symbol(), DateTime(), DateTime()) {}
  QuoteBar(DateTime time, const Symbol& symbol, TimeSpan period)
      : BaseData(MarketDataType::QuoteBar, symbol, time, time + period) {}

  // Returns nullptr when the side is absent.
  const Bar* Bid() const { return has_bid_ ? &bid_ : nullptr; }
  const Bar* Ask() const { return has_ask_ ? &ask_ : nullptr; }
  Decimal LastBidSize() const { return Size(last_bid_size_); }
  Decimal LastAskSize() const { return Size(last_ask_size_); }

  Decimal Open() const { return Mid(&Bar::Open); }
  Decimal High() const { return Mid(&Bar::High); }
  Decimal Low() const { return Mid(&Bar::Low); }
  Decimal Close() const { return Mid(&Bar::Close); }
  Decimal Value() const override { return Close(); }

  // True when both sides and both sizes are known.
  bool IsComplete() const {
    return has_bid_ && has_ask_ && bid_.IsComplete() && ask_.IsComplete() &&
           !last_bid_size_.IsZero() && !last_ask_size_.IsZero();
  }

  void SetBid(const Bar& bid, Decimal size) {
    bid_ = bid;
    last_bid_size_ = size;
    has_bid_ = true;
  }
  void SetAsk(const Bar& ask, Decimal size) {
    ask_ = ask;
    last_ask_size_ = size;
    has_ask_ = true;
  }
  void ClearSides() {
    has_bid_ = false;
    has_ask_ = false;
    last_bid_size_ = Decimal();
    last_ask_size_ = Decimal();
  }
  // How the raw row becomes prices; `adjustment` must outlive the bar and its copies.
  void SetAdjustment(const PriceAdjustment& adjustment) {
    bid_.SetAdjustment(adjustment);
    ask_.SetAdjustment(adjustment);
    size_adjustment_ = &adjustment;
  }
  // A side that was not quoted takes the other bar's side, but not its size.
  void FillMissingSides(const QuoteBar& previous) {
    if (!has_bid_ && previous.has_bid_) SetBid(previous.bid_, Decimal());
    if (!has_ask_ && previous.has_ask_) SetAsk(previous.ask_, Decimal());
  }
  void ApplySplit(Decimal factor) {
    const Decimal bid_size = LastBidSize() / factor;
    const Decimal ask_size = LastAskSize() / factor;
    bid_ = bid_.Scaled(factor);
    ask_ = ask_.Scaled(factor);
    last_bid_size_ = bid_size;
    last_ask_size_ = ask_size;
    size_adjustment_ = nullptr;
  }

 private:
  Decimal Size(Decimal raw) const {
    return size_adjustment_ == nullptr ? raw : size_adjustment_->Size(raw);
  }
  Decimal Mid(Decimal (Bar::*price)() const) const;

  Bar bid_;
  Bar ask_;
  Decimal last_bid_size_;
  Decimal last_ask_size_;
  const PriceAdjustment* size_adjustment_ = nullptr;
  bool has_bid_ = false;
  bool has_ask_ = false;
};

}  // namespace regimen
