// Over the budget of lines: the one class that every strategy derives from.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framework/algorithm/active_securities.hpp"
#include "framework/algorithm/algorithm_traits.hpp"
#include "framework/algorithm/object_store.hpp"
#include "framework/algorithm/security_changes.hpp"
#include "framework/algorithm/security_options.hpp"
#include "framework/algorithm/subscription_manager.hpp"
#include "framework/algorithm/symbol_or_ticker.hpp"
#include "framework/algorithm/universe_settings.hpp"
#include "framework/core/account_type.hpp"
#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/strict_bool.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/indicators/exponential_moving_average.hpp"
#include "framework/indicators/indicator_selector.hpp"
#include "framework/market/slice.hpp"
#include "framework/models/brokerages/brokerage_name.hpp"
#include "framework/orders/leg.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/orders/order_properties.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/orders/order_types.hpp"
#include "framework/orders/submit_order_request.hpp"
#include "framework/portfolio/portfolio_target.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/scheduling/date_rules.hpp"
#include "framework/scheduling/schedule_manager.hpp"
#include "framework/scheduling/time_rules.hpp"
#include "framework/securities/algorithm_settings.hpp"
#include "framework/securities/equity.hpp"
#include "framework/securities/security_manager.hpp"
#include "framework/statistics/chart.hpp"
#include "framework/statistics/trade_builder.hpp"
#include "framework/transactions/security_transaction_manager.hpp"

namespace regimen {

class AlgorithmState;
class BrokerageModel;

// The base of every strategy (LEAN's QCAlgorithm): override Initialize and the handlers you need.
//
// LEAN's names and argument orders hold; what differs from C# stands in README.md. Collaborators
// are members (Portfolio, Securities, Transactions, Schedule, ...). Everything a call returns by
// reference is owned by the engine for the whole run. All handlers run on one thread, in LEAN's
// order (framework/README.md); an exception that leaves a handler ends the run as a runtime error.
class QCAlgorithm {
 public:
  QCAlgorithm();
  virtual ~QCAlgorithm();
  QCAlgorithm(const QCAlgorithm&) = delete;
  QCAlgorithm& operator=(const QCAlgorithm&) = delete;

  // ---- Handlers ----

  // Called once, before the run: dates, cash, securities, schedules.
  virtual void Initialize() = 0;
  // Called after Initialize; an override calls the base first.
  virtual void PostInitialize() {}
  virtual void OnWarmupFinished() {}
  // Called for every slice that has data.
  virtual void OnData(const Slice& /*slice*/) {}
  virtual void OnSplits(const Splits& /*splits*/) {}
  virtual void OnDividends(const Dividends& /*dividends*/) {}
  virtual void OnDelistings(const Delistings& /*delistings*/) {}
  virtual void OnSymbolChangedEvents(const SymbolChangedEvents& /*changes*/) {}
  virtual void OnSecuritiesChanged(const SecurityChanges& /*changes*/) {}
  virtual void OnOrderEvent(const OrderEvent& /*order_event*/) {}
  virtual void OnAssignmentOrderEvent(const OrderEvent& /*assignment_event*/) {}
  // May edit the orders that reduce the positions.
  virtual void OnMarginCall(std::vector<regimen::SubmitOrderRequest>& /*requests*/) {}
  virtual void OnMarginCallWarning() {}
  // Ten minutes before the close of each security's trading day.
  virtual void OnEndOfDay(const Symbol& /*symbol*/) {}
  // At 23:58 of each day on which any exchange was open.
  virtual void OnEndOfDay() {}
  // After everything else of a time step, also in steps without data.
  virtual void OnEndOfTimeStep() {}
  virtual void OnEndOfAlgorithm() {}

  // ---- Time and setup (setters: in Initialize) ----

  // The current time of the run in the algorithm's time zone, and in UTC.
  DateTime Time() const;
  DateTime UtcTime() const;
  DateTimeZone TimeZone() const;
  DateTime StartDate() const;
  // The last tick of the last day.
  DateTime EndDate() const;
  bool IsWarmingUp() const;
  bool GetLocked() const;
  bool LiveMode() const { return false; }
  void SetStartDate(int year, int month, int day) { SetStartDate(DateTime(year, month, day)); }
  void SetStartDate(DateTime start);
  void SetEndDate(int year, int month, int day) { SetEndDate(DateTime(year, month, day)); }
  void SetEndDate(DateTime end);
  void SetTimeZone(std::string_view time_zone) { SetTimeZone(DateTimeZone::Get(time_zone)); }
  void SetTimeZone(DateTimeZone time_zone);
  void SetCash(Decimal starting_cash);
  void SetCash(const std::string& currency, Decimal starting_cash, Decimal conversion_rate = 0);
  void SetAccountCurrency(const std::string& currency, std::optional<Decimal> starting_cash = {});
  const std::string& AccountCurrency() const;
  void SetBenchmark(const SymbolOrTicker& symbol);
  template <std::invocable<DateTime> Function>
  void SetBenchmark(Function benchmark) {
    SetBenchmarkFunction([benchmark](DateTime time) { return Decimal(benchmark(time)); });
  }
  void SetBrokerageModel(regimen::BrokerageName brokerage,
                         AccountType account_type = AccountType::Margin);
  void SetBrokerageModel(std::shared_ptr<regimen::BrokerageModel> model);
  const regimen::BrokerageModel& BrokerageModel() const;
  regimen::BrokerageName BrokerageName() const;
  // Called for each security when it is added, instead of the brokerage model, which then sets no
  // models and no leverage.
  void SetSecurityInitializer(std::function<void(Security&)> initializer);
  // The same after the brokerage model and the initializers before it.
  void AddSecurityInitializer(std::function<void(Security&)> initializer);
  const std::string& Name() const;
  void SetName(const std::string& name);
  void AddTag(const std::string& tag);
  const std::vector<std::string>& Tags() const;
  const std::string& AlgorithmId() const;

  // ---- Securities ----

  Equity& AddEquity(std::string_view ticker, std::optional<Resolution> resolution = {},
                    std::string_view market = {}, StrictBool fill_forward = true,
                    Decimal leverage = 0, StrictBool extended_market_hours = false,
                    std::optional<DataNormalizationMode> data_normalization_mode = {});
  // The same with the trailing arguments by name: AddEquity("SPY", Resolution::Minute,
  // {.extended_market_hours = true}).
  Equity& AddEquity(std::string_view ticker, std::optional<Resolution> resolution,
                    const SecurityOptions& options);
  Security& AddSecurity(SecurityType type, std::string_view ticker,
                        std::optional<Resolution> resolution = {}, StrictBool fill_forward = true,
                        StrictBool extended_market_hours = false);
  Security& AddSecurity(SecurityType type, std::string_view ticker,
                        std::optional<Resolution> resolution, const SecurityOptions& options);
  Security& AddSecurity(const Symbol& symbol, std::optional<Resolution> resolution = {},
                        const SecurityOptions& options = {});
  // Cancels the symbol's orders, closes its position and ends its data. Returns whether it was
  // there.
  bool RemoveSecurity(const SymbolOrTicker& symbol, const std::string& tag = {});
  // LEAN's Symbol("SPY"): the symbol of a security, of an added one first.
  Symbol SymbolOf(std::string_view ticker) const;
  bool IsMarketOpen(const SymbolOrTicker& symbol) const;
  // The securities that universes hold now.
  regimen::ActiveSecurities ActiveSecurities() const;
  const Slice& CurrentSlice() const;

  // ---- Trading ----

  OrderTicket& Buy(const SymbolOrTicker& symbol, Decimal quantity);
  OrderTicket& Sell(const SymbolOrTicker& symbol, Decimal quantity);
  OrderTicket& Order(const SymbolOrTicker& symbol, Decimal quantity,
                     StrictBool asynchronous = false, const std::string& tag = {},
                     const std::optional<OrderProperties>& properties = {});
  OrderTicket& MarketOrder(const SymbolOrTicker& symbol, Decimal quantity,
                           StrictBool asynchronous = false, const std::string& tag = {},
                           const std::optional<OrderProperties>& properties = {});
  OrderTicket& MarketOnOpenOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                 StrictBool asynchronous = false, const std::string& tag = {},
                                 const std::optional<OrderProperties>& properties = {});
  OrderTicket& MarketOnCloseOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                  StrictBool asynchronous = false, const std::string& tag = {},
                                  const std::optional<OrderProperties>& properties = {});
  OrderTicket& LimitOrder(const SymbolOrTicker& symbol, Decimal quantity, Decimal limit_price,
                          StrictBool asynchronous = false, const std::string& tag = {},
                          const std::optional<OrderProperties>& properties = {});
  OrderTicket& StopMarketOrder(const SymbolOrTicker& symbol, Decimal quantity, Decimal stop_price,
                               StrictBool asynchronous = false, const std::string& tag = {},
                               const std::optional<OrderProperties>& properties = {});
  OrderTicket& StopLimitOrder(const SymbolOrTicker& symbol, Decimal quantity, Decimal stop_price,
                              Decimal limit_price, StrictBool asynchronous = false,
                              const std::string& tag = {},
                              const std::optional<OrderProperties>& properties = {});
  // The stop stays the trailing amount away from the price, or that fraction of it; it starts there
  // or at `stop_price`. A template so that a number in the flag's place means the other one.
  // NOLINTBEGIN(readability-function-size): the arguments are LEAN's.
  template <std::same_as<bool> Flag>
  OrderTicket& TrailingStopOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                 Decimal trailing_amount, Flag trailing_as_percentage,
                                 StrictBool asynchronous = false, const std::string& tag = {},
                                 const std::optional<OrderProperties>& properties = {}) {
    return TrailStop(symbol, quantity, {}, trailing_amount, trailing_as_percentage, asynchronous,
                     tag, properties);
  }
  template <std::same_as<bool> Flag>
  OrderTicket& TrailingStopOrder(const SymbolOrTicker& symbol, Decimal quantity, Decimal stop_price,
                                 Decimal trailing_amount, Flag trailing_as_percentage,
                                 StrictBool asynchronous = false, const std::string& tag = {},
                                 const std::optional<OrderProperties>& properties = {}) {
    return TrailStop(symbol, quantity, stop_price, trailing_amount, trailing_as_percentage,
                     asynchronous, tag, properties);
  }
  // NOLINTEND(readability-function-size)
  OrderTicket& LimitIfTouchedOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                   Decimal trigger_price, Decimal limit_price,
                                   StrictBool asynchronous = false, const std::string& tag = {},
                                   const std::optional<OrderProperties>& properties = {});
  // Brings the position to `percentage` of the portfolio's value (1 is all of it).
  std::vector<OrderTicket*> SetHoldings(const SymbolOrTicker& symbol, Decimal percentage,
                                        StrictBool liquidate_existing_holdings = false,
                                        StrictBool asynchronous = false,
                                        const std::string& tag = {},
                                        const std::optional<OrderProperties>& properties = {});
  std::vector<OrderTicket*> SetHoldings(const std::vector<PortfolioTarget>& targets,
                                        StrictBool liquidate_existing_holdings = false,
                                        StrictBool asynchronous = false,
                                        const std::string& tag = {},
                                        const std::optional<OrderProperties>& properties = {});
  // Closes the position in one security, or in all of them (Symbol()), and cancels their open
  // orders.
  std::vector<OrderTicket*> Liquidate(const SymbolOrTicker& symbol, StrictBool asynchronous = false,
                                      const std::string& tag = {},
                                      const std::optional<OrderProperties>& properties = {});
  std::vector<OrderTicket*> Liquidate(const std::vector<Symbol>& symbols,
                                      StrictBool asynchronous = false, const std::string& tag = {},
                                      const std::optional<OrderProperties>& properties = {});
  std::vector<OrderTicket*> Liquidate();
  // LEAN's older form, which returns the orders' ids.
  std::vector<int> Liquidate(const SymbolOrTicker& symbol, const std::string& tag);
  // Orders of several legs that fill together: at market, at one limit for all, at a limit a leg.
  std::vector<OrderTicket*> ComboMarketOrder(const std::vector<Leg>& legs, int quantity,
                                             StrictBool asynchronous = false,
                                             const std::string& tag = {},
                                             const std::optional<OrderProperties>& properties = {});
  std::vector<OrderTicket*> ComboLimitOrder(const std::vector<Leg>& legs, int quantity,
                                            Decimal limit_price, StrictBool asynchronous = false,
                                            const std::string& tag = {},
                                            const std::optional<OrderProperties>& properties = {});
  std::vector<OrderTicket*> ComboLegLimitOrder(
      const std::vector<Leg>& legs, int quantity, StrictBool asynchronous = false,
      const std::string& tag = {}, const std::optional<OrderProperties>& properties = {});
  OrderTicket& SubmitOrderRequest(const regimen::SubmitOrderRequest& request);
  void SetMaximumOrders(int maximum);
  // Whether `quantity` shares may be sold short now; 0 asks for any at all.
  bool Shortable(const SymbolOrTicker& symbol, Decimal quantity = 0);
  // What the security's provider would lend; 0 where it sets no limit.
  std::int64_t ShortableQuantity(const SymbolOrTicker& symbol) const;
  // Shares to trade so that the position becomes `target` of the portfolio's value.
  Decimal CalculateOrderQuantity(const SymbolOrTicker& symbol, Decimal target);

  // ---- Indicators and consolidators ----

  // An exponential moving average of the symbol's bars, fed before each OnData.
  ExponentialMovingAverage& EMA(const SymbolOrTicker& symbol, int period,
                                std::optional<Resolution> resolution = {},
                                IndicatorSelector selector = {});
  ExponentialMovingAverage& EMA(const SymbolOrTicker& symbol, int period, Decimal smoothing_factor,
                                std::optional<Resolution> resolution = {},
                                IndicatorSelector selector = {});
  // Feeds an indicator of the strategy's own, which must live as long as the strategy.
  void RegisterIndicator(const SymbolOrTicker& symbol, IndicatorBase& indicator,
                         std::optional<Resolution> resolution = {},
                         IndicatorSelector selector = {});

  // ---- Messages, parameters, results ----

  void Log(const std::string& message);
  void Debug(const std::string& message);
  void Error(const std::string& message);
  // Ends the run after this time step.
  void Quit(const std::string& message = {});
  // The parameter's text; nullopt when it was not given.
  std::optional<std::string> GetParameter(std::string_view name) const;
  // The same with a default, which numbers also give for a text that is none.
  std::string GetParameter(std::string_view name, const std::string& default_value) const;
  int GetParameter(std::string_view name, int default_value) const;
  double GetParameter(std::string_view name, double default_value) const;
  Decimal GetParameter(std::string_view name, Decimal default_value) const;
  void SetRuntimeStatistic(const std::string& name, const std::string& value);
  void SetRuntimeStatistic(const std::string& name, Decimal value);
  void SetSummaryStatistic(const std::string& name, const std::string& value);
  void SetSummaryStatistic(const std::string& name, Decimal value);
  void AddChart(const Chart& chart);
  // Adds a point at the current time to a series, making chart and series when they are new.
  // Without a chart it goes beside the equity.
  void Plot(const std::string& series, Decimal value);
  void Plot(const std::string& chart, const std::string& series, Decimal value);

  // ---- Schedules ----

  ScheduledEvent& Train(std::function<void()> training_code);
  ScheduledEvent& Train(const DateRule& date_rule, const TimeRule& time_rule,
                        std::function<void()> training_code);

 private:
  // Declared first: the members below refer into it.
  std::unique_ptr<AlgorithmState> state_;

  void SetBenchmarkFunction(std::function<Decimal(DateTime)> benchmark);
  OrderTicket& TrailStop(const SymbolOrTicker& symbol, Decimal quantity,
                         std::optional<Decimal> stop_price, Decimal trailing_amount,
                         bool trailing_as_percentage, bool asynchronous, const std::string& tag,
                         const std::optional<OrderProperties>& properties);

 public:
  SecurityManager& Securities;
  SecurityPortfolioManager& Portfolio;
  SecurityTransactionManager& Transactions;
  ScheduleManager& Schedule;
  regimen::DateRules& DateRules;
  regimen::TimeRules& TimeRules;
  AlgorithmSettings& Settings;
  regimen::UniverseSettings& UniverseSettings;
  regimen::SubscriptionManager& SubscriptionManager;
  regimen::ObjectStore& ObjectStore;
  const regimen::TradeBuilder& TradeBuilder;
  // What orders get when no properties are given.
  OrderProperties& DefaultOrderProperties;

  // The engine's side of the strategy; not for strategies themselves.
  AlgorithmState& EngineState() { return *state_; }
  void SetTraits(const AlgorithmTraits& traits);
};

}  // namespace regimen
