#include "framework/transactions/order_registry.hpp"

namespace regimen {

OrderRegistry::Entry& OrderRegistry::Add(std::unique_ptr<Entry> entry) {
  const auto id = static_cast<std::size_t>(entry->order.Id());
  if (entries_.size() <= id) entries_.resize(id + 1);
  return *(entries_[id] = std::move(entry));
}

OrderRegistry::Entry* OrderRegistry::Find(int order_id) const {
  const auto id = static_cast<std::size_t>(order_id);
  return order_id < 0 || id >= entries_.size() ? nullptr : entries_[id].get();
}

std::vector<OrderRegistry::Entry*> OrderRegistry::All() const {
  std::vector<Entry*> all;
  for (const auto& entry : entries_) {
    if (entry) all.push_back(entry.get());
  }
  return all;
}

std::vector<OrderRegistry::Entry*> OrderRegistry::OpenEntries() const {
  std::vector<Entry*> open;
  for (const int id : open_.Ids()) open.push_back(Find(id));
  return open;
}

std::vector<OrderAndSecurity> AsGroup(std::span<OrderRegistry::Entry* const> legs) {
  std::vector<OrderAndSecurity> group;
  for (OrderRegistry::Entry* leg : legs) group.push_back({leg->order, *leg->security});
  return group;
}

}  // namespace regimen
