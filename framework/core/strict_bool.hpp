#pragma once

#include <concepts>

namespace regimen {

// A parameter that takes a bool and nothing that merely converts to one.
//
// C++ turns a string literal, a pointer or a number into a bool without a word, so that the tag of
// MarketOrder("SPY", 10, "tag") would become the flag that stands before it. C# refuses the call,
// and so does this type. It reads as a bool.
class StrictBool {
 public:
  template <std::same_as<bool> Value>
  constexpr StrictBool(Value value) : value_(value) {}  // NOLINT(google-explicit-constructor)
  constexpr operator bool() const { return value_; }    // NOLINT(google-explicit-constructor)

 private:
  bool value_;
};

}  // namespace regimen
