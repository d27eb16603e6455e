#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/scheduling/event_schedule.hpp"
#include "framework/scheduling/schedule_context.hpp"
#include "framework/scheduling/scheduled_event.hpp"

namespace regimen {

// Calls scheduled events in order of time, as LEAN's BacktestingRealTimeHandler does.
//
// - Events are sorted by next time, then by the number they got when they were added; sorting is
//   done again before the first scan after an event was added or removed.
// - An event that was called and whose next time is after that of the second goes back into the
// list
//   by binary search: where the search meets an equal time, it is put right after the event that
//   was met. So events at one time change their order from day to day, in LEAN's way.
// - During a scan, events added or removed do not change the list that is walked: an event added at
//   the present time is called by the next scan, one removed that was already due is still called.
//
// A callback that throws ends the scan with ScheduledEventError. The check of a slice without due
// events is O(1). One thread.
class ScheduledEventRunner : public EventSchedule {
 public:
  // `set_utc_time` moves the algorithm's clock.
  ScheduledEventRunner(const ScheduleContext& context,
                       std::function<void(DateTime utc_time)> set_utc_time);

  // Before the run starts, events keep all their times; this skips those before the clock, and from
  // then on Add does.
  void Start();

  void Add(ScheduledEvent& event) override;
  void Remove(ScheduledEvent& event) override;

  // Calls all events before `utc_time`, with the clock at their own times.
  void ScanPastEvents(DateTime utc_time);
  // Calls all events up to `utc_time`, that included; the clock is there already.
  void SetTime(DateTime utc_time);

 private:
  void Sort();
  bool IsDue(DateTime utc_time, bool included);
  void CallFirst(DateTime utc_time);
  void MoveFirst();

  const ScheduleContext& context_;
  std::function<void(DateTime)> set_utc_time_;
  bool started_ = false;
  bool needs_sort_ = false;
  std::uint64_t last_number_ = 0;
  // Number by event; the order of this map is never used.
  std::map<ScheduledEvent*, std::uint64_t> numbers_;
  std::vector<ScheduledEvent*> sorted_;
};

}  // namespace regimen
