#include "framework/app/backtest_arguments.hpp"

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen::app {
namespace {

using Words = std::vector<std::string>;
using Pair = std::pair<std::string, std::string>;

BacktestArguments Parse(const Words& words) { return ParseBacktestArguments(words); }

std::string ErrorOf(const Words& words) {
  try {
    Parse(words);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(BacktestArgumentsTest, NeedsNone) {
  const BacktestArguments arguments = Parse({});
  EXPECT_TRUE(arguments.settings.empty());
  EXPECT_FALSE(arguments.start || arguments.end || arguments.cash || arguments.config_file);
  EXPECT_FALSE(arguments.strict_data || arguments.profile || arguments.quiet || arguments.json);
  EXPECT_TRUE(Parse({"--profile"}).profile);
}

TEST(BacktestArgumentsTest, HandsLeansFlagsOnUnderLeansKeys) {
  const BacktestArguments arguments =
      Parse({"--data-folder", "d", "--algorithm-type-name", "X", "--results-destination-folder=r"});
  EXPECT_EQ(arguments.settings, (std::vector<Pair>{{"algorithm-type-name", "X"},
                                                   {"data-folder", "d"},
                                                   {"results-destination-folder", "r"}}));
}

TEST(BacktestArgumentsTest, SplitsParametersAtTheFirstColon) {
  EXPECT_EQ(Parse({"--parameters", "fast:10,at:09:30,none:"}).parameters,
            (std::vector<Pair>{{"fast", "10"}, {"at", "09:30"}, {"none", ""}}));
}

TEST(BacktestArgumentsTest, ReadsBothFormsOfADate) {
  const BacktestArguments arguments = Parse({"--start", "20131007", "--end", "2013-10-11"});
  EXPECT_EQ(arguments.start, DateTime(2013, 10, 7));
  EXPECT_EQ(arguments.end, DateTime(2013, 10, 11));
}

TEST(BacktestArgumentsTest, NamesADateThatIsNone) {
  for (const char* date : {"2013-02-30", "20131301", "2013-1-01", "7.10.2013", "", "20131007x",
                           "00010101", "9999-12-31", "18991231"}) {
    const std::string message = ErrorOf({std::string("--start=") + date});
    EXPECT_NE(message.find("--start"), std::string::npos) << date << ": " << message;
  }
}

TEST(BacktestArgumentsTest, RefusesAStartAfterTheEnd) {
  const std::string message = ErrorOf({"--start", "20131012", "--end", "20131011"});
  EXPECT_NE(message.find("20131012 is after --end 20131011"), std::string::npos) << message;
  EXPECT_EQ(ErrorOf({"--start", "20131011", "--end", "20131011"}), "accepted");
}

TEST(BacktestArgumentsTest, RefusesNegativeCashAndCashThatIsNoNumber) {
  EXPECT_EQ(Parse({"--cash", "2500.50"}).cash, Decimal::Parse("2500.50"));
  EXPECT_NE(ErrorOf({"--cash", "-1"}).find("from 0 to 1000000000000000000"), std::string::npos);
  EXPECT_EQ(ErrorOf({"--cash", "1000000000000000000"}), "accepted");
  for (const char* huge : {"1000000000000000001", "79228162514264337593543950335", "1e30"}) {
    EXPECT_NE(ErrorOf({"--cash", huge}).find(std::string("--cash is ") + huge + "; it must be"),
              std::string::npos);
  }
  EXPECT_NE(ErrorOf({"--cash", "1k"}).find("--cash is 1k"), std::string::npos);
}

TEST(BacktestArgumentsTest, ReadsCsvInputs) {
  const BacktestArguments arguments = Parse({"--csv", "SPY=a/b=c.csv", "--csv", "QQQ=q.csv"});
  ASSERT_EQ(arguments.csv_inputs.size(), 2U);
  EXPECT_EQ(arguments.csv_inputs[0].symbol, "SPY");
  EXPECT_EQ(arguments.csv_inputs[0].file, "a/b=c.csv");
}

TEST(BacktestArgumentsTest, RefusesACsvWithoutSymbolOrFileOrTwice) {
  EXPECT_NE(ErrorOf({"--csv", "a.csv"}).find("--csv is a.csv"), std::string::npos);
  EXPECT_NE(ErrorOf({"--csv", "=a.csv"}), "accepted");
  EXPECT_NE(ErrorOf({"--csv", "SPY="}), "accepted");
  EXPECT_NE(ErrorOf({"--csv", "SPY=a", "--csv", "SPY=b"}).find("SPY twice"), std::string::npos);
  for (const char* symbol : {"S P", "A,B", "A|B", "\xFF", "\xC3\xBC", "A\tB", "\"A\""}) {
    EXPECT_NE(ErrorOf({"--csv", std::string(symbol) + "=a"}).find("it must be a symbol of letters"),
              std::string::npos)
        << symbol;
  }
  EXPECT_EQ(ErrorOf({"--csv", "BRK.B=a", "--csv", "^GSPC=b"}), "accepted");
  EXPECT_NE(ErrorOf({"--csv", "SPY=a.csv", "--csv", "spy=b.csv"}).find("a.csv and b.csv"),
            std::string::npos);
}

TEST(BacktestArgumentsTest, RefusesThreadsOutOfRange) {
  EXPECT_EQ(Parse({"--threads", "2"}).threads, 2U);
  for (const char* count : {"0", "-1", "257", "two", "1.5"}) {
    EXPECT_NE(ErrorOf({"--threads", count}).find("from 1 to 256"), std::string::npos) << count;
  }
}

TEST(BacktestArgumentsTest, RefusesParametersWithoutNames) {
  for (const char* value : {"fast", ":1", "fast:1,", ""}) {
    EXPECT_NE(ErrorOf({"--parameters", value}).find("--parameters"), std::string::npos) << value;
  }
}

TEST(BacktestArgumentsTest, RefusesAnEmptySetting) {
  EXPECT_NE(ErrorOf({"--data-folder", ""}).find("--data-folder is empty"), std::string::npos);
}

}  // namespace
}  // namespace regimen::app
