#pragma once

#include <memory>
#include <vector>

#include "framework/consolidators/data_consolidator.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/tick_type.hpp"

namespace regimen {

// Which consolidators the feeds of a run drive (LEAN's SubscriptionManager).
//
// Lookup is O(1); nothing is done while there are no consolidators. Not thread-safe.
class SubscriptionManager {
 public:
  using Consolidators = std::vector<std::shared_ptr<DataConsolidator>>;

  // From the next step on the consolidator gets the symbol's points of this kind, after those that
  // were added before it.
  void AddConsolidator(const Symbol& symbol, std::shared_ptr<DataConsolidator> consolidator,
                       TickType tick_type = TickType::Trade);
  void RemoveConsolidator(const Symbol& symbol,
                          const std::shared_ptr<DataConsolidator>& consolidator);

  // The engine's side: nullptr when there are none.
  const Consolidators* Find(const Symbol& symbol, TickType tick_type) const;
  bool Empty() const { return count_ == 0; }

 private:
  struct OfSymbol {
    Consolidators trades;
    Consolidators quotes;
  };

  // By Symbol::Index.
  std::vector<OfSymbol> by_symbol_;
  std::size_t count_ = 0;
};

}  // namespace regimen
