#pragma once

#include <string>
#include <vector>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Places, updates and cancels an order of each type through its ticket. Limit, stop, stop-limit and
// trailing orders come in pairs, one long and one short, that move towards the price bar by bar;
// when one fills, the other is cancelled.
class OrderTicketDemoAlgorithm : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  // Throws std::runtime_error when an event does not describe its order.
  void OnOrderEvent(const OrderEvent& order_event) override;
  // Throws std::runtime_error when another number of orders was placed, filled or left open.
  void OnEndOfAlgorithm() override;

 private:
  using Pair = std::vector<OrderTicket*>;

  bool TimeIs(int day, int hour, int minute) const;
  void TradeAtMarket();
  void TradePairs();
  void MoveLimits();
  void MoveStops();
  void MoveStopLimits();
  void MoveTrailingStops();
  void TradeAtOpen();
  void TradeAtClose();
  // Whether one order of the pair filled: then the other is cancelled and the pair forgotten.
  bool CloseIfFilled(Pair& pair);
  // One share more each hour until it fills; then it is forgotten.
  void RaiseQuantityHourly(OrderTicket*& ticket);
  void ExpectCounts() const;
  void ExpectNothingOpen() const;

  Symbol spy_;
  Pair limits_;
  Pair stops_;
  Pair stop_limits_;
  Pair trailing_stops_;
  OrderTicket* on_open_ = nullptr;
  OrderTicket* on_close_ = nullptr;
};

}  // namespace regimen::parity
