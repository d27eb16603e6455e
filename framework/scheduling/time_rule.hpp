#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/scheduling/time_sequence.hpp"

namespace regimen {

// At which times of a date an event takes place: the other half of a schedule. (LEAN: ITimeRule,
// FuncTimeRule.)
//
// A value: a name for messages and a function that turns dates into instants (UTC).
class TimeRule {
 public:
  using Times = std::function<TimeSequence(TimeSequence dates)>;
  // The instants of one date, appended to `utc_times`.
  using TimesOfDate = std::function<void(DateTime date, std::vector<DateTime>& utc_times)>;

  TimeRule(std::string name, Times times);
  // A rule that treats each date by itself.
  static TimeRule PerDate(std::string name, TimesOfDate times);
  // The times of all rules, date by date in order of time, each once. (LEAN: CompositeTimeRule.)
  static TimeRule Composite(std::vector<TimeRule> rules);

  const std::string& Name() const { return name_; }
  TimeSequence CreateUtcEventTimes(TimeSequence dates) const { return times_(std::move(dates)); }

 private:
  std::string name_;
  Times times_;
};

// The instants of each of the dates in turn.
TimeSequence ForEachDate(TimeSequence dates, TimeRule::TimesOfDate times);

}  // namespace regimen
