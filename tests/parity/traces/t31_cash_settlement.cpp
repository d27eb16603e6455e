#include "tests/parity/traces/t31_cash_settlement.hpp"

#include "tests/parity/traces/trace_text.hpp"

namespace regimen::parity {

void T31CashSettlement::Initialize() {
  SetStartDate(2013, 10, 9);
  SetEndDate(2013, 10, 16);
  SetCash(10000);
  SetBrokerageModel(BrokerageName::Default, AccountType::Cash);
  spy_ = AddEquity("SPY", Resolution::Hour).GetSymbol();
  ibm_ = AddEquity("IBM", Resolution::Hour, {.extended_market_hours = true}).GetSymbol();
  Scheduled("at6", DateRules.EveryDay(), TimeRules.At(6, 0));
  Scheduled("at630", DateRules.EveryDay(), TimeRules.At(6, 30));
  Scheduled("at931", DateRules.EveryDay(spy_), TimeRules.At(9, 31));
}

std::string T31CashSettlement::ScheduleExtra() const { return " " + Cash(); }

std::string T31CashSettlement::Cash() const {
  return "settled=" + Number(Portfolio.Cash()) + " unsettled=" + Number(Portfolio.UnsettledCash()) +
         " margin=" + Number(Portfolio.MarginRemaining());
}

void T31CashSettlement::OnTracedData(const Slice& /*slice*/) {
  Say(Cash());
  if (Time() == DateTime(2013, 10, 9, 11, 0, 0)) BuyTooMuch();
  if (Time() == DateTime(2013, 10, 9, 14, 0, 0)) SpendUnsettled();
  if (Time() == DateTime(2013, 10, 11, 14, 0, 0)) SellShort();
  if (Time() == DateTime(2013, 10, 14, 12, 0, 0)) {
    Traced("buy", LimitOrder(ibm_, 20, Securities[ibm_].Price() * 0.999_m));
  }
}

void T31CashSettlement::BuyTooMuch() {
  Traced("buy", MarketOrder(spy_, 60));
  Traced("too much", MarketOrder(ibm_, 60));
}

void T31CashSettlement::SpendUnsettled() {
  Traced("sell", MarketOrder(spy_, -30));
  Traced("buy unsettled", MarketOrder(ibm_, 20));
}

void T31CashSettlement::SellShort() {
  Traced("sell fri", MarketOrder(spy_, -30));
  Say(Cash());
  Traced("short", MarketOrder(spy_, -10));
}

}  // namespace regimen::parity
