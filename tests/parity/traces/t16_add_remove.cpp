#include "tests/parity/traces/t16_add_remove.hpp"

namespace regimen::parity {

void T16AddRemove::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 8);
  SetCash(100000);
  ShowOnly({"00:00", "09:45", "10:29", "10:36", "10:58", "11:03",     "11:28",
            "11:36", "11:58", "12:03", "12:58", "13:03", "13:58",     "14:03",
            "14:28", "14:33", "15:00", "15:01", "15:45", "23:59:59.9"});
  spy_ = AddEquity("SPY", Resolution::Hour).GetSymbol();
  const DateRule monday = DateRules.On(2013, 10, 7);
  Scheduled("add IBM 10:30", monday, TimeRules.At(10, 30), [this] { AddIbm(); });
  Scheduled("buy IBM 10:32:30", monday, TimeRules.At(10, 32, 30), [this] { BuyIbm(); });
  Scheduled("remove IBM 11:00", monday, TimeRules.At(11, 0), [this] { RemoveIbm(); });
  Scheduled("add AIG ext 11:30", monday, TimeRules.At(11, 30), [this] { AddAig(); });
  Scheduled("12:00 both", monday, TimeRules.At(12, 0), [this] {
    ibm_ = AddEquity("IBM", Resolution::Minute).GetSymbol();
    RemoveSecurity(ibm_);
  });
  Scheduled("14:30 readd", monday, TimeRules.At(14, 30), [this] {
    RemoveSecurity(aig_);
    aig_ = AddEquity("AIG", Resolution::Minute).GetSymbol();
  });
}

void T16AddRemove::AddIbm() {
  ibm_ = AddEquity("IBM", Resolution::Minute).GetSymbol();
  Traced("ibm at once", MarketOrder(ibm_, 10));
}

void T16AddRemove::BuyIbm() {
  Traced("ibm", MarketOrder(ibm_, 10));
  Traced("ibm lim", LimitOrder(ibm_, 10, 100));
}

void T16AddRemove::RemoveIbm() {
  Say(std::string("removed ") + (RemoveSecurity(ibm_) ? "True" : "False"));
  Traced("ibm removed", MarketOrder(ibm_, 1));
}

void T16AddRemove::AddAig() {
  aig_ = AddEquity("AIG", Resolution::Minute, {.extended_market_hours = true}).GetSymbol();
  every_five_minutes_ = &Scheduled("inner every5", DateRules.EveryDay(),
                                   TimeRules.Every(TimeSpan::FromMinutes(5)), [this] {
                                     if (++inner_events_ != 5) return;
                                     Schedule.Remove(*every_five_minutes_);
                                     Say("removed event");
                                   });
  const DateRule monday = DateRules.On(2013, 10, 7);
  Scheduled("inner same time", monday, TimeRules.At(11, 30));
  Scheduled("inner past", monday, TimeRules.At(11, 29));
}

void T16AddRemove::OnTracedData(const Slice& slice) {
  if (Time().Date() == DateTime(2013, 10, 7)) OnMonday(slice);
  if (Time().Date() == DateTime(2013, 10, 8)) OnTuesday();
}

void T16AddRemove::OnMonday(const Slice& slice) {
  const TimeSpan now = Time().TimeOfDay();
  if (now == TimeSpan(11, 0, 0)) {
    const bool has_ibm = ibm_ && slice.ContainsKey(ibm_);
    Say(std::string("OnData 11:00 has IBM ") + (has_ibm ? "True" : "False"));
  }
  if (now == TimeSpan(13, 0, 0)) bac_ = AddEquity("BAC", Resolution::Daily).GetSymbol();
  if (now == TimeSpan(14, 0, 0)) ibm_ = AddEquity("IBM", Resolution::Minute).GetSymbol();
  if (now == TimeSpan(15, 0, 0)) Traced("ibm", MarketOrder(ibm_, 5));
}

void T16AddRemove::OnTuesday() {
  const TimeSpan now = Time().TimeOfDay();
  if (now == TimeSpan(10, 0, 0)) {
    Traced("spy", MarketOrder(spy_, 5));
    RemoveSecurity(ibm_);
    RemoveSecurity(bac_);
  }
  if (now == TimeSpan(11, 0, 0)) RemoveSecurity(spy_);
}

void T16AddRemove::OnSecuritiesChanged(const SecurityChanges& changes) {
  TraceAlgorithm::OnSecuritiesChanged(changes);
  const auto added = [&changes](const char* ticker) -> const Security* {
    for (const Security* security : changes.AddedSecurities()) {
      if (security->GetSymbol().Value() == ticker) return security;
    }
    return nullptr;
  };
  if (added("AIG") != nullptr && !bac_) {
    bac_ = AddEquity("BAC", Resolution::Minute).GetSymbol();
    Say("BAC asked");
  }
  const Security* bac = added("BAC");
  if (bac != nullptr && bac->Resolution() == Resolution::Minute) RemoveSecurity(bac_);
}

}  // namespace regimen::parity
