#include "framework/app/flag_values.hpp"

#include <algorithm>
#include <charconv>

#include "framework/core/error.hpp"

namespace regimen::app {

namespace {

int Digits(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

void RefuseFlag(std::string_view flag, std::string_view value, std::string_view expected) {
  throw UsageError("--" + std::string(flag) + " is " +
                   (value.empty() ? "empty" : std::string(value)) + "; it must be " +
                   std::string(expected) + ".");
}

DateTime ParseDate(std::string_view flag, std::string_view value) {
  constexpr std::string_view kExpected =
      "a day of the calendar, from 1900 to 2999, as yyyyMMdd or yyyy-MM-dd";
  std::string digits(value);
  if (value.size() == 10 && value[4] == '-' && value[7] == '-') {
    digits.erase(7, 1).erase(4, 1);
  }
  const bool all_digits =
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.size() != 8 || !all_digits) {
    RefuseFlag(flag, value, kExpected);
  }
  const std::string_view view = digits;
  const int year = Digits(view.substr(0, 4));
  if (year < 1900 || year > 2999) RefuseFlag(flag, value, kExpected);
  try {
    return {year, Digits(view.substr(4, 2)), Digits(view.substr(6, 2))};
  } catch (const ArgumentError&) {
    RefuseFlag(flag, value, kExpected);
  }
}

std::uint64_t ParseCount(std::string_view flag, std::string_view value, std::uint64_t least,
                         std::uint64_t most) {
  std::uint64_t count = 0;
  const char* begin = value.data();
  const char* end = begin + value.size();
  const auto [stop, error] = std::from_chars(begin, end, count);
  if (error != std::errc() || stop != end || count < least || count > most) {
    RefuseFlag(flag, value,
               "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return count;
}

std::vector<std::string> ParseList(std::string_view flag, std::string_view value,
                                   std::string_view expected) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (start <= value.size()) {
    const std::size_t end = std::min(value.find(',', start), value.size());
    parts.emplace_back(value.substr(start, end - start));
    if (parts.back().empty()) {
      RefuseFlag(flag, value, expected);
    }
    start = end + 1;
  }
  return parts;
}

}  // namespace regimen::app
