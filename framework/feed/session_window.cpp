#include "framework/feed/session_window.hpp"

namespace regimen {

bool SessionWindow::Ask(DateTime start, DateTime end) {
  const DateTime date = start.Date();
  const TimeSpan from = start - date;
  const TimeSpan to = end - date;
  for (const MarketHoursSegment& segment : hours_->Segments(date)) {
    if (segment.Start() <= from && from < segment.End() && to <= segment.End() &&
        segment.IsOpen(extended_)) {
      open_ = date + segment.Start();
      close_ = date + segment.End();
      return true;
    }
  }
  return hours_->IsOpen(start, end, extended_);
}

}  // namespace regimen
