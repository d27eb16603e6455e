#pragma once

#include <map>
#include <string>

#include "tests/parity/traces/trace_algorithm.hpp"

namespace regimen::parity {

// Every order type at minute resolution (SPY adjusted, IBM raw): submissions, updates,
// cancellations, orders placed inside OnOrderEvent, refusals for want of margin, time in force.
class T18OrderTypes : public TraceAlgorithm {
 public:
  void Initialize() override;

 protected:
  void OnTracedData(const Slice& slice) override;
  void OnTracedOrderEvent(const OrderEvent& order_event) override;

 private:
  // Remembers a ticket by name and traces it.
  void Keep(const std::string& name, OrderTicket& ticket);
  void Keep(const std::string& name, const std::vector<OrderTicket*>& legs) {
    Keep(name, *legs.front());
  }
  OrderTicket& Ticket(const std::string& name) { return *tickets_.at(name); }
  void SayStatus();

  // One for each minute from 10:00 of the first day.
  void PlaceAllTypes();
  void PlaceFarAndCombos();
  void UpdateAndCancel();
  void UpdateClosed();
  void PlaceImpossible();
  void PlaceForNesting();
  void SetAndLiquidate();
  void CancelAllOpen();
  void PlaceWithExpiry();

  Symbol spy_;
  Symbol ibm_;
  std::map<std::string, OrderTicket*> tickets_;
  bool nests_ = false;
};

}  // namespace regimen::parity
