#include "framework/scheduling/time_rule.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace regimen {
namespace {

// A sequence of one date.
TimeSequence Single(DateTime date) {
  return [date = std::optional(date)]() mutable { return std::exchange(date, std::nullopt); };
}

void AppendAll(const TimeSequence& times, std::vector<DateTime>& out) {
  while (const auto time = times()) out.push_back(*time);
}

}  // namespace

TimeSequence ForEachDate(TimeSequence dates, TimeRule::TimesOfDate times) {
  return [dates = std::move(dates), times = std::move(times), buffer = std::vector<DateTime>(),
          next = std::size_t{0}]() mutable -> std::optional<DateTime> {
    while (next == buffer.size()) {
      const auto date = dates();
      if (!date) return std::nullopt;
      buffer.clear();
      next = 0;
      times(*date, buffer);
    }
    return buffer[next++];
  };
}

TimeRule::TimeRule(std::string name, Times times)
    : name_(std::move(name)), times_(std::move(times)) {}

TimeRule TimeRule::PerDate(std::string name, TimesOfDate times) {
  return TimeRule(std::move(name), [times = std::move(times)](TimeSequence dates) {
    return ForEachDate(std::move(dates), times);
  });
}

TimeRule TimeRule::Composite(std::vector<TimeRule> rules) {
  std::string name;
  for (const TimeRule& rule : rules) name += (name.empty() ? "" : ",") + rule.Name();
  return PerDate(std::move(name),
                 [rules = std::move(rules)](DateTime date, std::vector<DateTime>& utc_times) {
                   for (const TimeRule& rule : rules) {
                     AppendAll(rule.CreateUtcEventTimes(Single(date)), utc_times);
                   }
                   std::ranges::sort(utc_times);
                   const auto repeated = std::ranges::unique(utc_times);
                   utc_times.erase(repeated.begin(), repeated.end());
                 });
}

}  // namespace regimen
