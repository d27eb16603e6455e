#include "data/lean/digits.hpp"

#include <cctype>
#include <string>

#include <gtest/gtest.h>

namespace regimen::lean {
namespace {

std::uint64_t Load(const std::string& text) {
  return LoadBytes(text.data(), text.data() + text.size());
}

TEST(DigitsTest, CountsTheDigitsInFront) {
  EXPECT_EQ(CountDigits(Load("")), 0U);
  EXPECT_EQ(CountDigits(Load("7")), 1U);
  EXPECT_EQ(CountDigits(Load("34200000")), 8U);
  EXPECT_EQ(CountDigits(Load("1674300,")), 7U);
  EXPECT_EQ(CountDigits(Load("12:45678")), 2U);
  EXPECT_EQ(CountDigits(Load("12\xff"
                             "45678")),
            2U);
}

TEST(DigitsTest, KnowsEveryByteThatIsNoDigit) {
  for (int c = 0; c < 256; ++c) {
    for (std::size_t place = 0; place < 8; ++place) {
      std::string text = "90909090";
      text[place] = static_cast<char>(c);
      const bool is_digit = std::isdigit(c) != 0;
      EXPECT_EQ(CountDigits(Load(text)), is_digit ? 8U : place) << c << " at " << place;
    }
  }
}

TEST(DigitsTest, ValuesAreThoseOfTheLibrary) {
  for (unsigned long value = 0; value < 100'000'000; value = value * 3 + 1) {
    const std::string text = std::to_string(value) + ",x";
    const std::uint64_t bytes = Load(text);
    EXPECT_EQ(DigitsValue(bytes, CountDigits(bytes)), value);
  }
  EXPECT_EQ(DigitsValue(Load("00000000"), 8), 0U);
  EXPECT_EQ(DigitsValue(Load("99999999"), 8), 99'999'999U);
}

TEST(DigitsTest, NeverReadsBehindTheEnd) {
  const std::string text = "123456789";
  EXPECT_EQ(LoadBytes(text.data() + 8, text.data() + 9), std::uint64_t{'9'});
  EXPECT_EQ(LoadBytes(text.data() + 9, text.data() + 9), 0U);
}

}  // namespace
}  // namespace regimen::lean
