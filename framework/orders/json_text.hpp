#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

// Writes the members of one JSON object as Newtonsoft's serialiser would: no spaces, decimals with
// their scale and at least one place. Members come out in the order of the calls.
class JsonObject {
 public:
  JsonObject& Add(std::string_view name, Decimal value);
  JsonObject& Add(std::string_view name, int value);
  JsonObject& Add(std::string_view name, bool value);
  JsonObject& Add(std::string_view name, std::string_view value);
  JsonObject& Add(std::string_view name, const char* value) {
    return Add(name, std::string_view(value));
  }
  // ISO form with Z.
  JsonObject& Add(std::string_view name, DateTime utc_time);
  // Already JSON.
  JsonObject& AddRaw(std::string_view name, std::string_view json);
  // Leaves the member out when there is no value.
  template <class T>
  JsonObject& AddIfSet(std::string_view name, const std::optional<T>& value) {
    return value ? Add(name, *value) : *this;
  }

  std::string Text() const { return "{" + members_ + "}"; }

 private:
  std::string members_;
};

// A decimal as JSON number: its own digits, with ".0" when it has no point.
std::string JsonNumber(Decimal value);
// A text in quotes, escaped as Newtonsoft escapes by default; what is not UTF-8 becomes U+FFFD.
std::string JsonString(std::string_view text);

}  // namespace regimen
