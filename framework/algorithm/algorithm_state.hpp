#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "framework/algorithm/algorithm_parameters.hpp"
#include "framework/algorithm/algorithm_traits.hpp"
#include "framework/algorithm/benchmark.hpp"
#include "framework/algorithm/chart_book.hpp"
#include "framework/algorithm/log_level.hpp"
#include "framework/algorithm/object_store.hpp"
#include "framework/algorithm/security_feeds.hpp"
#include "framework/algorithm/security_service.hpp"
#include "framework/algorithm/subscription_manager.hpp"
#include "framework/algorithm/symbol_or_ticker.hpp"
#include "framework/algorithm/universe_settings.hpp"
#include "framework/core/account_type.hpp"
#include "framework/core/time_keeper.hpp"
#include "framework/indicators/indicator_base.hpp"
#include "framework/indicators/indicator_selector.hpp"
#include "framework/market/slice.hpp"
#include "framework/models/brokerages/brokerage_model.hpp"
#include "framework/orders/order_properties.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/scheduling/date_rules.hpp"
#include "framework/scheduling/schedule_context.hpp"
#include "framework/scheduling/schedule_manager.hpp"
#include "framework/scheduling/time_rules.hpp"
#include "framework/securities/algorithm_settings.hpp"
#include "framework/securities/security_manager.hpp"
#include "framework/securities/subscription_data_config.hpp"
#include "framework/statistics/trade_builder.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/algorithm_trading.hpp"
#include "framework/transactions/security_transaction_manager.hpp"

namespace regimen {

// What stands behind a QCAlgorithm: the collaborators it shows as members and all that its calls
// change.
//
// The engine binds the ports before Initialize and reads the state afterwards; strategies never see
// it. One owner (the QCAlgorithm), one thread.
class AlgorithmState final : public ScheduleContext {
 public:
  // What only the engine can do for a strategy.
  struct Ports {
    MarketHoursDatabase* market_hours = nullptr;
    SymbolPropertiesDatabase* symbol_properties = nullptr;
    // The security that a ticker means; throws ConfigError or ArgumentError.
    std::function<Symbol(const std::string& ticker, const std::string& market, SecurityType)>
        resolve;
    // Letter of the exchange that lists a security; may be empty.
    std::function<std::string(const Symbol&)> primary_exchange;
    // Where Debug, Log and Error go.
    std::function<void(LogLevel, const std::string&)> message;
    // Adds a feed, or drops a symbol, at the next selection.
    std::function<void(const SubscriptionDataConfig&)> add_feed;
    std::function<void(const Symbol&)> remove_symbol;
    // The members of the universes.
    std::function<std::vector<Security*>()> active_securities;
    // Brings the last known prices of a security that was just added.
    std::function<void(Security&)> seed;
  };

  AlgorithmState();
  ~AlgorithmState() override;
  void Bind(Ports ports);

  // ---- Clock
  // ---------------------------------------------------------------------------------------
  DateTime UtcTime() const { return time_keeper.UtcTime(); }
  DateTime Time() const { return local_clock_->LocalTime(); }
  void SetUtcTime(DateTime utc_time) { time_keeper.SetUtcDateTime(utc_time); }
  void SetTimeZone(DateTimeZone zone);
  void SetStartDate(DateTime start);
  void SetEndDate(DateTime end);
  // A run ends the day before `today` at the latest, and there when no end is set.
  void SetToday(DateTime today);
  bool IsWarmingUp() const { return warming_up_; }

  // ---- ScheduleContext
  // -----------------------------------------------------------------------------
  DateTime UtcNow() const override { return UtcTime(); }
  DateTimeZone TimeZone() const override { return local_clock_->TimeZone(); }
  const SecurityExchangeHours& ExchangeHours(const Symbol& symbol) const override;
  Symbol SymbolOf(std::string_view ticker) const override;
  std::vector<const SecurityExchangeHours*> DefaultExchangeHours() const override;

  // ---- Securities
  // ----------------------------------------------------------------------------------
  Security& AddSecurity(const Symbol& symbol, const SecurityFeeds& feeds);
  bool RemoveSecurity(const Symbol& symbol, const std::string& tag);
  // The feeds that a security of this kind has at this resolution.
  std::vector<SubscriptionDataConfig> FeedsOf(const Symbol& symbol,
                                              const SecurityFeeds& feeds) const;
  // Feeds an indicator with the selected value of each bar of the symbol's own resolution. Throws
  // ArgumentError for another resolution and for a symbol that was not added.
  void RegisterIndicator(const Symbol& symbol, IndicatorBase& indicator,
                         std::optional<Resolution> resolution, IndicatorSelector selector);
  // Gives a security the models of the brokerage model, unless the strategy replaced it, and runs
  // the strategy's initializers.
  void InitializeSecurity(Security& security);
  void ReplaceInitializers(std::function<void(Security&)> initializer);
  void AddInitializer(std::function<void(Security&)> initializer);
  // A security left the run: it is no longer enumerated, traded or priced.
  void Retire(Security& security);
  // Hands the additions of this step to the engine.
  void ApplyPendingRequests();
  Symbol Resolve(const SymbolOrTicker& key) const;

  void SetCurrentSlice(const Slice& slice) { current_slice_ = &slice; }
  const Slice& CurrentSlice() const;
  void SendMessage(LogLevel level, const std::string& message);
  void Quit() { quit_ = true; }
  bool QuitRequested() const { return quit_; }
  // An error of the strategy where it cannot be thrown on; the first one counts. The clock's time
  // is put before it.
  void SetRuntimeError(const std::string& error);
  const std::string& RuntimeError() const { return runtime_error_; }
  void SetBrokerageModel(std::shared_ptr<regimen::BrokerageModel> model);
  // A later text of an entry replaces the earlier one.
  void SetSummaryStatistic(const std::string& entry, const std::string& value);
  // Throws InvalidOperationError naming `call` before Initialize (in the strategy's constructor)
  // and once it is over.
  void RequireUnlocked(std::string_view call) const;

  // Declared in the order in which they refer to each other.
  TimeKeeper time_keeper;
  AlgorithmHooks hooks;
  AlgorithmSettings settings;
  regimen::UniverseSettings universe_settings;
  SecurityManager securities;
  SecurityTransactionManager transactions;
  SecurityPortfolioManager portfolio;
  AlgorithmTrading trading;
  ScheduleManager schedule;
  DateRules date_rules;
  TimeRules time_rules;
  ObjectStore object_store;
  OrderProperties default_order_properties;
  SecurityService security_service;
  ChartBook charts;
  SubscriptionManager subscription_manager;
  TradeBuilder trades;
  // Made by the helper methods; they live as long as the strategy.
  std::vector<std::unique_ptr<IndicatorBase>> indicators;
  AlgorithmTraits traits;

  // The algorithm's local dates: midnight of the first day, the last tick of the last one.
  DateTime start_date;
  DateTime end_date;
  // What the command line sets instead of Initialize.
  std::optional<DateTime> start_override;
  std::optional<DateTime> end_override;
  std::optional<Decimal> cash_override;
  bool locked = false;
  std::string name;
  std::string algorithm_id;
  std::vector<std::string> tags;
  AlgorithmParameters parameters;
  // Sorted by name, as result files show them.
  std::map<std::string, std::string> runtime_statistics;
  std::vector<std::pair<std::string, std::string>> summary_statistics;
  BenchmarkChoice benchmark;
  std::shared_ptr<regimen::BrokerageModel> brokerage_model;
  Ports ports;

 private:
  const LocalTimeKeeper* local_clock_;
  std::vector<std::function<void(Security&)>> initializers_;
  // LEAN's SetSecurityInitializer puts the brokerage model out of force.
  bool brokerage_initializes_ = true;
  const Slice* current_slice_ = nullptr;
  // Feeds to add at the end of the time step.
  std::vector<SubscriptionDataConfig> pending_;
  DateTime last_end_ = DateTime::MaxValue;
  bool warming_up_ = false;
  bool quit_ = false;
  std::string runtime_error_;
};

}  // namespace regimen
