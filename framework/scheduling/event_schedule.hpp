#pragma once

#include "framework/scheduling/scheduled_event.hpp"

namespace regimen {

// Where scheduled events are put to be called in time. (LEAN: IEventSchedule.)
class EventSchedule {
 public:
  virtual ~EventSchedule() = default;

  // The event must live as long as the schedule, even after its removal.
  virtual void Add(ScheduledEvent& event) = 0;
  virtual void Remove(ScheduledEvent& event) = 0;
};

}  // namespace regimen
