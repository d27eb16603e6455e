#include "framework/core/time_keeper.hpp"

namespace regimen {

void LocalTimeKeeper::Update(DateTime utc_time) {
  if (utc_time < valid_from_ || utc_time >= valid_until_) {
    offset_ = zone_.OffsetAtUtc(utc_time);
    valid_from_ = utc_time;
    valid_until_ = zone_.NextTransitionUtc(utc_time);
  }
  local_time_ = utc_time + offset_;
}

void TimeKeeper::SetUtcDateTime(DateTime utc_time) {
  utc_time_ = utc_time;
  for (LocalTimeKeeper& local : locals_) local.Update(utc_time);
}

const LocalTimeKeeper& TimeKeeper::GetLocalTimeKeeper(DateTimeZone zone) {
  for (const LocalTimeKeeper& local : locals_) {
    if (local.TimeZone() == zone) return local;
  }
  return locals_.emplace_back(utc_time_, zone);
}

}  // namespace regimen
