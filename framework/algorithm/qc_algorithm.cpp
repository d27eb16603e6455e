#include "framework/algorithm/qc_algorithm.hpp"

#include <charconv>
#include <utility>

#include "framework/algorithm/algorithm_state.hpp"
#include "framework/core/error.hpp"
#include "framework/core/market.hpp"
#include "framework/models/brokerages/brokerage_model.hpp"

namespace regimen {

QCAlgorithm::QCAlgorithm()
    : state_(std::make_unique<AlgorithmState>()),
      Securities(state_->securities),
      Portfolio(state_->portfolio),
      Transactions(state_->transactions),
      Schedule(state_->schedule),
      DateRules(state_->date_rules),
      TimeRules(state_->time_rules),
      Settings(state_->settings),
      UniverseSettings(state_->universe_settings),
      SubscriptionManager(state_->subscription_manager),
      ObjectStore(state_->object_store),
      TradeBuilder(state_->trades),
      DefaultOrderProperties(state_->default_order_properties) {}

QCAlgorithm::~QCAlgorithm() = default;

void QCAlgorithm::SetTraits(const AlgorithmTraits& traits) { state_->traits = traits; }

// ---- Time and setup

DateTime QCAlgorithm::Time() const { return state_->Time(); }
DateTime QCAlgorithm::UtcTime() const { return state_->UtcTime(); }
DateTimeZone QCAlgorithm::TimeZone() const { return state_->TimeZone(); }
DateTime QCAlgorithm::StartDate() const { return state_->start_date; }
DateTime QCAlgorithm::EndDate() const { return state_->end_date; }
bool QCAlgorithm::IsWarmingUp() const { return state_->IsWarmingUp(); }
bool QCAlgorithm::GetLocked() const { return state_->locked; }

void QCAlgorithm::SetStartDate(DateTime start) {
  state_->RequireUnlocked("SetStartDate");
  state_->SetStartDate(start);
}

void QCAlgorithm::SetEndDate(DateTime end) {
  state_->RequireUnlocked("SetEndDate");
  state_->SetEndDate(end);
}

void QCAlgorithm::SetTimeZone(DateTimeZone time_zone) {
  state_->RequireUnlocked("SetTimeZone");
  state_->SetTimeZone(time_zone);
}

void QCAlgorithm::SetCash(Decimal starting_cash) {
  state_->RequireUnlocked("SetCash");
  if (starting_cash.IsNegative()) {
    throw ArgumentError("SetCash: the starting cash is " + starting_cash.ToString() +
                        "; it must not be negative");
  }
  Portfolio.SetCash(state_->cash_override.value_or(starting_cash));
}

void QCAlgorithm::SetCash(const std::string& currency, Decimal starting_cash,
                          Decimal conversion_rate) {
  state_->RequireUnlocked("SetCash");
  Portfolio.SetCash(currency, starting_cash, conversion_rate);
}

void QCAlgorithm::SetAccountCurrency(const std::string& currency,
                                     std::optional<Decimal> starting_cash) {
  state_->RequireUnlocked("SetAccountCurrency");
  Portfolio.SetAccountCurrency(currency, starting_cash);
}

const std::string& QCAlgorithm::AccountCurrency() const {
  return Portfolio.CashBook.AccountCurrency();
}

void QCAlgorithm::SetBenchmark(const SymbolOrTicker& symbol) {
  state_->RequireUnlocked("SetBenchmark");
  state_->benchmark = state_->Resolve(symbol);
}

void QCAlgorithm::SetBenchmarkFunction(std::function<Decimal(DateTime)> benchmark) {
  state_->RequireUnlocked("SetBenchmark");
  state_->benchmark = std::move(benchmark);
}

void QCAlgorithm::SetBrokerageModel(regimen::BrokerageName brokerage, AccountType account_type) {
  SetBrokerageModel(CreateBrokerageModel(brokerage, account_type));
}

void QCAlgorithm::SetBrokerageModel(std::shared_ptr<regimen::BrokerageModel> model) {
  state_->SetBrokerageModel(std::move(model));
}

const regimen::BrokerageModel& QCAlgorithm::BrokerageModel() const {
  return *state_->brokerage_model;
}

regimen::BrokerageName QCAlgorithm::BrokerageName() const {
  return state_->brokerage_model->Name();
}

void QCAlgorithm::SetSecurityInitializer(std::function<void(Security&)> initializer) {
  state_->RequireUnlocked("SetSecurityInitializer");
  state_->ReplaceInitializers(std::move(initializer));
}

void QCAlgorithm::AddSecurityInitializer(std::function<void(Security&)> initializer) {
  state_->RequireUnlocked("AddSecurityInitializer");
  state_->AddInitializer(std::move(initializer));
}

const std::string& QCAlgorithm::Name() const { return state_->name; }
void QCAlgorithm::SetName(const std::string& name) { state_->name = name; }
void QCAlgorithm::AddTag(const std::string& tag) { state_->tags.push_back(tag); }
const std::vector<std::string>& QCAlgorithm::Tags() const { return state_->tags; }
const std::string& QCAlgorithm::AlgorithmId() const { return state_->algorithm_id; }

// ---- Securities

// NOLINTNEXTLINE(readability-function-size): the arguments are LEAN's.
Equity& QCAlgorithm::AddEquity(std::string_view ticker, std::optional<Resolution> resolution,
                               std::string_view market, StrictBool fill_forward, Decimal leverage,
                               StrictBool extended_market_hours,
                               std::optional<DataNormalizationMode> data_normalization_mode) {
  return AddEquity(ticker, resolution,
                   SecurityOptions{market, fill_forward, leverage, extended_market_hours,
                                   data_normalization_mode});
}

Equity& QCAlgorithm::AddEquity(std::string_view ticker, std::optional<Resolution> resolution,
                               const SecurityOptions& options) {
  return static_cast<Equity&>(AddSecurity(SecurityType::Equity, ticker, resolution, options));
}

Security& QCAlgorithm::AddSecurity(SecurityType type, std::string_view ticker,
                                   std::optional<Resolution> resolution, StrictBool fill_forward,
                                   StrictBool extended_market_hours) {
  return AddSecurity(type, ticker, resolution,
                     SecurityOptions{.fill_forward = fill_forward,
                                     .extended_market_hours = extended_market_hours});
}

Security& QCAlgorithm::AddSecurity(SecurityType type, std::string_view ticker,
                                   std::optional<Resolution> resolution,
                                   const SecurityOptions& options) {
  const std::string market(options.market.empty() ? Market::USA : options.market);
  return AddSecurity(state_->ports.resolve(std::string(ticker), market, type), resolution, options);
}

Security& QCAlgorithm::AddSecurity(const Symbol& symbol, std::optional<Resolution> resolution,
                                   const SecurityOptions& options) {
  return state_->AddSecurity(symbol,
                             {.resolution = resolution.value_or(UniverseSettings.Resolution()),
                              .fill_forward = options.fill_forward,
                              .extended_market_hours = options.extended_market_hours,
                              .normalization = options.data_normalization_mode.value_or(
                                  UniverseSettings.DataNormalizationMode()),
                              .leverage = options.leverage});
}

bool QCAlgorithm::RemoveSecurity(const SymbolOrTicker& symbol, const std::string& tag) {
  return state_->RemoveSecurity(state_->Resolve(symbol), tag);
}

Symbol QCAlgorithm::SymbolOf(std::string_view ticker) const { return state_->SymbolOf(ticker); }

bool QCAlgorithm::IsMarketOpen(const SymbolOrTicker& symbol) const {
  const SecurityExchangeHours& hours = state_->ExchangeHours(state_->Resolve(symbol));
  return hours.IsOpen(ConvertFromUtc(UtcTime(), hours.TimeZone()), false);
}

regimen::ActiveSecurities QCAlgorithm::ActiveSecurities() const {
  return regimen::ActiveSecurities(state_->ports.active_securities());
}

const Slice& QCAlgorithm::CurrentSlice() const { return state_->CurrentSlice(); }

// ---- Indicators and consolidators

ExponentialMovingAverage& QCAlgorithm::EMA(const SymbolOrTicker& symbol, int period,
                                           std::optional<Resolution> resolution,
                                           IndicatorSelector selector) {
  return EMA(symbol, period, ExponentialMovingAverage::SmoothingFactorDefault(period), resolution,
             std::move(selector));
}

ExponentialMovingAverage& QCAlgorithm::EMA(const SymbolOrTicker& symbol, int period,
                                           Decimal smoothing_factor,
                                           std::optional<Resolution> resolution,
                                           IndicatorSelector selector) {
  const Symbol of = state_->Resolve(symbol);
  auto average = std::make_unique<ExponentialMovingAverage>(
      "EMA(" + std::to_string(period) + "," + of.Value() + ")", period, smoothing_factor);
  ExponentialMovingAverage& made = *average;
  state_->indicators.push_back(std::move(average));
  state_->RegisterIndicator(of, made, resolution, std::move(selector));
  return made;
}

void QCAlgorithm::RegisterIndicator(const SymbolOrTicker& symbol, IndicatorBase& indicator,
                                    std::optional<Resolution> resolution,
                                    IndicatorSelector selector) {
  state_->RegisterIndicator(state_->Resolve(symbol), indicator, resolution, std::move(selector));
}

// ---- Messages, parameters, results

void QCAlgorithm::Log(const std::string& message) { state_->SendMessage(LogLevel::Log, message); }
void QCAlgorithm::Debug(const std::string& message) {
  state_->SendMessage(LogLevel::Debug, message);
}
void QCAlgorithm::Error(const std::string& message) {
  state_->SendMessage(LogLevel::Error, message);
}

void QCAlgorithm::Quit(const std::string& message) {
  if (!message.empty()) Debug("Quit(): " + message);
  state_->Quit();
}

std::optional<std::string> QCAlgorithm::GetParameter(std::string_view name) const {
  return state_->parameters.Ask(name);
}

std::string QCAlgorithm::GetParameter(std::string_view name,
                                      const std::string& default_value) const {
  return GetParameter(name).value_or(default_value);
}

// As in LEAN, a text that is no number gives the default.
int QCAlgorithm::GetParameter(std::string_view name, int default_value) const {
  const std::optional<std::string> text = GetParameter(name);
  int value = 0;
  if (!text) return default_value;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  return error == std::errc() && end == text->data() + text->size() ? value : default_value;
}

double QCAlgorithm::GetParameter(std::string_view name, double default_value) const {
  const std::optional<std::string> text = GetParameter(name);
  double value = 0;
  if (!text) return default_value;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  return error == std::errc() && end == text->data() + text->size() ? value : default_value;
}

Decimal QCAlgorithm::GetParameter(std::string_view name, Decimal default_value) const {
  const std::optional<std::string> text = GetParameter(name);
  return text ? Decimal::TryParse(*text).value_or(default_value) : default_value;
}

void QCAlgorithm::SetRuntimeStatistic(const std::string& name, const std::string& value) {
  state_->runtime_statistics.insert_or_assign(name, value);
}

void QCAlgorithm::SetRuntimeStatistic(const std::string& name, Decimal value) {
  SetRuntimeStatistic(name, value.ToString());
}

void QCAlgorithm::SetSummaryStatistic(const std::string& name, const std::string& value) {
  state_->SetSummaryStatistic(name, value);
}

void QCAlgorithm::SetSummaryStatistic(const std::string& name, Decimal value) {
  SetSummaryStatistic(name, value.ToString());
}

void QCAlgorithm::AddChart(const Chart& chart) { state_->charts.Add(chart); }

void QCAlgorithm::Plot(const std::string& series, Decimal value) {
  Plot("Strategy Equity", series, value);
}

void QCAlgorithm::Plot(const std::string& chart, const std::string& series, Decimal value) {
  state_->charts.Plot(chart, series, UtcTime(), value);
}

// ---- Schedules

ScheduledEvent& QCAlgorithm::Train(std::function<void()> training_code) {
  return Schedule.TrainingNow(std::move(training_code));
}

ScheduledEvent& QCAlgorithm::Train(const DateRule& date_rule, const TimeRule& time_rule,
                                   std::function<void()> training_code) {
  return Schedule.Training(date_rule, time_rule, std::move(training_code));
}

}  // namespace regimen
