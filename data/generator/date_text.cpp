#include "data/generator/date_text.hpp"

#include <fmt/format.h>

namespace regimen::generator {
namespace {

std::string Print(Date date, fmt::format_string<int, unsigned, unsigned> format) {
  const std::chrono::year_month_day parts(date);
  return fmt::format(format, static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()),
                     static_cast<unsigned>(parts.day()));
}

}  // namespace

std::string CompactDate(Date date) { return Print(date, "{:04}{:02}{:02}"); }
std::string DashedDate(Date date) { return Print(date, "{:04}-{:02}-{:02}"); }
std::string SlashedDate(Date date) { return Print(date, "{1}/{2}/{0}"); }

DateTime ToDateTime(Date date) {
  const std::chrono::year_month_day parts(date);
  return DateTime(static_cast<int>(parts.year()),
                  static_cast<int>(static_cast<unsigned>(parts.month())),
                  static_cast<int>(static_cast<unsigned>(parts.day())));
}

}  // namespace regimen::generator
