#include "framework/algorithm/subscription_manager.hpp"

#include <utility>

namespace regimen {

void SubscriptionManager::AddConsolidator(const Symbol& symbol,
                                          std::shared_ptr<DataConsolidator> consolidator,
                                          TickType tick_type) {
  if (symbol.Index() >= by_symbol_.size()) by_symbol_.resize(symbol.Index() + std::size_t{1});
  OfSymbol& of_symbol = by_symbol_[symbol.Index()];
  (tick_type == TickType::Quote ? of_symbol.quotes : of_symbol.trades)
      .push_back(std::move(consolidator));
  ++count_;
}

void SubscriptionManager::RemoveConsolidator(
    const Symbol& symbol, const std::shared_ptr<DataConsolidator>& consolidator) {
  if (symbol.Index() >= by_symbol_.size()) return;
  OfSymbol& of_symbol = by_symbol_[symbol.Index()];
  count_ -= std::erase(of_symbol.trades, consolidator) + std::erase(of_symbol.quotes, consolidator);
}

const SubscriptionManager::Consolidators* SubscriptionManager::Find(const Symbol& symbol,
                                                                    TickType tick_type) const {
  if (symbol.Index() >= by_symbol_.size()) return nullptr;
  const OfSymbol& of_symbol = by_symbol_[symbol.Index()];
  const Consolidators& list = tick_type == TickType::Quote ? of_symbol.quotes : of_symbol.trades;
  return list.empty() ? nullptr : &list;
}

}  // namespace regimen
