#include "framework/market/ticks.hpp"

namespace regimen {

std::vector<Tick>& Ticks::ListOf(const Symbol& symbol, std::size_t& position) {
  for (position = 0; position < entries_.size(); ++position) {
    if (entries_[position].first == symbol) return entries_[position].second;
  }
  return entries_.emplace_back(symbol, std::vector<Tick>()).second;
}

}  // namespace regimen
