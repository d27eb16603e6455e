#include "framework/engine/backtest.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include <boost/asio/thread_pool.hpp>

#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/engine/backtest_run.hpp"
#include "framework/engine/data_sources.hpp"
#include "framework/engine/reading_watch.hpp"
#include "framework/engine/stage_clock.hpp"
#include "framework/plugin/algorithm_registry.hpp"

namespace regimen {

BacktestOutcome RunBacktest(const EngineConfig& config, const AlgorithmRegistry& registry,
                            const std::atomic<bool>& cancel) {
  const std::size_t threads =
      config.threads != 0 ? config.threads : std::max(2U, std::thread::hardware_concurrency()) - 1;
  boost::asio::thread_pool readers(threads);
  std::optional<StageClock> clock;
  std::optional<ReadingWatch> watch;
  if (config.profile) watch.emplace(clock.emplace());
  // The strategy's bars point into the sources: they are made first and go last.
  DataSources sources(config, &readers);
  if (watch) sources.Store().SetWatch(&*watch);
  std::unique_ptr<QCAlgorithm> made = registry.Create(config.algorithm_type_name);
  BacktestRun run(config, sources, *made, clock ? &*clock : nullptr);
  // A strategy's destructor may still log or trade: it goes before the run does.
  const std::unique_ptr<QCAlgorithm> algorithm = std::move(made);
  return run.Run(cancel);
}

}  // namespace regimen
