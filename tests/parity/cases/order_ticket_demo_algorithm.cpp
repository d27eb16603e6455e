#include "tests/parity/cases/order_ticket_demo_algorithm.hpp"

#include <optional>
#include <stdexcept>

#include "tests/parity/cases/expect.hpp"

namespace regimen::parity {

namespace {

constexpr Decimal kPenny = 0.01_m;
constexpr Decimal kBasisPoint = 0.0001_m;

std::string NextTag(const OrderTicket& ticket) {
  return "Update #" + std::to_string(ticket.UpdateRequests().size() + 1);
}

// Changes one price of both orders of a pair, long and short.
void MovePrices(const std::vector<OrderTicket*>& pair, OrderField field,
                std::optional<Decimal> UpdateOrderFields::*member, Decimal long_step,
                Decimal short_step) {
  const Decimal long_price = pair[0]->Get(field) + long_step;
  const Decimal short_price = pair[1]->Get(field) + short_step;
  UpdateOrderFields long_fields{.Tag = NextTag(*pair[0])};
  UpdateOrderFields short_fields{.Tag = NextTag(*pair[1])};
  long_fields.*member = long_price;
  short_fields.*member = short_price;
  pair[0]->Update(long_fields);
  pair[1]->Update(short_fields);
}

}  // namespace

void OrderTicketDemoAlgorithm::Initialize() {
  SetStartDate(2013, 10, 7);
  SetEndDate(2013, 10, 11);
  SetCash(100000);
  spy_ = AddSecurity(SecurityType::Equity, "SPY", Resolution::Minute).GetSymbol();
}

void OrderTicketDemoAlgorithm::OnData(const Slice& /*slice*/) {
  if (TimeIs(7, 9, 31)) TradeAtMarket();
  TradePairs();
  TradeAtOpen();
  TradeAtClose();
}

bool OrderTicketDemoAlgorithm::TimeIs(int day, int hour, int minute) const {
  return Time().Day() == day && Time().Hour() == hour && Time().Minute() == minute;
}

void OrderTicketDemoAlgorithm::TradeAtMarket() {
  Log("Submitting MarketOrder");
  if (MarketOrder(spy_, 10, false).Status() != OrderStatus::Filled) {
    Log("Synchronous market order was not filled synchronously!");
    Quit();
  }
  OrderTicket& asynchronous = MarketOrder(spy_, 10, true);
  const OrderResponse response = asynchronous.Cancel("Attempt to cancel async order");
  Log(response.IsSuccess()
          ? "Successfully canceled async market order: " + std::to_string(asynchronous.OrderId())
          : "Unable to cancel async market order: " + std::string(ToText(response.ErrorCode())));
}

void OrderTicketDemoAlgorithm::TradePairs() {
  const Decimal close = Securities[spy_].Close();
  if (TimeIs(7, 12, 0)) {
    limits_ = {&LimitOrder(spy_, 10, close * 0.999_m), &LimitOrder(spy_, -10, close * 1.001_m)};
  }
  MoveLimits();
  if (TimeIs(7, 16, 0)) {
    stops_ = {&StopMarketOrder(spy_, 10, close * 1.0025_m),
              &StopMarketOrder(spy_, -10, close * 0.9975_m)};
  }
  MoveStops();
  if (TimeIs(8, 12, 1)) {
    stop_limits_ = {&StopLimitOrder(spy_, 10, close * 1.001_m, close - 0.03_m),
                    &StopLimitOrder(spy_, -10, close * 0.999_m, close + 0.03_m)};
  }
  MoveStopLimits();
  if (TimeIs(7, 12, 0)) {
    trailing_stops_ = {&TrailingStopOrder(spy_, 10, close * 1.0025_m, 0.0025_m, true),
                       &TrailingStopOrder(spy_, -10, close * 0.9975_m, 0.0025_m, true)};
  } else {
    MoveTrailingStops();
  }
}

void OrderTicketDemoAlgorithm::MoveLimits() {
  if (limits_.empty() || CloseIfFilled(limits_)) return;
  MovePrices(limits_, OrderField::LimitPrice, &UpdateOrderFields::LimitPrice, kPenny, -kPenny);
}

void OrderTicketDemoAlgorithm::MoveStops() {
  if (stops_.empty() || CloseIfFilled(stops_)) return;
  MovePrices(stops_, OrderField::StopPrice, &UpdateOrderFields::StopPrice, -kPenny, kPenny);
}

void OrderTicketDemoAlgorithm::MoveStopLimits() {
  if (stop_limits_.empty() || CloseIfFilled(stop_limits_)) return;
  for (OrderTicket* ticket : stop_limits_) {
    const Decimal step = ticket == stop_limits_.front() ? kPenny : -kPenny;
    ticket->Update({.LimitPrice = ticket->Get(OrderField::LimitPrice) + step,
                    .StopPrice = ticket->Get(OrderField::StopPrice) - step,
                    .Tag = NextTag(*ticket)});
  }
}

void OrderTicketDemoAlgorithm::MoveTrailingStops() {
  if (trailing_stops_.empty() || CloseIfFilled(trailing_stops_)) return;
  const TimeSpan age = UtcTime() - trailing_stops_.front()->Time();
  if (age.Ticks() % TimeSpan::FromMinutes(5).Ticks() != 0) return;
  // Both amounts are read before the first changes.
  std::vector<Decimal> amounts;
  for (const OrderTicket* ticket : trailing_stops_) {
    amounts.push_back(
        Math::Max(ticket->Get(OrderField::TrailingAmount) - kBasisPoint, kBasisPoint));
  }
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    trailing_stops_[i]->Update({.TrailingAmount = amounts[i], .Tag = NextTag(*trailing_stops_[i])});
  }
}

bool OrderTicketDemoAlgorithm::CloseIfFilled(Pair& pair) {
  OrderTicket& buy = *pair[0];
  OrderTicket& sell = *pair[1];
  if (buy.Status() == OrderStatus::Filled) {
    Log(std::string(ToText(sell.OrderType())) + ": Cancelling short order, long order is filled.");
    sell.Cancel("Long filled.");
  } else if (sell.Status() == OrderStatus::Filled) {
    Log(std::string(ToText(buy.OrderType())) + ": Cancelling long order, short order is filled.");
    buy.Cancel("Short filled");
  } else {
    return false;
  }
  pair.clear();
  return true;
}

void OrderTicketDemoAlgorithm::TradeAtOpen() {
  if (TimeIs(8, 16, 0)) on_open_ = &MarketOnOpenOrder(spy_, 50);
  RaiseQuantityHourly(on_open_);
}

void OrderTicketDemoAlgorithm::TradeAtClose() {
  const Decimal held = Portfolio[spy_].Quantity();
  if (TimeIs(9, 12, 0)) {
    on_close_ = &MarketOnCloseOrder(spy_, held.IsZero() ? Decimal(100) : 2 * held);
  }
  RaiseQuantityHourly(on_close_);
  // Refused: fifteen minutes before the close is too late.
  if (TimeIs(EndDate().Day(), 15, 45)) {
    MarketOnCloseOrder(spy_, -held, false, "Liquidate end of algorithm");
  }
}

void OrderTicketDemoAlgorithm::RaiseQuantityHourly(OrderTicket*& ticket) {
  if (ticket == nullptr || Time().Minute() != 59) return;
  if (ticket->Status() == OrderStatus::Filled) {
    ticket = nullptr;
    return;
  }
  ticket->Update({.Quantity = ticket->Quantity() + 1, .Tag = NextTag(*ticket)});
}

void OrderTicketDemoAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  const std::optional<regimen::Order> order = Transactions.GetOrderById(order_event.OrderId());
  if (!order) throw std::runtime_error("an event has no order");
  const OrderType type = order->Type();
  Log(Time().ToString() + ": " + std::string(ToText(type)) + ": " + order_event.ToString());
  const auto has = [](std::optional<Decimal> price) { return price && !price->IsZero(); };
  Expect(!order_event.Quantity().IsZero(), "an event has no quantity");
  Expect(order_event.Quantity() == order->Quantity(), "an event has not the order's quantity");
  Expect(
      (type != OrderType::Limit && type != OrderType::StopLimit) || has(order_event.LimitPrice()),
      "an event of a limit order has no limit price");
  Expect(type != OrderType::StopMarket || has(order_event.StopPrice()),
         "an event of a stop order has no stop price");
  Expect(order_event.Ticket() != nullptr, "an event has no ticket");
  Expect(order_event.Ticket()->OrderId() == order_event.OrderId(),
         "an event has the ticket of another order");
}

void OrderTicketDemoAlgorithm::OnEndOfAlgorithm() {
  ExpectCounts();
  ExpectNothingOpen();
}

void OrderTicketDemoAlgorithm::ExpectCounts() const {
  const auto is_filled = [](const regimen::Order& order) {
    return order.Status() == OrderStatus::Filled;
  };
  const auto of_spy = [this](const OrderTicket& ticket) { return ticket.GetSymbol() == spy_; };
  Expect(Transactions.GetOrders(is_filled).size() == 9, "expected 9 filled orders");
  Expect(Transactions.GetOrderTickets(of_spy).size() == 12, "expected 12 tickets of SPY");
  Expect(Transactions.GetOrders().size() == 12, "expected 12 orders");
  Expect(Transactions.GetOrderTickets().size() == 12, "expected 12 tickets");
}

void OrderTicketDemoAlgorithm::ExpectNothingOpen() const {
  const auto of_spy = [this](const OrderTicket& ticket) { return ticket.GetSymbol() == spy_; };
  const auto order_of_spy = [this](const regimen::Order& order) {
    return order.GetSymbol() == spy_;
  };
  Expect(Transactions.GetOpenOrders().empty() && Transactions.GetOpenOrders(spy_).empty() &&
             Transactions.GetOpenOrders(order_of_spy).empty(),
         "an order is open at the end");
  Expect(Transactions.GetOpenOrderTickets().empty() &&
             Transactions.GetOpenOrderTickets(spy_).empty() &&
             Transactions.GetOpenOrderTickets(of_spy).empty(),
         "a ticket is open at the end");
  Expect(Transactions.GetOpenOrdersRemainingQuantity().IsZero() &&
             Transactions.GetOpenOrdersRemainingQuantity(spy_).IsZero() &&
             Transactions.GetOpenOrdersRemainingQuantity(of_spy).IsZero(),
         "a quantity is left to fill at the end");
}

}  // namespace regimen::parity
