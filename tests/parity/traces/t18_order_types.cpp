#include "tests/parity/traces/t18_order_types.hpp"

#include <array>

namespace regimen::parity {

namespace {

std::string OrderIds(const std::vector<OrderTicket*>& tickets) {
  std::string text;
  for (const OrderTicket* ticket : tickets) {
    text += (text.empty() ? "" : ",") + std::to_string(ticket->OrderId());
  }
  return text;
}

std::string StatusText(const OrderTicket& ticket) { return std::string(ToText(ticket.Status())); }

}  // namespace

void T18OrderTypes::Initialize() {
  SetStartDate(2013, 10, 8);
  SetEndDate(2013, 10, 9);
  SetCash(100000);
  ShowOnly({"00:00", "09:32", "09:59", "10:12", "15:43", "15:46", "15:58", "23:59:59.9"});
  spy_ = AddEquity("SPY", Resolution::Minute).GetSymbol();
  ibm_ =
      AddEquity("IBM", Resolution::Minute, {.data_normalization_mode = DataNormalizationMode::Raw})
          .GetSymbol();
  AddEquity("AIG", Resolution::Minute);
  const DateRule open_days = DateRules.EveryDay(spy_);
  Scheduled("pre MOO", open_days, TimeRules.At(9, 0), [this] {
    Traced("moo", MarketOnOpenOrder(spy_, 10));
    Traced("mkt->moo", MarketOrder(ibm_, 5));
    Traced("moc", MarketOnCloseOrder(ibm_, 5));
  });
  Scheduled("10:03:30", DateRules.On(2013, 10, 8), TimeRules.At(10, 3, 30), [this] {
    Traced("lim between", LimitOrder(spy_, 5, Securities[spy_].Price() + 0.05_m));
    Traced("stop between", StopMarketOrder(spy_, 5, Securities[spy_].Price() - 1));
  });
  Scheduled("15:44", open_days, TimeRules.At(15, 44),
            [this] { Traced("moc 15:44", MarketOnCloseOrder(spy_, -3)); });
  Scheduled("15:44:30", open_days, TimeRules.At(15, 44, 30),
            [this] { Traced("moc 15:44:30", MarketOnCloseOrder(spy_, -2)); });
  Scheduled("15:44:31", open_days, TimeRules.At(15, 44, 31),
            [this] { Traced("moc 15:44:31", MarketOnCloseOrder(spy_, -1)); });
}

void T18OrderTypes::Keep(const std::string& name, OrderTicket& ticket) {
  tickets_[name] = &ticket;
  Traced(name, ticket);
}

void T18OrderTypes::OnTracedData(const Slice& /*slice*/) {
  using Step = void (T18OrderTypes::*)();
  static constexpr std::array<Step, 9> kSteps = {
      &T18OrderTypes::PlaceAllTypes,   &T18OrderTypes::PlaceFarAndCombos,
      &T18OrderTypes::UpdateAndCancel, &T18OrderTypes::UpdateClosed,
      &T18OrderTypes::PlaceImpossible, &T18OrderTypes::PlaceForNesting,
      &T18OrderTypes::SetAndLiquidate, &T18OrderTypes::CancelAllOpen,
      &T18OrderTypes::PlaceWithExpiry};
  if (Time().Day() != 8 || Time().Hour() != 10) return;
  const auto minute = static_cast<std::size_t>(Time().Minute());
  if (minute < kSteps.size()) (this->*kSteps[minute])();
}

void T18OrderTypes::PlaceAllTypes() {
  const Decimal spy = Securities[spy_].Price();
  const Decimal ibm = Securities[ibm_].Price();
  Keep("market", MarketOrder(spy_, 100));
  Keep("limit up", LimitOrder(spy_, -10, spy + 0.05_m));
  Keep("limit dn", LimitOrder(ibm_, 10, ibm - 0.031_m));
  Keep("stop", StopMarketOrder(ibm_, -10, ibm - 0.052_m));
  Keep("stop buy", StopMarketOrder(spy_, 10, spy + 0.03_m));
  Keep("stoplimit", StopLimitOrder(spy_, -10, spy - 0.02_m, spy - 0.05_m));
  Keep("trail abs", TrailingStopOrder(ibm_, -5, 0.1_m, false));
  Keep("trail pct", TrailingStopOrder(spy_, -5, 0.0005_m, true));
  Keep("lit", LimitIfTouchedOrder(spy_, 5, spy - 0.03_m, spy + 0.02_m));
  Keep("lit sell", LimitIfTouchedOrder(ibm_, -5, ibm + 0.02_m, ibm));
}

void T18OrderTypes::PlaceFarAndCombos() {
  const Decimal spy = Securities[spy_].Price();
  const Decimal ibm = Securities[ibm_].Price();
  Keep("far limit", LimitOrder(spy_, 10, spy - 5, false, "far"));
  Keep("far limit2", LimitOrder(ibm_, 10, ibm - 9, false, "far2"));
  Keep("far stop", StopMarketOrder(spy_, 10, spy + 5));
  const std::vector<Leg> legs = {Leg::Create(spy_, 2), Leg::Create(ibm_, -1)};
  Keep("combo", ComboMarketOrder(legs, 5));
  Keep("combo limit", ComboLimitOrder(legs, 5, (2 * spy - ibm) / 100 + 0.01_m));
  Keep("leg limit",
       ComboLegLimitOrder({Leg::Create(spy_, 2, spy + 0.02_m), Leg::Create(ibm_, -1, ibm - 0.02_m)},
                          5));
}

void T18OrderTypes::UpdateAndCancel() {
  const Decimal near = Securities[spy_].Price() + 0.02_m;
  Traced("upd far", Ticket("far limit").Update({.LimitPrice = near, .Tag = "near"}));
  Traced("upd2", Ticket("far limit2").Update({.Quantity = 7, .Tag = "qty"}));
  Traced("cancel", Ticket("far stop").Cancel("bye"));
  Traced("cancel again", Ticket("far stop").Cancel());
  SayStatus();
  Keep("after", MarketOrder(ibm_, 1));
  SayStatus();
}

void T18OrderTypes::SayStatus() {
  Say("status " + StatusText(Ticket("far stop")) + " " + StatusText(Ticket("far limit")));
}

void T18OrderTypes::UpdateClosed() {
  Traced("upd closed", Ticket("market").Update({.Quantity = 3}));
  Traced("upd closed tag", Ticket("market").Update({.Tag = "late tag"}));
  Traced("upd zero", Ticket("far limit2").Update({.Quantity = 0}));
}

void T18OrderTypes::PlaceImpossible() {
  Keep("too big", MarketOrder(spy_, 100000));
  Keep("big limit", LimitOrder(spy_, 1500, Securities[spy_].Price() - 1));
  Keep("zero", MarketOrder(spy_, 0));
  Keep("frac", MarketOrder(spy_, 2.7_m));
  Keep("moo in session", MarketOnOpenOrder(spy_, 1));
}

void T18OrderTypes::PlaceForNesting() {
  nests_ = true;
  const Decimal limit = Securities[spy_].Price() + 0.02_m;
  Keep("nest", MarketOrder(spy_, 7));
  Keep("nest limit", LimitOrder(spy_, 5, limit, false, "rest"));
}

void T18OrderTypes::SetAndLiquidate() {
  Say("set " + OrderIds(SetHoldings(ibm_, 0.3_m)));
  Say("liq " + OrderIds(Liquidate(spy_)));
}

void T18OrderTypes::CancelAllOpen() {
  Say("cancelopen " + OrderIds(Transactions.CancelOpenOrders()));
}

void T18OrderTypes::PlaceWithExpiry() {
  const Decimal limit = Securities[spy_].Price() - 5;
  DefaultOrderProperties.SetTimeInForce(TimeInForce::Day);
  Keep("day", LimitOrder(spy_, 5, limit));
  DefaultOrderProperties.SetTimeInForce(TimeInForce::GoodTilDate(DateTime(2013, 10, 9)));
  Keep("gtd", LimitOrder(spy_, 5, limit));
  DefaultOrderProperties.SetTimeInForce(TimeInForce::GoodTilCanceled);
  Transactions.CancelOrder(Ticket("gtd").OrderId());
  Traced("cancelById", Ticket("gtd").CancelRequest()->Response());
}

void T18OrderTypes::OnTracedOrderEvent(const OrderEvent& order_event) {
  if (!nests_ || order_event.Status() != OrderStatus::Filled) return;
  nests_ = false;
  Keep("in event market", MarketOrder(ibm_, 2));
  Keep("in event limit", LimitOrder(ibm_, 2, Securities[ibm_].Price() + 1));
  Traced("in event cancel", Ticket("far limit2").Cancel("from event"));
  Say("in event status " + StatusText(Ticket("far limit2")) + " open " +
      std::to_string(Transactions.GetOpenOrders().size()));
}

}  // namespace regimen::parity
