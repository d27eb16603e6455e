#include "tests/parity/traces/trace_algorithm.hpp"

#include <algorithm>
#include <tuple>

#include "tests/parity/traces/trace_text.hpp"

namespace regimen::parity {

namespace {

std::string Tickers(const std::vector<Security*>& securities) {
  std::string text;
  for (const Security* security : securities) {
    text += (text.empty() ? "" : ",") + security->GetSymbol().Value();
  }
  return text;
}

std::string Labelled(const char* label, std::optional<Decimal> number) {
  return number ? label + Number(*number) : "";
}

std::string StampOrNothing(std::optional<DateTime> time) { return time ? Stamp(*time) : ""; }

std::string OrderText(const Order& order) {
  return "# order " + std::to_string(order.Id()) + " " + std::string(ToText(order.Type())) + " " +
         order.GetSymbol().Value() + " q=" + Number(order.Quantity()) +
         " p=" + Number(order.Price()) + " " + std::string(ToText(order.Status())) +
         " created=" + Stamp(order.CreatedTime()) +
         " upd=" + StampOrNothing(order.LastUpdateTime()) +
         " fill=" + StampOrNothing(order.LastFillTime()) +
         " cancel=" + StampOrNothing(order.CanceledTime()) + " tag=" + order.Tag();
}

}  // namespace

void TraceAlgorithm::PostInitialize() {
  Trace("PIN0", Prices());
  QCAlgorithm::PostInitialize();
  Trace("PIN1", std::string("warm=") + (IsWarmingUp() ? "True" : "False"));
}

void TraceAlgorithm::OnWarmupFinished() {
  Trace("WUF",
        std::string("warm=") + (IsWarmingUp() ? "True " : "False ") + Prices() + " " + Money());
}

void TraceAlgorithm::OnData(const Slice& slice) {
  std::string line =
      "t=" + Stamp(slice.Time()) + " " + Money() + (IsWarmingUp() ? " W" : "") + " n=";
  const std::size_t counts[] = {slice.Bars().Count(),
                                slice.QuoteBars().Count(),
                                slice.Ticks().Count(),
                                slice.Dividends().Count(),
                                slice.Splits().Count(),
                                slice.Delistings().Count(),
                                slice.SymbolChangedEvents().Count()};
  const char* separator = "";
  for (const std::size_t count : counts) {
    line += separator + std::to_string(count);
    separator = "/";
  }
  if (slice.Time() != Time() || slice.UtcTime() != UtcTime()) line += " TIMEDIFF";
  std::vector<const BaseData*> points = slice.AllData();
  Arrange(points);
  for (const BaseData* point : points) line += " | " + Point(*point);
  const std::string positions = Positions();
  if (!positions.empty()) line += " | H " + positions;
  Trace("D", line);
  OnTracedData(slice);
}

void TraceAlgorithm::OnSplits(const Splits& splits) {
  for (const Split& split : splits.Values()) {
    Trace("SPLIT", Point(split) + " " + Money() + " " + Positions());
  }
}

void TraceAlgorithm::OnDividends(const Dividends& dividends) {
  for (const Dividend& dividend : dividends.Values()) {
    Trace("DIVID", Point(dividend) + " " + Money() + " " + Positions());
  }
}

void TraceAlgorithm::OnDelistings(const Delistings& delistings) {
  for (const Delisting& delisting : delistings.Values()) {
    Trace("DELIST", Point(delisting) + " " + Money() + " " + Positions());
  }
}

void TraceAlgorithm::OnSymbolChangedEvents(const SymbolChangedEvents& changes) {
  for (const SymbolChangedEvent& change : changes.Values()) Trace("SYMCH", Point(change));
}

void TraceAlgorithm::OnSecuritiesChanged(const SecurityChanges& changes) {
  Trace("CHG", "+" + Tickers(changes.AddedSecurities()) + " -" +
                   Tickers(changes.RemovedSecurities()) + " " + Prices());
}

void TraceAlgorithm::OnOrderEvent(const OrderEvent& order_event) {
  Trace("OE", OrderEventText(order_event, *Transactions.GetOrderById(order_event.OrderId())));
  OnTracedOrderEvent(order_event);
}

void TraceAlgorithm::OnMarginCall(std::vector<regimen::SubmitOrderRequest>& requests) {
  std::string text;
  for (const regimen::SubmitOrderRequest& request : requests) {
    text +=
        (text.empty() ? "" : " ") + request.GetSymbol().Value() + ":" + Number(request.Quantity());
  }
  Trace("MCALL", text + " rem=" + Number(Portfolio.MarginRemaining()) + " " + Money());
}

void TraceAlgorithm::OnMarginCallWarning() {
  Trace("MWARN", "rem=" + Number(Portfolio.MarginRemaining()) + " " + Money());
}

void TraceAlgorithm::OnEndOfDay(const Symbol& symbol) {
  Trace("EOD", symbol.Value() + " " + Prices());
}

void TraceAlgorithm::OnEndOfTimeStep() { Trace("ETS"); }

void TraceAlgorithm::OnEndOfAlgorithm() {
  Trace("END", Money() + " " + Positions());
  AppendOrders();
  writer_.Save(GetParameter("trace-folder", std::string(".")) + "/" + AlgorithmId() + ".trace");
}

void TraceAlgorithm::ShowOnly(const std::vector<std::string>& windows) {
  for (std::size_t i = 0; i + 1 < windows.size(); i += 2) {
    windows_.emplace_back(TimeSpan::Parse(windows[i]), TimeSpan::Parse(windows[i + 1]));
  }
}

void TraceAlgorithm::Trace(std::string_view kind, const std::string& content) {
  std::string line =
      Stamp(UtcTime()) + " " + std::string(kind) + (content.empty() ? "" : " " + content);
  if (Shown(kind)) {
    writer_.Show(std::move(line));
  } else {
    writer_.Hide(line, UtcTime().RoundDown(TimeSpan::FromMinutes(1)));
  }
}

void TraceAlgorithm::Traced(const std::string& what, const OrderTicket& ticket) {
  const OrderResponse& response = ticket.SubmitRequest().Response();
  Trace("TKT",
        what + " id=" + std::to_string(ticket.OrderId()) + " " +
            std::string(ToText(ticket.OrderType())) + " " + ticket.GetSymbol().Value() +
            " q=" + Number(ticket.Quantity()) + " st=" + std::string(ToText(ticket.Status())) +
            " filled=" + Number(ticket.QuantityFilled()) + "@" + Number(ticket.AverageFillPrice()) +
            (response.IsError() ? " err=" + std::string(ToText(response.ErrorCode())) : ""));
}

void TraceAlgorithm::Traced(const std::string& what, const OrderResponse& response) {
  Trace("RSP",
        what + " " +
            (response.IsSuccess() ? "ok" : "err=" + std::string(ToText(response.ErrorCode()))) +
            " processed=" + (response.IsProcessed() ? "True" : "False"));
}

ScheduledEvent& TraceAlgorithm::Scheduled(const std::string& name, const DateRule& date_rule,
                                          const TimeRule& time_rule, std::function<void()> body) {
  return Schedule.On(name, date_rule, time_rule, [this, name, body = std::move(body)] {
    Trace("SCH", name + " " + Prices() + ScheduleExtra());
    if (body) body();
  });
}

std::string TraceAlgorithm::Prices() const {
  std::string text;
  for (const Security* security : SecuritiesByTicker()) {
    text +=
        (text.empty() ? "" : " ") + security->GetSymbol().Value() + "=" + Number(security->Price());
  }
  return text;
}

std::string TraceAlgorithm::Money() const {
  return "c=" + Number(Portfolio.Cash()) + " v=" + Number(Portfolio.TotalPortfolioValue());
}

std::string TraceAlgorithm::Positions() const {
  std::string text;
  for (const Security* security : SecuritiesByTicker()) {
    const SecurityHolding& holding = security->Holdings;
    if (holding.Quantity().IsZero()) continue;
    text += (text.empty() ? "" : " ") + security->GetSymbol().Value() + ":" +
            Number(holding.Quantity()) + "@" + Number(holding.AveragePrice());
  }
  return text;
}

bool TraceAlgorithm::Shown(std::string_view kind) const {
  if (windows_.empty() || (kind != "D" && kind != "ETS" && kind != "IND")) return true;
  const TimeSpan now = Time().TimeOfDay();
  return std::any_of(windows_.begin(), windows_.end(), [now](const auto& window) {
    return now >= window.first && now <= window.second;
  });
}

std::vector<const Security*> TraceAlgorithm::SecuritiesByTicker() const {
  std::vector<const Security*> securities;
  for (const Security* security : Securities.Values()) securities.push_back(security);
  std::stable_sort(securities.begin(), securities.end(), [](const Security* a, const Security* b) {
    return std::make_tuple(a->GetSymbol().Value(), a->GetSymbol().ID().ToString()) <
           std::make_tuple(b->GetSymbol().Value(), b->GetSymbol().ID().ToString());
  });
  return securities;
}

std::string TraceAlgorithm::OrderEventText(const OrderEvent& order_event,
                                           const regimen::Order& order) const {
  std::string message = order_event.Message();
  std::replace(message.begin(), message.end(), '\n', ' ');
  return std::to_string(order_event.OrderId()) + "." + std::to_string(order_event.Id()) + " " +
         std::string(ToText(order.Type())) + " " + order_event.GetSymbol().Value() + " " +
         std::string(ToText(order_event.Status())) + " q=" + Number(order_event.Quantity()) +
         " fq=" + Number(order_event.FillQuantity()) + " fp=" + Number(order_event.FillPrice()) +
         " fee=" + Number(order_event.OrderFee().Value().Amount()) +
         Labelled(" L=", order_event.LimitPrice()) + Labelled(" S=", order_event.StopPrice()) +
         Labelled(" X=", order_event.TriggerPrice()) +
         Labelled(" A=", order_event.TrailingAmount()) + " t=" + Stamp(order_event.UtcTime()) +
         " " + Money() + (message.empty() ? "" : " m=" + message) +
         (order.Tag().empty() ? "" : " tag=" + order.Tag());
}

void TraceAlgorithm::AppendOrders() {
  std::vector<regimen::Order> orders = Transactions.GetOrders();
  std::sort(orders.begin(), orders.end(),
            [](const auto& a, const auto& b) { return a.Id() < b.Id(); });
  for (const regimen::Order& order : orders) writer_.Append(OrderText(order));
}

}  // namespace regimen::parity
