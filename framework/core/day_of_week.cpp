#include "framework/core/day_of_week.hpp"

namespace regimen {

std::string_view ToText(DayOfWeek value) {
  switch (value) {
    case DayOfWeek::Sunday:
      return "Sunday";
    case DayOfWeek::Monday:
      return "Monday";
    case DayOfWeek::Tuesday:
      return "Tuesday";
    case DayOfWeek::Wednesday:
      return "Wednesday";
    case DayOfWeek::Thursday:
      return "Thursday";
    case DayOfWeek::Friday:
      return "Friday";
    case DayOfWeek::Saturday:
      return "Saturday";
  }
  return "";
}

}  // namespace regimen
