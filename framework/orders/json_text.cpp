#include "framework/orders/json_text.hpp"

#include <cstdio>

#include "framework/core/utf8.hpp"

namespace regimen {

namespace {

// Two-character escapes; nullptr where there is none.
const char* ShortEscape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\f':
      return "\\f";
    case '\b':
      return "\\b";
    default:
      return nullptr;
  }
}

// The line separators that JavaScript would not allow in a string, in UTF-8.
struct Separator {
  std::string_view bytes;
  std::string_view escape;
};
constexpr Separator kSeparators[] = {
    {"\xC2\x85", "\\u0085"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}};

}  // namespace

std::string JsonNumber(Decimal value) {
  std::string text = value.ToString();
  if (text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string JsonString(std::string_view given) {
  const std::string valid = ValidUtf8(given);
  const std::string_view text = valid;
  std::string json = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string_view escape;
    for (const Separator& separator : kSeparators) {
      if (!text.substr(i).starts_with(separator.bytes)) continue;
      escape = separator.escape;
      i += separator.bytes.size() - 1;
      break;
    }
    if (!escape.empty()) {
      json += escape;
    } else if (const char* two = ShortEscape(c)) {
      json += two;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char code[8];
      std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
      json += code;
    } else {
      json += c;
    }
  }
  return json += '"';
}

JsonObject& JsonObject::AddRaw(std::string_view name, std::string_view json) {
  if (!members_.empty()) members_ += ',';
  members_ += '"';
  members_ += name;
  members_ += "\":";
  members_ += json;
  return *this;
}

JsonObject& JsonObject::Add(std::string_view name, Decimal value) {
  return AddRaw(name, JsonNumber(value));
}

JsonObject& JsonObject::Add(std::string_view name, int value) {
  return AddRaw(name, std::to_string(value));
}

JsonObject& JsonObject::Add(std::string_view name, bool value) {
  return AddRaw(name, value ? "true" : "false");
}

JsonObject& JsonObject::Add(std::string_view name, std::string_view value) {
  return AddRaw(name, JsonString(value));
}

JsonObject& JsonObject::Add(std::string_view name, DateTime utc_time) {
  return AddRaw(name, "\"" + utc_time.ToIso() + "Z\"");
}

}  // namespace regimen
