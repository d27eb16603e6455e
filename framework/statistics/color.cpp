#include "framework/statistics/color.hpp"

#include <fmt/format.h>

namespace regimen {

std::string Color::ToString() const {
  return IsEmpty() ? std::string() : fmt::format("#{:06X}", bits_ & ~kSet);
}

}  // namespace regimen
