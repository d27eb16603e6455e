#include "framework/core/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace regimen {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Lead {
  std::size_t length;  // of the character, in bytes; 0: no character starts so
  unsigned least;      // range of the second byte
  unsigned most;
};

// Table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF.
Lead LeadOf(unsigned byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// How many bytes of a character `text` starts with, and whether the character is whole.
struct Prefix {
  std::size_t bytes;
  bool is_whole;
};

Prefix FirstCharacter(std::string_view text) {
  const auto byte = [&](std::size_t at) -> unsigned {
    return static_cast<unsigned char>(text[at]);
  };
  const Lead lead = LeadOf(byte(0));
  if (lead.length == 0) return {1, false};
  std::size_t bytes = 1;
  while (bytes < lead.length && bytes < text.size()) {
    const bool second = bytes == 1;
    if (byte(bytes) < (second ? lead.least : 0x80) || byte(bytes) > (second ? lead.most : 0xBF)) {
      break;
    }
    ++bytes;
  }
  return {bytes, bytes == lead.length};
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string ValidUtf8(std::string_view text) {
  if (IsAscii(text)) return std::string(text);
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    const Prefix first = FirstCharacter(text);
    valid += first.is_whole ? text.substr(0, first.bytes) : kReplacement;
    text.remove_prefix(first.bytes);
  }
  return valid;
}

}  // namespace regimen
