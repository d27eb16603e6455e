#include "framework/core/resolution.hpp"

namespace regimen {

std::string_view ToText(Resolution value) {
  switch (value) {
    case Resolution::Tick:
      return "Tick";
    case Resolution::Second:
      return "Second";
    case Resolution::Minute:
      return "Minute";
    case Resolution::Hour:
      return "Hour";
    case Resolution::Daily:
      return "Daily";
  }
  return "";
}

}  // namespace regimen
