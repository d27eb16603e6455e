#include "framework/app/lean_config.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "framework/core/error.hpp"

namespace regimen::app {
namespace {

// The shape of LEAN's own Launcher/config.json.
constexpr const char* kLeans = R"({
  // the environment whose values win
  "environment": "backtesting",
  "algorithm-type-name": "BasicTemplateFrameworkAlgorithm",
  "data-folder": "../../../Data/",
  "maximum-chart-series": 30,
  "force-exchange-always-open": false,
  "parameters": { // samples
    "ema-fast": 10,
    "intrinsic-value": "0.5"
  },
  "environments": {
    "backtesting": { "live-mode": false, "result-handler": "BacktestingResultHandler" },
    "live": {
      "live-mode": "true",
      "environments": { "paper": { "live-mode-brokerage": "PaperBrokerage" } }
    },
    "tuned": { "data-folder": "tuned/", "parameters": { "ema-fast": 99 } }
  }
})";

LeanConfig Config(const std::string& text = kLeans) {
  return LeanConfig(ReadConfigSection(text, "config.json"));
}

TEST(LeanConfigTest, ReadsTheRootAsText) {
  const LeanConfig config = Config();
  EXPECT_EQ(config.Get("algorithm-type-name"), "BasicTemplateFrameworkAlgorithm");
  EXPECT_EQ(config.GetCount("maximum-chart-series"), 30U);
  EXPECT_FALSE(config.GetFlag("force-exchange-always-open"));
  EXPECT_EQ(config.Get("algorithm-id"), std::nullopt);
}

TEST(LeanConfigTest, PutsTheCommandLineOverTheRoot) {
  LeanConfig config = Config();
  config.Override("data-folder", "mine");
  EXPECT_EQ(config.Get("data-folder"), "mine");
}

TEST(LeanConfigTest, PutsTheEnvironmentOverBoth) {
  LeanConfig config = Config();
  config.Override("data-folder", "mine");
  config.Override("environment", "tuned");
  EXPECT_EQ(config.Get("data-folder"), "tuned/");
  EXPECT_EQ(config.Get("maximum-chart-series"), "30");
}

TEST(LeanConfigTest, FollowsDotsIntoNestedEnvironments) {
  LeanConfig config = Config();
  config.Override("environment", "live.paper");
  EXPECT_EQ(config.Get("live-mode-brokerage"), "PaperBrokerage");
  EXPECT_EQ(config.Get("live-mode"), std::nullopt);
}

TEST(LeanConfigTest, ReadsParametersAsText) {
  LeanConfig config = Config();
  config.OverrideParameter("ema-slow", "20");
  EXPECT_EQ(config.Parameters(),
            (std::map<std::string, std::string>{
                {"ema-fast", "10"}, {"ema-slow", "20"}, {"intrinsic-value", "0.5"}}));
  config.Override("environment", "tuned");
  EXPECT_EQ(config.Parameters(), (std::map<std::string, std::string>{{"ema-fast", "99"}}));
}

TEST(LeanConfigTest, ReadsParametersFromAStringOfJson) {
  EXPECT_EQ(Config(R"({"parameters": "{\"ema-fast\": 10}"})").Parameters().at("ema-fast"), "10");
  EXPECT_TRUE(Config(R"({"parameters": ""})").Parameters().empty());
}

TEST(LeanConfigTest, WarnsOnceOfEachKeyThatNobodyKnows) {
  const auto warnings =
      Config(R"({"data-fodler": "a", "cash": 1, "environments": {"backtesting": {"cash": 2}}})")
          .Warnings();
  ASSERT_EQ(warnings.size(), 2U);
  EXPECT_NE(warnings[0].find("key cash "), std::string::npos) << warnings[0];
  EXPECT_NE(warnings[1].find("Did you mean data-folder?"), std::string::npos) << warnings[1];
}

TEST(LeanConfigTest, SaysNothingOfLeansOwnKeys) { EXPECT_TRUE(Config().Warnings().empty()); }

TEST(LeanConfigTest, WarnsOfAnEnvironmentThatIsNotThere) {
  LeanConfig config = Config();
  config.Override("environment", "nowhere");
  ASSERT_EQ(config.Warnings().size(), 1U);
  EXPECT_NE(config.Warnings()[0].find("nowhere"), std::string::npos);
  EXPECT_EQ(config.Get("data-folder"), "../../../Data/");
}

TEST(LeanConfigTest, NamesTheKeyOfAValueOfTheWrongType) {
  const LeanConfig config = Config(R"({"maximum-chart-series": "many", "live-mode": "perhaps"})");
  try {
    config.GetCount("maximum-chart-series");
    ADD_FAILURE() << "accepted";
  } catch (const ConfigError& error) {
    EXPECT_EQ(error.Key(), "maximum-chart-series");
  }
  EXPECT_THROW(config.GetFlag("live-mode"), ConfigError);
}

TEST(LeanConfigTest, NamesFileAndLineOfWhatIsNoJson) {
  try {
    Config("{\n\"a\": 1\n\"b\": 2}");
    ADD_FAILURE() << "accepted";
  } catch (const DataError& error) {
    EXPECT_EQ(error.File(), "config.json");
    EXPECT_EQ(error.Line(), 3U);
  }
  EXPECT_THROW(Config("[1]"), DataError);
  EXPECT_THROW(Config(R"({"parameters": 5})"), DataError);
  EXPECT_THROW(Config(R"({"environments": {"x": 5}})"), DataError);
  EXPECT_THROW(Config(R"({"environments": 5})"), DataError);
  EXPECT_THROW(Config(R"({"algorithm-type-name": ["X"]})"), DataError);
  EXPECT_THROW(Config(R"({"environments": {"x": {"data-folder": {}}}})"), DataError);
}

TEST(LeanConfigTest, NamesAFileThatCannotBeOpened) {
  EXPECT_THROW(LeanConfig::Read("no/such/config.json"), DataError);
  EXPECT_THROW(LeanConfig::Read(std::filesystem::temp_directory_path()), DataError);
}

}  // namespace
}  // namespace regimen::app
