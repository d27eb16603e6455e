#include "framework/core/json_value.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

JsonValue Parse(std::string_view text) { return ParseJson(text, "some.json"); }

std::size_t LineOfError(std::string_view text) {
  try {
    Parse(text);
  } catch (const DataError& error) {
    EXPECT_EQ(error.File(), "some.json");
    return error.Line();
  }
  ADD_FAILURE() << "accepted: " << text;
  return 0;
}

TEST(JsonValueTest, KeepsTheDigitsOfANumber) {
  const JsonValue value = Parse(R"({"price": 1.2300, "big": 12345678901234567890123, "e": -1e5})");
  EXPECT_EQ(value.Find("price")->text, "1.2300");
  EXPECT_EQ(value.Find("big")->text, "12345678901234567890123");
  EXPECT_EQ(value.Find("e")->text, "-1e5");
  EXPECT_EQ(value.Find("e")->kind, JsonValue::Kind::Number);
}

TEST(JsonValueTest, KeepsTheOrderOfMembersAndItems) {
  const JsonValue value = Parse(R"({"b": [3, 1, [2]], "a": {"x": null, "y": true}})");
  ASSERT_EQ(value.children.size(), 2U);
  EXPECT_EQ(value.children[0].name, "b");
  EXPECT_EQ(value.children[0].children[2].children[0].text, "2");
  EXPECT_EQ(value.children[1].children[1].text, "true");
  EXPECT_TRUE(value.Find("a")->Find("x")->IsNull());
}

TEST(JsonValueTest, AllowsCommentsLastCommasAndAByteOrderMark) {
  const JsonValue value =
      Parse("\xEF\xBB\xBF// first\n{ /* a key */ \"a\": \"1\", // end\n \"b\": [1,], }\n");
  EXPECT_EQ(value.Find("a")->text, "1");
  EXPECT_EQ(value.Find("b")->children.size(), 1U);
  EXPECT_EQ(value.Find("b")->line, 3U);
}

TEST(JsonValueTest, UnescapesStrings) {
  EXPECT_EQ(Parse(R"(["a\n\"é\""])").children[0].text, "a\n\"\u00e9\"");
}

TEST(JsonValueTest, TakesTheLastOfTwoMembersWithOneName) {
  EXPECT_EQ(Parse(R"({"a": 1, "a": 2})").Find("a")->text, "2");
}

TEST(JsonValueTest, FindsNothingOutsideObjects) {
  EXPECT_EQ(Parse("[1]").Find(""), nullptr);
  EXPECT_EQ(Parse(R"({"a": 1})").Find("b"), nullptr);
}

TEST(JsonValueTest, NamesTheLineOfAnError) {
  EXPECT_EQ(LineOfError("{\n\"a\": 1,\n\"b\" 2\n}"), 3U);
  EXPECT_EQ(LineOfError("{\n\"a\": [1, 2\n"), 3U);
  EXPECT_EQ(LineOfError(""), 1U);
  EXPECT_EQ(LineOfError("{} {}"), 1U);
  EXPECT_EQ(LineOfError("{'a': 1}"), 1U);
}

TEST(JsonValueTest, RefusesNestingWithoutEnd) {
  EXPECT_EQ(LineOfError(std::string(100000, '[')), 1U);
  EXPECT_NO_THROW(Parse(std::string(60, '[') + std::string(60, ']')));
}

}  // namespace
}  // namespace regimen
