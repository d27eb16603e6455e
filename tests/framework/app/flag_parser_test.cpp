#include "framework/app/flag_parser.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen::app {
namespace {

using Words = std::vector<std::string>;

const std::vector<FlagSpec>& Specs() {
  static const std::vector<FlagSpec> kSpecs = {
      {"cash", "AMOUNT", "money"},
      {"csv", "SYMBOL=FILE", "bars", true},
      {"quiet", "", "less output"},
  };
  return kSpecs;
}

Flags Parse(const Words& words) { return ParseFlags("backtest", Specs(), words); }

std::string ErrorOf(const Words& words) {
  try {
    Parse(words);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(FlagParserTest, ReadsValuesInBothForms) {
  const Flags flags = Parse({"--cash", "100", "--quiet"});
  EXPECT_EQ(flags.Get("cash"), "100");
  EXPECT_TRUE(flags.Has("quiet"));
  EXPECT_EQ(Parse({"--cash=100"}).Get("cash"), "100");
  EXPECT_EQ(Parse({}).Get("cash"), std::nullopt);
}

TEST(FlagParserTest, TakesANegativeNumberForAValue) {
  EXPECT_EQ(Parse({"--cash", "-5"}).Get("cash"), "-5");
}

TEST(FlagParserTest, KeepsEqualsSignsInAValue) {
  EXPECT_EQ(Parse({"--csv", "SPY=a.csv", "--csv=QQQ=b=c.csv"}).All("csv"),
            (Words{"SPY=a.csv", "QQQ=b=c.csv"}));
}

TEST(FlagParserTest, NamesAnUnknownFlagAndTheNearest) {
  const std::string message = ErrorOf({"--cahs", "5"});
  EXPECT_NE(message.find("--cahs"), std::string::npos) << message;
  EXPECT_NE(message.find("Did you mean --cash"), std::string::npos) << message;
}

TEST(FlagParserTest, TakesNoAbbreviation) { EXPECT_NE(ErrorOf({"--qui"}), "accepted"); }

TEST(FlagParserTest, NamesAFlagWithoutItsValueOrGivenTwice) {
  EXPECT_NE(ErrorOf({"--cash"}).find("cash"), std::string::npos);
  EXPECT_NE(ErrorOf({"--cash", "1", "--cash", "2"}).find("given twice"), std::string::npos);
  EXPECT_NE(ErrorOf({"--quiet=yes"}), "accepted");
}

TEST(FlagParserTest, NamesAStrayArgument) {
  EXPECT_NE(ErrorOf({"BuyAndHold"}).find("BuyAndHold"), std::string::npos);
}

TEST(FlagParserTest, DescribesEachFlagOnALine) {
  EXPECT_EQ(DescribeFlags(Specs()),
            "  --cash AMOUNT      money\n"
            "  --csv SYMBOL=FILE  bars\n"
            "  --quiet            less output\n");
}

}  // namespace
}  // namespace regimen::app
