#include "framework/statistics/summary_statistics.hpp"

#include "framework/core/error.hpp"

namespace regimen {

bool SummaryStatistics::Add(std::string_view name, std::string_view text) {
  if (ContainsKey(name)) return false;
  entries_.emplace_back(name, text);
  return true;
}

const std::string& SummaryStatistics::operator[](std::string_view name) const {
  if (const std::string* text = TryGetValue(name); text != nullptr) return *text;
  throw ArgumentError("No statistic is called '" + std::string(name) + "': there are " +
                      std::to_string(Count()) +
                      ", none before the first day has ended; TryGetValue asks without throwing.");
}

const std::string* SummaryStatistics::TryGetValue(std::string_view name) const {
  for (const Entry& entry : entries_) {
    if (entry.first == name) return &entry.second;
  }
  return nullptr;
}

}  // namespace regimen
