#include "framework/engine/backtest_run.hpp"

#include <exception>
#include <utility>
#include <variant>

#include "framework/core/error.hpp"
#include "framework/core/rounding.hpp"
#include "framework/engine/missing_data.hpp"
#include "framework/engine/process_usage.hpp"
#include "framework/engine/result_builder.hpp"
#include "framework/orders/order_event_json.hpp"
#include "framework/results/result_writer.hpp"
#include "framework/securities/settlement_model.hpp"

namespace regimen {

namespace {

// How far back the last known prices are looked for.
constexpr TimeSpan kSeedLookback = TimeSpan::FromDays(10);

// How often OnOrderEvent may be inside itself, by orders that it places; each level takes some
// kilobytes of the stack.
constexpr int kDeepestOrderEvent = 200;

// Midnight of the last trading day before `utc`, in UTC: benchmark prices are known from the start.
DateTime PreviousTradingDay(DateTime utc, const SecurityExchangeHours& hours) {
  const DateTime date = ConvertFromUtc(utc, hours.TimeZone()).Date();
  return ConvertToUtc(hours.GetPreviousTradingDay(date), hours.TimeZone());
}

void Store(Security& security, const Tick& tick) { security.Cache.Store({&tick, 1}); }
template <class BarType>
void Store(Security& security, const BarType& bar) {
  security.Cache.Store(bar);
}

template <class BarType>
void StoreUpTo(DateTime utc, Subscription<BarType>& feed, Security& security) {
  while (feed.EmitTimeUtc() <= utc) {
    if (!feed.IsEvent()) Store(security, feed.CurrentBar());
    feed.MoveNext();
  }
}

}  // namespace

BacktestRun::BacktestRun(const EngineConfig& config, DataSources& sources, QCAlgorithm& algorithm,
                         StageClock* clock)
    : config_(&config),
      sources_(&sources),
      algorithm_(&algorithm),
      clock_(clock),
      state_(&algorithm.EngineState()),
      log_([this] { return state_->Time(); }, config.on_message),
      factory_({&sources.MapFiles(),
                &sources.FactorFiles(),
                &sources.Store(),
                {sources.OwnTickers().begin(), sources.OwnTickers().end()},
                &sources.Adjustments()}),
      universes_(
          state_->securities, feeds_,
          {[this](Security& security, const SubscriptionDataConfig& feed, DateTime start,
                  TimeSpan interval) { return MakeFeed(security, feed, start, interval); },
           [this](const Security& security, const SubscriptionDataConfig& feed, DateTime start) {
             factory_.Announce(security, feed, WindowFrom(start, TimeSpan()));
           },
           [this](const Security& security) {
             return !security.Invested() &&
                    state_->transactions.GetOpenOrders(security.GetSymbol()).empty() &&
                    security.SettlementModel().GetUnsettledCash().Amount().IsZero();
           },
           [this] { sources_->Store().ReadPrefetched(); }}),
      schedule_(*state_, [this](DateTime utc) { state_->SetUtcTime(utc); }),
      end_of_day_(algorithm, *state_),
      transactions_(
          {state_->transactions, state_->portfolio, state_->settings, state_->hooks, *this}) {
  BindState();
}

void BacktestRun::BindState() {
  state_->algorithm_id = config_->algorithm_id;
  state_->name = "local";
  state_->parameters.Give(config_->parameters);
  state_->start_override = config_->start;
  state_->end_override = config_->end;
  state_->cash_override = config_->cash;
  state_->SetToday(config_->today);
  state_->object_store.SetRoot(config_->object_store_root);
  state_->Bind(
      {.market_hours = &sources_->MarketHours(),
       .symbol_properties = &sources_->SymbolProperties(),
       .resolve = [this](const std::string& ticker, const std::string& market,
                         SecurityType type) { return sources_->Resolve(ticker, market, type); },
       .primary_exchange =
           [this](const Symbol& symbol) { return sources_->PrimaryExchange(symbol); },
       .message = [this](LogLevel level, const std::string& message) { log_.Add(level, message); },
       .add_feed =
           [this](const SubscriptionDataConfig& feed) {
             // Before the run starts, securities are there from its first instant on.
             const TimeSpan later = state_->locked ? TimeSpan::FromTicks(1) : TimeSpan();
             universes_.AddFeed(feed, state_->UtcTime() + later);
           },
       .remove_symbol =
           [this](const Symbol& symbol) { universes_.RemoveSymbol(symbol, state_->UtcTime()); },
       .active_securities = [this] { return universes_.Members(); },
       .seed = [this](Security& security) { Seed(security); }});
  state_->transactions.SetTransactionHandler(transactions_);
}

DateTime BacktestRun::EndUtc() const { return ConvertToUtc(state_->end_date, state_->TimeZone()); }

FeedFactory::Window BacktestRun::WindowFrom(DateTime start_utc,
                                            TimeSpan fill_forward_interval) const {
  return {start_utc, EndUtc(), fill_forward_interval, state_->settings.DailyPreciseEndTime()};
}

AnySubscription BacktestRun::MakeFeed(Security& security, const SubscriptionDataConfig& config,
                                      DateTime start_utc, TimeSpan fill_forward_interval) const {
  SubscriptionDataConfig feed = config;
  // The strategy may have changed the mode since it added the security.
  if (!feed.is_internal) feed.normalization = security.NormalizationMode();
  return factory_.Make(security, feed, WindowFrom(start_utc, fill_forward_interval));
}

void BacktestRun::Seed(Security& security) {
  const DateTime now = state_->UtcTime();
  for (SubscriptionDataConfig config : security.Subscriptions()) {
    config.fill_forward = false;
    FeedFactory::Window window = WindowFrom(now - kSeedLookback, config.Increment());
    window.end_utc = now;
    const AnySubscription feed = factory_.Make(security, config, window);
    std::visit([&](const auto& bars) { StoreUpTo(now, *bars, security); }, feed);
  }
}

// ---- Set-up

bool BacktestRun::SetUp() {
  try {
    if (config_->start) algorithm_->SetStartDate(*config_->start);
    if (config_->end) algorithm_->SetEndDate(*config_->end);
    if (config_->cash) algorithm_->SetCash(*config_->cash);
    algorithm_->Initialize();
    CheckDates();
    transactions_.SetBrokerageModel(state_->brokerage_model);
    AddBenchmark();
    algorithm_->PostInitialize();
    state_->ApplyPendingRequests();
    state_->locked = true;
    state_->schedule.SetEventSchedule(schedule_);
    end_of_day_.ScheduleAlgorithmHandler();
    schedule_.Start();
    return true;
  } catch (const DataError& error) {
    unreadable_ = std::current_exception();
    runtime_error_ = std::string("in Initialize: ") + error.what();
  } catch (...) {
    runtime_error_ = "in Initialize: " + TextOfCurrentException();
  }
  return false;
}

void BacktestRun::CheckDates() const {
  if (state_->start_date <= state_->end_date) return;
  const bool until_yesterday = state_->end_date.Date() == config_->today.Date().AddDays(-1);
  const char* end_set_by = config_->end ? "--end" : "the strategy's SetEndDate";
  if (until_yesterday) end_set_by = "the last day that is over, yesterday";
  throw ConfigError(config_->start ? "--start" : "StartDate",
                    "the run starts on " + state_->start_date.ToString("yyyy-MM-dd") + " (" +
                        (config_->start ? "--start" : "the strategy's SetStartDate") +
                        ") and ends on " + state_->end_date.ToString("yyyy-MM-dd") + " (" +
                        end_set_by +
                        "); the start must not be after the end. Change one with --start or --end");
}

void BacktestRun::AddBenchmark() {
  if (const auto* function = std::get_if<std::function<Decimal(DateTime)>>(&state_->benchmark)) {
    benchmark_ = *function;
    return;
  }
  if (const auto* symbol = std::get_if<Symbol>(&state_->benchmark)) {
    AddBenchmarkFeed(*symbol);
    return;
  }
  if (!sources_->OwnTickers().empty()) {
    const std::string& ticker = sources_->OwnTickers().front();
    log_.Warn("no benchmark is set: the run is compared with " + ticker + " of the CSV file");
    AddBenchmarkFeed(state_->SymbolOf(ticker));
    return;
  }
  const std::string ticker = state_->brokerage_model->BenchmarkTicker();
  if (ticker.empty()) {
    benchmark_ = [](DateTime) { return Decimal(); };
  } else {
    AddBenchmarkFeed(sources_->Resolve(ticker, "usa", SecurityType::Equity));
  }
}

// The benchmark is a security of its own that the strategy does not see, fed with hour bars.
void BacktestRun::AddBenchmarkFeed(const Symbol& symbol) {
  Security& security = state_->security_service.Create(symbol);
  const DataSources::OwnFile* own = sources_->FindOwn(symbol.Value());
  SubscriptionDataConfig config =
      state_
          ->FeedsOf(symbol, {.resolution = own != nullptr ? own->resolution : Resolution::Hour,
                             .fill_forward = false})
          .front();
  config.is_internal = true;
  security.AddSubscription(config);
  universes_.AddInternalFeed(security, config,
                             PreviousTradingDay(state_->UtcTime(), security.Exchange.Hours()));
  benchmark_ = [&security](DateTime) {
    return security.Price() * security.QuoteCurrency().ConversionRate();
  };
}

void BacktestRun::StartResults() {
  results_ = std::make_unique<ResultRecorder>(
      *state_, ResultRecorder::Options{.limits = {config_->maximum_chart_series,
                                                  config_->maximum_data_points_per_chart_series},
                                       .benchmark = benchmark_});
  state_->schedule.On("Daily Sampling", state_->date_rules.EveryDay(),
                      state_->time_rules.Midnight(), [this](DateTime utc) {
                        const StageScope scope(clock_, RunStage::Samples);
                        results_->SampleDay(utc);
                      });
}

// ---- Events of orders

void BacktestRun::OnFill(const OrderEvent& fill, const FillContext& context) {
  state_->trades.ProcessFill({.symbol = fill.GetSymbol(),
                              .utc_time = fill.UtcTime(),
                              .order_id = fill.OrderId(),
                              .price = fill.FillPrice(),
                              .quantity = fill.FillQuantity(),
                              .fee = context.fee_in_account_currency,
                              .conversion_rate = context.conversion_rate,
                              .contract_multiplier = context.contract_multiplier,
                              .exercise = {}});
  state_->trades.SetMarketPrice(fill.GetSymbol(), fill.FillPrice());
}

void BacktestRun::OnOrderEvent(const OrderEvent& event) {
  order_events_.push_back(OrderEventToJson(event, config_->algorithm_id));
  const bool is_fill =
      event.Status() == OrderStatus::Filled || event.Status() == OrderStatus::PartiallyFilled;
  if (is_fill) results_->OnFill(event);
  if (order_event_depth_ == kDeepestOrderEvent) {
    state_->SetRuntimeError(
        "in OnOrderEvent: its orders call it again without end; place them under a "
        "condition that a fill or refusal ends");
    return;
  }
  ++order_event_depth_;
  const StageScope scope(clock_, RunStage::Strategy);
  try {
    algorithm_->OnOrderEvent(event);
  } catch (...) {
    state_->SetRuntimeError("in OnOrderEvent: " + TextOfCurrentException());
  }
  --order_event_depth_;
}

void BacktestRun::BeginRequest() {
  if (clock_ != nullptr) stages_of_requests_.push_back(clock_->Enter(RunStage::Orders));
}

void BacktestRun::EndRequest() {
  if (clock_ == nullptr) return;
  clock_->Enter(stages_of_requests_.back());
  stages_of_requests_.pop_back();
}

// ---- The run

AlgorithmStatus BacktestRun::RunLoop(const std::atomic<bool>& cancel) {
  StartResults();
  synchronizer_ = std::make_unique<Synchronizer>(
      feeds_, universes_,
      Synchronizer::Clock{[this] { return state_->UtcTime(); },
                          [this](DateTime utc) { return ConvertFromUtc(utc, state_->TimeZone()); }},
      state_->UtcTime());
  RunParts parts{*algorithm_, *state_,     *synchronizer_, universes_,     transactions_,
                 schedule_,   end_of_day_, *results_,      state_->trades, clock_};
  EventLoop loop(parts, cancel);
  AlgorithmStatus status = AlgorithmStatus::RuntimeError;
  try {
    status = loop.Run();
    runtime_error_ = loop.RuntimeError();
  } catch (...) {
    unreadable_ = std::current_exception();
    runtime_error_ = "at " + state_->Time().ToString("yyyy-MM-dd HH:mm:ss") +
                     " while reading data: " + TextOfCurrentException();
  }
  data_points_ = loop.DataPoints();
  price_points_ = loop.PricePoints();
  return status;
}

BacktestOutcome BacktestRun::Run(const std::atomic<bool>& cancel) {
  log_.Trace("Launching analysis for " + config_->algorithm_id);
  for (const std::string& note : sources_->Notes()) log_.Warn(note);
  AlgorithmStatus status = AlgorithmStatus::RuntimeError;
  EnterStage(RunStage::Initialize);
  if (SetUp()) {
    status = RunLoop(cancel);
    if (status == AlgorithmStatus::Completed) {
      MissingData missing(*state_, *sources_, price_points_);
      if (config_->strict_data) missing.RequireAll();
      // A run that ended itself need not have come to its data.
      if (!state_->QuitRequested()) missing.RequireAny();
      for (const std::string& warning : missing.Warnings()) log_.Warn(warning);
      for (const std::string& warning : state_->parameters.Warnings()) log_.Warn(warning);
    }
  }
  BacktestOutcome outcome = WriteUpInRange(status);
  if (unreadable_ != nullptr) std::rethrow_exception(unreadable_);
  return outcome;
}

BacktestOutcome BacktestRun::WriteUpInRange(AlgorithmStatus status) {
  try {
    return WriteUp(status);
  } catch (const OverflowError& error) {
    throw OverflowError(
        "the results cannot be written: the portfolio is worth too much for their arithmetic (" +
        std::string(error.what()) + "). Start with less cash, or trade less");
  }
}

BacktestOutcome BacktestRun::WriteUp(AlgorithmStatus status) {
  EnterStage(RunStage::Statistics);
  if (!runtime_error_.empty()) log_.Trace("Runtime error " + runtime_error_);
  // LEAN takes a last sample of every run, failed ones included.
  if (results_ != nullptr) results_->Close();
  ResultBuilder builder({.config = *config_,
                         .state = *state_,
                         .recorder = results_.get(),
                         .trades = state_->trades,
                         .rates = sources_->InterestRates(),
                         .order_events = order_events_});
  BacktestResult result = builder.Build(status, runtime_error_, data_points_);
  log_.Trace("Algorithm Id:(" + config_->algorithm_id + ") completed. Processing total of " +
             std::to_string(data_points_) + " data points.");
  result.log = log_.Lines();
  result.state.log_count = static_cast<std::int64_t>(result.log.size());
  if (!config_->results_folder.empty()) WriteFiles(result);
  return builder.Outcome(result, status, runtime_error_);
}

void BacktestRun::WriteFiles(BacktestResult& result) {
  EnterStage(RunStage::ResultFiles);
  WriteResults(result, config_->results_folder);
  if (clock_ == nullptr) return;
  result.profile.timings = clock_->Timings();
  result.profile.sections.emplace_back("process", ProcessUsageJson());
  WriteProfile(result, config_->results_folder);
}

}  // namespace regimen
