// Runs a strategy through the whole engine, into a folder of its own.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "framework/engine/backtest.hpp"
#include "framework/plugin/algorithm_registry.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::tests {

// On data/bundled unless `Config().data_folders` says otherwise.
class StrategyRun {
 public:
  StrategyRun() {
    config_.algorithm_type_name = config_.algorithm_id = "Strategy";
    config_.data_folders = {SourceDir() / "data" / "bundled"};
    config_.results_folder = folder_.Path() / "results";
    std::filesystem::create_directories(config_.results_folder);
    config_.object_store_root = folder_.Path() / "storage";
    config_.today = DateTime(2024, 12, 31);
    config_.threads = 1;
    config_.on_message = [this](MessageKind, std::string_view text) {
      messages_.append(text).append("\n");
    };
  }

  EngineConfig& Config() { return config_; }

  // `arguments` go to the constructor of the strategy.
  template <class Strategy, class... Arguments>
  BacktestOutcome Run(Arguments&... arguments) {
    AlgorithmRegistry registry;
    registry.AddFactory("Strategy", [&] { return std::make_unique<Strategy>(arguments...); });
    const std::atomic<bool> cancel = false;
    return RunBacktest(config_, registry, cancel);
  }

  // All lines for the console so far.
  const std::string& Messages() const { return messages_; }

  // The bytes of a result file: "order-events.json"; and of the complete result.
  std::string Result(const std::string& file) const { return Content("Strategy-" + file); }
  std::string WholeResult() const { return Content("Strategy.json"); }

 private:
  std::string Content(const std::string& file) const {
    std::ifstream stream(config_.results_folder / file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  }

  TempFolder folder_;
  EngineConfig config_;
  std::string messages_;
};

// The text of a statistic, or "(none)".
inline std::string StatisticOf(const BacktestOutcome& outcome, std::string_view name) {
  for (const auto& [key, text] : outcome.statistics) {
    if (key == name) return text;
  }
  return "(none)";
}

}  // namespace regimen::tests
