#pragma once

#include <functional>
#include <string>
#include <utility>

#include "framework/core/date_time.hpp"
#include "framework/scheduling/time_sequence.hpp"

namespace regimen {

// On which dates an event takes place: one half of a schedule. (LEAN: IDateRule, FuncDateRule.)
//
// A value: a name for messages and a function that gives the dates from a start to an end, both
// included, in order of time.
class DateRule {
 public:
  using Dates = std::function<TimeSequence(DateTime start, DateTime end)>;

  DateRule(std::string name, Dates dates) : name_(std::move(name)), dates_(std::move(dates)) {}

  const std::string& Name() const { return name_; }
  TimeSequence GetDates(DateTime start, DateTime end) const { return dates_(start, end); }

 private:
  std::string name_;
  Dates dates_;
};

}  // namespace regimen
