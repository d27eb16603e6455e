#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "data/lean/digits.hpp"

namespace regimen::lean {

// How many line feeds there are in at most 255 times eight bytes. Each byte of the sum counts those
// at its own place, and cannot overflow.
inline std::size_t CountLineFeeds(const char* text, const char* end) {
  constexpr std::uint64_t kLineFeeds = 0x0A0A0A0A0A0A0A0A;
  constexpr std::uint64_t kLowBits = 0x7F7F7F7F7F7F7F7F;
  std::uint64_t sums = 0;
  for (; text < end; text += 8) {
    // The high bit of each byte of `zeros` says that the byte is a line feed.
    const std::uint64_t bytes = LoadBytes(text, end) ^ kLineFeeds;
    const std::uint64_t zeros = ~(((bytes & kLowBits) + kLowBits) | bytes | kLowBits);
    sums += zeros >> 7;
  }
  sums = (sums & 0x00FF00FF00FF00FF) + (sums >> 8 & 0x00FF00FF00FF00FF);
  return static_cast<std::size_t>(sums * 0x0001000100010001 >> 48);
}

// At least the number of rows: one for each line feed, and one for what follows the last.
inline std::size_t CountLines(std::string_view text) {
  constexpr std::size_t kBlock = 255 * 8;
  std::size_t count = 1;
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    const std::string_view block = text.substr(at, kBlock);
    count += CountLineFeeds(block.data(), block.data() + block.size());
  }
  return count;
}

}  // namespace regimen::lean
