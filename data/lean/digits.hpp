// Eight digits at a time: the arithmetic under RowReader.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace regimen::lean {

// The eight bytes at `text`, or as many as there are before `end` and zeros after them. The first
// byte is the lowest.
inline std::uint64_t LoadBytes(const char* text, const char* end) {
  static_assert(std::endian::native == std::endian::little, "bytes are taken as little-endian");
  std::uint64_t bytes = 0;
  if (end - text >= 8) {
    std::memcpy(&bytes, text, 8);
  } else {
    std::memcpy(&bytes, text, static_cast<std::size_t>(end - text));
  }
  return bytes;
}

// How many of the bytes, from the first on, are digits: 0 to 8. A byte is a digit when its upper
// half is 3 and adding 6 does not carry out of the lower half; a carry from one byte to the next
// starts only behind a byte that is no digit.
inline unsigned CountDigits(std::uint64_t bytes) {
  constexpr std::uint64_t kUpper = 0xF0F0F0F0F0F0F0F0;
  constexpr std::uint64_t kThrees = 0x3030303030303030;
  constexpr std::uint64_t kSixes = 0x0606060606060606;
  const std::uint64_t others =
      ((bytes & kUpper) ^ kThrees) | (((bytes + kSixes) & kUpper) ^ kThrees);
  return static_cast<unsigned>(std::countr_zero(others)) / 8;
}

// The value of the first `count` bytes, 1 to 8 digits: neighbours are joined to pairs, pairs to
// fours, fours to eight.
inline std::uint64_t DigitsValue(std::uint64_t bytes, unsigned count) {
  bytes <<= 8 * (8 - count);
  bytes = (bytes & 0x0F0F0F0F0F0F0F0F) * (10 * 256 + 1) >> 8;
  bytes = (bytes & 0x00FF00FF00FF00FF) * (100 * 65536 + 1) >> 16;
  return (bytes & 0x0000FFFF0000FFFF) * (10000ULL * 4294967296 + 1) >> 32;
}

}  // namespace regimen::lean
