#pragma once

#include <cstdint>
#include <vector>

#include "framework/algorithm.hpp"

namespace regimen::parity {

// Trades at random, the same on every run of a seed (parameter `seed`): every kind of order,
// updates, cancellations, brackets, combos, targets, removals. Draws its numbers in the order of
// the C# original, call by call.
class RandomTrader : public QCAlgorithm {
 public:
  void Initialize() override;
  void OnData(const Slice& slice) override;
  void OnOrderEvent(const OrderEvent& order_event) override;

 private:
  // A number from 0 to n - 1 (xorshift64).
  int Next(int n);
  bool Flip() { return Next(2) == 0; }
  void SetDates();
  void SetModels();
  void AddSecurities();
  void Act();
  void Place(int action, const Symbol& symbol, Decimal quantity, int step);
  void PlaceResting(int action, const Symbol& symbol, Decimal quantity, int step);
  void SetTargets();
  void PlaceCombo(int step, bool limit);
  void RemoveAndAdd(const Symbol& symbol, Decimal quantity);
  void ChangeOne();
  void CancelOne();
  OrderProperties DrawProperties();
  std::vector<Leg> DrawLegs();
  // One of the orders placed so far that is still open; nullptr when there is none.
  OrderTicket* OneOpen();
  // The present price moved by so many twentieths of a percent, to the cent.
  Decimal Price(const Symbol& symbol, int steps) const;
  void Keep(OrderTicket& ticket) { tickets_.push_back(&ticket); }
  void Keep(const std::vector<OrderTicket*>& tickets);

  std::uint64_t state_ = 0;
  int mode_ = 0;
  int one_in_ = 1;
  int acting_ = 0;
  OrderProperties properties_;
  std::vector<Symbol> symbols_;
  std::vector<OrderTicket*> tickets_;
};

}  // namespace regimen::parity
