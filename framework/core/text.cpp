#include "framework/core/text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace regimen {

namespace {

// |value| = 0.d1d2d3... x 10^point, without zeros at either end of the digits.
struct ShortestDigits {
  std::string digits;
  int point;
};

ShortestDigits Shortest(double magnitude) {
  // "d.ddde+XX": 17 digits, point, exponent of up to three digits with its sign.
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude,
                                    std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
  const std::size_t mark = text.find('e');
  std::string digits(text.substr(0, 1));
  if (mark > 1) digits += text.substr(2, mark - 2);
  int exponent = 0;
  const std::size_t number = mark + (text[mark + 1] == '+' ? 2 : 1);
  std::from_chars(text.data() + number, text.data() + text.size(), exponent);
  return {digits, exponent + 1};
}

std::string Scientific(const std::string& digits, int exponent) {
  std::string text = digits.substr(0, 1);
  if (digits.size() > 1) text += '.' + digits.substr(1);
  text += exponent < 0 ? "E-" : "E+";
  if (std::abs(exponent) < 10) text += '0';
  return text + std::to_string(std::abs(exponent));
}

std::string Plain(const std::string& digits, int point) {
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  const auto whole = static_cast<std::size_t>(point);
  if (whole >= digits.size()) return digits + std::string(whole - digits.size(), '0');
  return digits.substr(0, whole) + '.' + digits.substr(whole);
}

}  // namespace

std::string ToText(double value) {
  if (std::isnan(value)) return "NaN";
  std::string sign = std::signbit(value) ? "-" : "";
  if (std::isinf(value)) return sign + "Infinity";
  if (value == 0) return sign + '0';
  constexpr int kMostWholeDigits = 17;
  constexpr int kMostLeadingZeros = 3;
  const auto [digits, point] = Shortest(std::abs(value));
  if (point > kMostWholeDigits || point < -kMostLeadingZeros) {
    return sign + Scientific(digits, point - 1);
  }
  return sign + Plain(digits, point);
}

std::string GroupedFixed(Decimal value, int digits) {
  constexpr std::size_t kGroup = 3;
  std::string text = value.ToFixed(digits);
  const std::size_t first = text.front() == '-' ? 1 : 0;
  std::size_t comma = text.find('.');
  if (comma == std::string::npos) comma = text.size();
  while (comma > first + kGroup) {
    comma -= kGroup;
    text.insert(comma, 1, ',');
  }
  return text;
}

}  // namespace regimen
