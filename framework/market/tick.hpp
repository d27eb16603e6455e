#pragma once

#include <string>

#include "framework/core/tick_type.hpp"
#include "framework/market/base_data.hpp"

namespace regimen {

// One trade or one quote (LEAN's Tick). Time equals EndTime.
//
// The value of a trade is its price; of a quote the mid of bid and ask, or the one side there is.
class Tick final : public BaseData {
 public:
  Tick() : BaseData(MarketDataType::Tick, Symbol(), DateTime(), DateTime()) {}
  Tick(DateTime time, const Symbol& symbol, regimen::TickType tick_type)
      : BaseData(MarketDataType::Tick, symbol, time, time), tick_type_(tick_type) {}

  regimen::TickType TickType() const { return tick_type_; }
  Decimal Value() const override { return value_; }
  Decimal Quantity() const { return quantity_; }
  Decimal BidPrice() const { return bid_price_; }
  Decimal BidSize() const { return bid_size_; }
  Decimal AskPrice() const { return ask_price_; }
  Decimal AskSize() const { return ask_size_; }
  // The letter of the exchange and the condition flags as they stand in the file.
  const std::string& ExchangeCode() const { return exchange_code_; }
  const std::string& SaleCondition() const { return sale_condition_; }
  // A suspicious tick is shown to the strategy but moves no price and no consolidator.
  bool Suspicious() const { return suspicious_; }

  void SetTrade(Decimal price, Decimal quantity) {
    value_ = price;
    quantity_ = quantity;
  }
  void SetQuote(Decimal bid_price, Decimal bid_size, Decimal ask_price, Decimal ask_size);
  void SetConditions(std::string exchange_code, std::string sale_condition, bool suspicious);

 private:
  Decimal value_;
  Decimal quantity_;
  Decimal bid_price_;
  Decimal bid_size_;
  Decimal ask_price_;
  Decimal ask_size_;
  std::string exchange_code_;
  std::string sale_condition_;
  regimen::TickType tick_type_ = regimen::TickType::Trade;
  bool suspicious_ = false;
};

}  // namespace regimen
