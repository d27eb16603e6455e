#include "framework/app/engine_config_builder.hpp"

#include <gtest/gtest.h>

#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/core/error.hpp"
#include "tests/support/exam.hpp"

namespace regimen::app {
namespace {

using Words = std::vector<std::string>;

class Idle : public QCAlgorithm {
  void Initialize() override {}
};

EngineConfig Build(const Words& words, const std::string& config_text = "{}") {
  AlgorithmRegistry registry;
  registry.Add<Idle>("Idle");
  registry.Add<Idle>("Other");
  const BacktestArguments arguments = ParseBacktestArguments(words);
  LeanConfig config(ReadConfigSection(config_text, "config.json"));
  for (const auto& [key, value] : arguments.settings) {
    config.Override(key, value);
  }
  const BacktestDefaults defaults{"Idle", {tests::SourceDir() / "tests"}};
  return BuildEngineConfig(arguments, config, defaults, registry);
}

TEST(EngineConfigBuilderTest, FillsInTheDefaults) {
  const EngineConfig config = Build({});
  EXPECT_EQ(config.algorithm_type_name, "Idle");
  EXPECT_EQ(config.algorithm_id, "Idle");
  EXPECT_EQ(config.data_folders, std::vector{tests::SourceDir() / "tests"});
  EXPECT_EQ(config.maximum_chart_series, 30U);
  EXPECT_EQ(config.maximum_data_points_per_chart_series, 1'000'000U);
  EXPECT_FALSE(config.force_exchange_always_open);
}

TEST(EngineConfigBuilderTest, NamesTheResultsAfterTheStrategyUnlessConfigured) {
  EXPECT_EQ(Build({"--algorithm-type-name", "A.B.Other"}).algorithm_id, "Other");
  EXPECT_EQ(Build({}, R"({"algorithm-id": "run-7"})").algorithm_id, "run-7");
  EXPECT_THROW(Build({"--algorithm-id", "a/b"}), UsageError);
  EXPECT_THROW(Build({"--algorithm-id", std::string(201, 'x')}), UsageError);
}

TEST(EngineConfigBuilderTest, TakesSettingsFromTheFile) {
  const EngineConfig config = Build({}, R"({"algorithm-type-name": "Other",
      "maximum-chart-series": 2, "force-exchange-always-open": "True", "parameters": {"a": 1}})");
  EXPECT_EQ(config.algorithm_type_name, "Other");
  EXPECT_EQ(config.maximum_chart_series, 2U);
  EXPECT_TRUE(config.force_exchange_always_open);
  EXPECT_EQ(config.parameters.at("a"), "1");
}

TEST(EngineConfigBuilderTest, NamesAnUnknownStrategy) {
  EXPECT_THROW(Build({"--algorithm-type-name", "Idel"}), UsageError);
}

TEST(EngineConfigBuilderTest, NamesAMissingDataFolder) {
  try {
    Build({"--data-folder", "no/such/folder"});
    ADD_FAILURE() << "accepted";
  } catch (const ConfigError& error) {
    EXPECT_EQ(error.Key(), "data-folder");
    EXPECT_NE(std::string(error.what()).find("no/such/folder"), std::string::npos);
  }
}

TEST(EngineConfigBuilderTest, NamesAMissingCsvFile) {
  EXPECT_THROW(Build({"--csv", "SPY=no/such/file.csv"}), DataError);
}

TEST(EngineConfigBuilderTest, NamesALibraryThatIsNone) {
  EXPECT_THROW(Build({"--algorithm-location", "QuantConnect.Algorithm.CSharp.dll"}), PluginError);
}

TEST(EngineConfigBuilderTest, RefusesLiveTrading) {
  EXPECT_THROW(Build({}, R"({"live-mode": true})"), ConfigError);
}

}  // namespace
}  // namespace regimen::app
