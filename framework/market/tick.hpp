#pragma once

#include <cstdint>
#include <string>

#include "framework/core/tick_type.hpp"
#include "framework/market/base_data.hpp"
#include "framework/market/price_adjustment.hpp"
#include "framework/market/tick_conditions.hpp"

namespace regimen {

// One trade or one quote (LEAN's Tick). Time equals EndTime.
//
// The value of a trade is its price; of a quote the mid of bid and ask, or the one side there is.
// Prices and sizes are adjusted when they are asked for; a side that was not quoted is zero.
class Tick final : public BaseData {
 public:
  Tick() : Tick(DateTime(), Symbol(), regimen::TickType::Trade) {}
  Tick(DateTime time, const Symbol& symbol, regimen::TickType tick_type)
      : BaseData(MarketDataType::Tick, symbol, time, time), tick_type_(tick_type) {}

  regimen::TickType TickType() const { return tick_type_; }
  Decimal Value() const override;
  Decimal LastPrice() const { return Value(); }
  // Of a trade; zero for a quote.
  Decimal Quantity() const { return IsQuote() ? Decimal() : Size(size_); }
  // Of a quote; zero for a trade and for a side that was not quoted.
  Decimal BidPrice() const { return IsQuote() ? Adjusted(price_) : Decimal(); }
  Decimal BidSize() const { return IsQuote() ? Size(size_) : Decimal(); }
  Decimal AskPrice() const { return IsQuote() ? Adjusted(ask_price_) : Decimal(); }
  Decimal AskSize() const { return IsQuote() ? Size(ask_size_) : Decimal(); }
  // The letter of the exchange, and the condition flags as they stand in the file and as a number.
  const std::string& ExchangeCode() const { return conditions_->ExchangeCode(); }
  const std::string& SaleCondition() const { return conditions_->SaleCondition(); }
  std::uint32_t ParsedSaleCondition() const { return conditions_->Flags(); }
  // A suspicious tick is shown to the strategy but moves no price and no consolidator.
  bool Suspicious() const { return conditions_->Suspicious(); }

  // The raw prices and sizes of a file's row.
  void SetTrade(Decimal price, Decimal quantity) {
    tick_type_ = regimen::TickType::Trade;
    price_ = price;
    size_ = quantity;
  }
  void SetQuote(Decimal bid_price, Decimal bid_size, Decimal ask_price, Decimal ask_size) {
    tick_type_ = regimen::TickType::Quote;
    price_ = bid_price;
    size_ = bid_size;
    ask_price_ = ask_price;
    ask_size_ = ask_size;
  }
  void SetConditions(const TickConditions& conditions) { conditions_ = &conditions; }
  // How the raw row becomes prices; `adjustment` must outlive the tick and its copies.
  void SetAdjustment(const PriceAdjustment& adjustment) { adjustment_ = &adjustment; }
  // A split restates the tick in place.
  void ApplySplit(Decimal factor);

 private:
  bool IsQuote() const { return tick_type_ == regimen::TickType::Quote; }
  // A price of zero is one that is not known.
  Decimal Adjusted(Decimal raw) const { return raw.IsZero() ? raw : adjustment_->Price(raw); }
  Decimal Size(Decimal raw) const { return adjustment_->Size(raw); }

  // Of the trade, or of the bid.
  Decimal price_;
  Decimal size_;
  Decimal ask_price_;
  Decimal ask_size_;
  const PriceAdjustment* adjustment_ = &PriceAdjustment::None();
  const TickConditions* conditions_ = &TickConditions::None();
  regimen::TickType tick_type_;
};

}  // namespace regimen
