#include "framework/app/console.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "framework/core/json_value.hpp"

namespace regimen::app {
namespace {

BacktestOutcome Outcome() {
  BacktestOutcome outcome;
  outcome.statistics = {{"Total Orders", "1"}, {"Average Win", "0%"}};
  outcome.data_points = 3943;
  outcome.order_list_hash = "0123";
  return outcome;
}

struct Printed {
  std::string out;
  std::string err;
};

// What a run of one log line, one warning and its end prints.
Printed Print(ConsoleStyle style, const BacktestOutcome& outcome = Outcome()) {
  std::ostringstream out;
  std::ostringstream err;
  Console console(out, err, style);
  EngineConfig config;
  config.algorithm_type_name = "X";
  config.results_folder = "r";
  console.Begin(config);
  console.Message(MessageKind::Log, "bought");
  console.Message(MessageKind::Warning, "no file");
  console.End(config, outcome, ExitCode::Ok);
  return {out.str(), err.str()};
}

bool Contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(ConsoleTest, PrintsStatisticsAsLeanDoes) {
  const Printed printed = Print(ConsoleStyle::Full);
  EXPECT_TRUE(Contains(printed.out, "STATISTICS:: Total Orders 1\nSTATISTICS:: Average Win 0%\n"));
  EXPECT_TRUE(Contains(printed.out, "LOG:: bought\n"));
  EXPECT_EQ(printed.err, "WARNING:: no file\n");
}

TEST(ConsoleTest, QuietLeavesTheStatisticsAndTheWarnings) {
  const Printed printed = Print(ConsoleStyle::Quiet);
  EXPECT_EQ(printed.out, "STATISTICS:: Total Orders 1\nSTATISTICS:: Average Win 0%\n");
  EXPECT_EQ(printed.err, "WARNING:: no file\n");
}

TEST(ConsoleTest, JsonLeavesOneObjectOnStandardOutput) {
  const Printed printed = Print(ConsoleStyle::Json);
  const JsonValue object = ParseJson(printed.out, "out");
  EXPECT_EQ(object.Find("status")->text, "Completed");
  EXPECT_EQ(object.Find("dataPoints")->text, "3943");
  EXPECT_EQ(object.Find("statistics")->Find("Total Orders")->text, "1");
  EXPECT_TRUE(Contains(printed.err, "LOG:: bought\n"));
}

TEST(ConsoleTest, PrintsTheReasonOfAFailureInEveryStyle) {
  BacktestOutcome failed = Outcome();
  failed.status = AlgorithmStatus::RuntimeError;
  failed.error = "broken at 2013-10-07";
  for (const ConsoleStyle style : {ConsoleStyle::Full, ConsoleStyle::Quiet, ConsoleStyle::Json}) {
    EXPECT_TRUE(Contains(Print(style, failed).err, "ERROR:: broken at 2013-10-07\n"));
  }
}

TEST(ConsoleTest, PrintsTheProfileOfARunThatHasOne) {
  BacktestOutcome profiled = Outcome();
  profiled.timings = {{"slices", 0.25}, {"strategy", 0.75}, {"total", 1}};
  const std::string lines =
      "PROFILE:: slices              0.250000 s   25.0 %\n"
      "PROFILE:: strategy            0.750000 s   75.0 %\n"
      "PROFILE:: total               1.000000 s  100.0 %\n";
  EXPECT_TRUE(Contains(Print(ConsoleStyle::Full, profiled).out, lines));
  EXPECT_TRUE(Contains(Print(ConsoleStyle::Quiet, profiled).out, lines));
  const JsonValue object = ParseJson(Print(ConsoleStyle::Json, profiled).out, "out");
  EXPECT_EQ(object.Find("timings")->Find("strategy")->text, "0.75");
  EXPECT_FALSE(Contains(Print(ConsoleStyle::Full).out, "PROFILE"));
}

}  // namespace
}  // namespace regimen::app
