#include "framework/feed/session_window.hpp"

namespace regimen {

bool SessionWindow::Ask(DateTime start, DateTime end) {
  for (const MarketHoursSegment& segment : hours_->Segments(start.Date())) {
    const DateTime from = start.Date() + segment.Start();
    const DateTime to = start.Date() + segment.End();
    if (segment.IsOpen(extended_) && from <= start && end <= to) {
      open_ = from;
      close_ = to;
      return start < end || start < to;
    }
  }
  return hours_->IsOpen(start, end, extended_);
}

}  // namespace regimen
