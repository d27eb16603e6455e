#pragma once

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/market_data_type.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_span.hpp"

namespace regimen {

// What every data point has in common: whose it is, when it began, when it was known, and its
// value.
//
// Times are in the exchange's time zone; a point is delivered at its EndTime, never earlier. Points
// are values: a copy stays valid for as long as the strategy lives.
class BaseData {
 public:
  BaseData() = default;
  BaseData(MarketDataType type, const Symbol& symbol, DateTime time, DateTime end_time)
      : symbol_(symbol), time_(time), end_time_(end_time), data_type_(type) {}
  virtual ~BaseData() = default;
  BaseData(const BaseData&) = default;
  BaseData& operator=(const BaseData&) = default;

  // LEAN's property BaseData.Symbol.
  const Symbol& GetSymbol() const { return symbol_; }
  DateTime Time() const { return time_; }
  DateTime EndTime() const { return end_time_; }
  TimeSpan Period() const { return end_time_ - time_; }
  MarketDataType DataType() const { return data_type_; }
  // True for a copy of an earlier point that fills a gap.
  bool IsFillForward() const { return fill_forward_; }
  // The one number that stands for the point: a bar's close, a tick's price, a quote's mid.
  virtual Decimal Value() const { return Decimal(); }
  Decimal Price() const { return Value(); }

  void SetSymbol(const Symbol& symbol) { symbol_ = symbol; }
  void SetTime(DateTime time) { time_ = time; }
  void SetEndTime(DateTime end_time) { end_time_ = end_time; }
  void SetFillForward(bool fill_forward) { fill_forward_ = fill_forward; }

 private:
  Symbol symbol_;
  DateTime time_;
  DateTime end_time_;
  MarketDataType data_type_ = MarketDataType::Base;
  bool fill_forward_ = false;
};

}  // namespace regimen
