#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "framework/algorithm.hpp"
#include "tests/parity/traces/trace_writer.hpp"

namespace regimen::parity {

// The common part of the strategies whose every callback is compared with LEAN's: each callback
// becomes one line, "UTC KIND CONTENT" (loop-traces/README.md). OnEndOfAlgorithm writes the lines
// to NAME.trace in the folder given by the parameter `trace-folder`, or in the working directory.
class TraceAlgorithm : public QCAlgorithm {
 public:
  void PostInitialize() override;
  void OnWarmupFinished() override;
  void OnData(const Slice& slice) override;
  void OnSplits(const Splits& splits) override;
  void OnDividends(const Dividends& dividends) override;
  void OnDelistings(const Delistings& delistings) override;
  void OnSymbolChangedEvents(const SymbolChangedEvents& changes) override;
  void OnSecuritiesChanged(const SecurityChanges& changes) override;
  void OnOrderEvent(const OrderEvent& order_event) override;
  void OnMarginCall(std::vector<regimen::SubmitOrderRequest>& requests) override;
  void OnMarginCallWarning() override;
  using QCAlgorithm::OnEndOfDay;
  void OnEndOfDay(const Symbol& symbol) override;
  void OnEndOfTimeStep() override;
  void OnEndOfAlgorithm() override;

 protected:
  // ---- What a trace adds

  // Called after the line of a slice.
  virtual void OnTracedData(const Slice& /*slice*/) {}
  // Called after the line of an order event.
  virtual void OnTracedOrderEvent(const OrderEvent& /*order_event*/) {}
  // The order in which a slice's points are listed.
  virtual void Arrange(std::vector<const BaseData*>& /*points*/) const {}
  // What scheduled events add to their lines.
  virtual std::string ScheduleExtra() const { return {}; }

  // D, ETS and IND lines are shown only within these stretches of the algorithm's day, given as
  // {"00:00", "10:05", ...}: begin, end, begin, end, both included.
  void ShowOnly(const std::vector<std::string>& windows);

  // ---- Lines

  void Trace(std::string_view kind, const std::string& content = {});
  void Say(const std::string& text) { Trace("SAY", text); }
  void Traced(const std::string& what, const OrderTicket& ticket);
  void Traced(const std::string& what, const OrderResponse& response);
  // A scheduled event that writes a line and then runs `body`.
  ScheduledEvent& Scheduled(const std::string& name, const DateRule& date_rule,
                            const TimeRule& time_rule, std::function<void()> body = {});

  // ---- Pieces of lines

  // The price of every security, by ticker.
  std::string Prices() const;
  // Cash and portfolio value.
  std::string Money() const;
  // The positions, by ticker.
  std::string Positions() const;

 private:
  bool Shown(std::string_view kind) const;
  std::vector<const Security*> SecuritiesByTicker() const;
  std::string OrderEventText(const OrderEvent& order_event, const regimen::Order& order) const;
  void AppendOrders();

  std::vector<std::pair<TimeSpan, TimeSpan>> windows_;
  TraceWriter writer_;
};

}  // namespace regimen::parity
