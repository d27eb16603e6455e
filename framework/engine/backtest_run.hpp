#pragma once

#include <atomic>
#include <exception>
#include <memory>
#include <string>

#include "framework/algorithm/algorithm_state.hpp"
#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/engine/backtest_outcome.hpp"
#include "framework/engine/data_sources.hpp"
#include "framework/engine/end_of_day_events.hpp"
#include "framework/engine/engine_config.hpp"
#include "framework/engine/event_loop.hpp"
#include "framework/engine/result_recorder.hpp"
#include "framework/engine/run_log.hpp"
#include "framework/engine/stage_clock.hpp"
#include "framework/feed/feed_collection.hpp"
#include "framework/feed/feed_factory.hpp"
#include "framework/feed/synchronizer.hpp"
#include "framework/feed/universe_selection.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/scheduling/scheduled_event_runner.hpp"
#include "framework/statistics/trade_builder.hpp"
#include "framework/transactions/order_event_sink.hpp"
#include "framework/transactions/transaction_handler.hpp"

namespace regimen {

struct BacktestResult;

// One backtest from Initialize to the result files (LEAN's Engine.Run): puts the parts together,
// sets the strategy up, runs the loop, computes the statistics and writes them.
//
// Borrows configuration, data, strategy and clock; all outlive it. One thread.
class BacktestRun final : public OrderEventSink {
 public:
  // `clock`: null unless the run is profiled.
  BacktestRun(const EngineConfig& config, DataSources& sources, QCAlgorithm& algorithm,
              StageClock* clock = nullptr);

  // Throws NoDataError when there was no row for the whole period. The results are written in every
  // other case, also when the strategy failed or `cancel` was set.
  BacktestOutcome Run(const std::atomic<bool>& cancel);

  // OrderEventSink
  void OnFill(const OrderEvent& fill, const FillContext& context) override;
  void OnOrderEvent(const OrderEvent& event) override;
  void BeginRequest() override;
  void EndRequest() override;

 private:
  void BindState();
  // Returns false when the strategy threw; the error is kept.
  bool SetUp();
  void CheckDates() const;
  void AddBenchmark();
  void AddBenchmarkFeed(const Symbol& symbol);
  void StartResults();
  AlgorithmStatus RunLoop(const std::atomic<bool>& cancel);
  BacktestOutcome WriteUp(AlgorithmStatus status);
  void WriteFiles(BacktestResult& result);
  // The same; numbers beyond a decimal are named for what they are.
  BacktestOutcome WriteUpInRange(AlgorithmStatus status);
  void EnterStage(RunStage stage) {
    if (clock_ != nullptr) clock_->Enter(stage);
  }

  AnySubscription MakeFeed(Security& security, const SubscriptionDataConfig& config,
                           DateTime start_utc, TimeSpan fill_forward_interval) const;
  FeedFactory::Window WindowFrom(DateTime start_utc, TimeSpan fill_forward_interval) const;
  // The last known prices of a security, read up to now.
  void Seed(Security& security);
  DateTime EndUtc() const;

  const EngineConfig* config_;
  DataSources* sources_;
  QCAlgorithm* algorithm_;
  StageClock* clock_;
  // The stages that requests came up in, the innermost last.
  std::vector<RunStage> stages_of_requests_;
  AlgorithmState* state_;
  RunLog log_;
  FeedFactory factory_;
  FeedCollection feeds_;
  UniverseSelection universes_;
  ScheduledEventRunner schedule_;
  EndOfDayEvents end_of_day_;
  TransactionHandler transactions_;
  std::unique_ptr<Synchronizer> synchronizer_;
  std::unique_ptr<ResultRecorder> results_;
  std::function<Decimal(DateTime)> benchmark_;
  std::vector<std::string> order_events_;
  std::string runtime_error_;
  // What reading data threw on the way; rethrown when the results so far are written.
  std::exception_ptr unreadable_;
  int order_event_depth_ = 0;
  std::int64_t data_points_ = 0;
  std::int64_t price_points_ = 0;
};

}  // namespace regimen
