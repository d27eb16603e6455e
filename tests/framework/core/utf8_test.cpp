#include "framework/core/utf8.hpp"

#include <gtest/gtest.h>

namespace regimen {
namespace {

// U+FFFD.
const std::string kBad = "\xEF\xBF\xBD";

TEST(Utf8Test, ValidTextStaysAsItIs) {
  for (const std::string text :
       {"", "plain", "\x7F", "\xC2\x80", "gr\xC3\xBC\xC3\x9F", "\xE2\x82\xAC", "\xED\x9F\xBF",
        "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(ValidUtf8(text), text);
  }
  const std::string with_zero("a\0b", 3);
  EXPECT_EQ(ValidUtf8(with_zero), with_zero);
}

TEST(Utf8Test, BytesThatStartNoCharacterAreReplacedOneByOne) {
  EXPECT_EQ(ValidUtf8("a\xFF\xFE"
                      "b"),
            "a" + kBad + kBad + "b");
  EXPECT_EQ(ValidUtf8("\x80\xBF"), kBad + kBad);
  EXPECT_EQ(ValidUtf8("\xC0\xAF"), kBad + kBad);  // overlong /
  EXPECT_EQ(ValidUtf8("\xF8\x88\x80\x80"), kBad + kBad + kBad + kBad);
}

// The examples of the Unicode standard, table 3-8 and its neighbours.
TEST(Utf8Test, TheStartOfACharacterIsReplacedAsOne) {
  EXPECT_EQ(ValidUtf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), kBad + kBad + kBad + kBad + "A");
  EXPECT_EQ(ValidUtf8("\xE0\x80\x80"), kBad + kBad + kBad);  // overlong
  EXPECT_EQ(ValidUtf8("\xED\xA0\x80"), kBad + kBad + kBad);  // surrogate
  EXPECT_EQ(ValidUtf8("\xF4\x91\x92\x93"), kBad + kBad + kBad + kBad);
  EXPECT_EQ(ValidUtf8("Z\xC3"), "Z" + kBad);  // cut off at the end
  EXPECT_EQ(ValidUtf8("\xF0\x9F\x92"), kBad);
}

}  // namespace
}  // namespace regimen
