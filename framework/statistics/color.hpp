#pragma once

#include <cstdint>
#include <string>

namespace regimen {

// The colour of a chart series. `Color()` is LEAN's Color.Empty: the viewer chooses. The named ones
// are those of System.Drawing that LEAN's samples use. A value of 4 bytes.
class Color {
 public:
  static const Color Black, Blue, Brown, Cyan, DarkBlue, DarkGreen, DarkRed, Gold, Gray, Green,
      LightBlue, LightGray, LightGreen, Magenta, Orange, Pink, Purple, Red, White, Yellow;

  constexpr Color() = default;
  static constexpr Color FromRgb(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    return Color((std::uint32_t{red} << 16) | (std::uint32_t{green} << 8) | blue | kSet);
  }

  constexpr bool IsEmpty() const { return bits_ == 0; }
  // "#RRGGBB"; empty for `Color()`.
  std::string ToString() const;

  friend constexpr bool operator==(Color, Color) = default;

 private:
  static constexpr std::uint32_t kSet = 0xFF00'0000;

  explicit constexpr Color(std::uint32_t bits) : bits_(bits) {}

  std::uint32_t bits_ = 0;
};

inline constexpr Color Color::Black = FromRgb(0x00, 0x00, 0x00);
inline constexpr Color Color::Blue = FromRgb(0x00, 0x00, 0xFF);
inline constexpr Color Color::Brown = FromRgb(0xA5, 0x2A, 0x2A);
inline constexpr Color Color::Cyan = FromRgb(0x00, 0xFF, 0xFF);
inline constexpr Color Color::DarkBlue = FromRgb(0x00, 0x00, 0x8B);
inline constexpr Color Color::DarkGreen = FromRgb(0x00, 0x64, 0x00);
inline constexpr Color Color::DarkRed = FromRgb(0x8B, 0x00, 0x00);
inline constexpr Color Color::Gold = FromRgb(0xFF, 0xD7, 0x00);
inline constexpr Color Color::Gray = FromRgb(0x80, 0x80, 0x80);
inline constexpr Color Color::Green = FromRgb(0x00, 0x80, 0x00);
inline constexpr Color Color::LightBlue = FromRgb(0xAD, 0xD8, 0xE6);
inline constexpr Color Color::LightGray = FromRgb(0xD3, 0xD3, 0xD3);
inline constexpr Color Color::LightGreen = FromRgb(0x90, 0xEE, 0x90);
inline constexpr Color Color::Magenta = FromRgb(0xFF, 0x00, 0xFF);
inline constexpr Color Color::Orange = FromRgb(0xFF, 0xA5, 0x00);
inline constexpr Color Color::Pink = FromRgb(0xFF, 0xC0, 0xCB);
inline constexpr Color Color::Purple = FromRgb(0x80, 0x00, 0x80);
inline constexpr Color Color::Red = FromRgb(0xFF, 0x00, 0x00);
inline constexpr Color Color::White = FromRgb(0xFF, 0xFF, 0xFF);
inline constexpr Color Color::Yellow = FromRgb(0xFF, 0xFF, 0x00);

}  // namespace regimen
