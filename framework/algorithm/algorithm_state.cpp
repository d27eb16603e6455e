#include "framework/algorithm/algorithm_state.hpp"

#include <algorithm>
#include <utility>

#include "framework/consolidators/identity_data_consolidator.hpp"
#include "framework/core/error.hpp"
#include "framework/models/brokerages/default_brokerage_model.hpp"
#include "framework/securities/buying_power_model.hpp"

namespace regimen {

namespace {

constexpr DateTime kDefaultStart(1998, 1, 1);
constexpr TimeSpan kDay = TimeSpan::FromDays(1);

DateTimeZone DefaultTimeZone() { return TimeZones::NewYork(); }

DateTime EndOf(DateTime day) { return day + kDay - TimeSpan::FromTicks(1); }

[[noreturn]] void FailUnbound(std::string_view call) {
  throw InvalidOperationError(std::string(call) +
                              " needs the run, which begins with Initialize: move it from the "
                              "strategy's constructor to Initialize");
}

// What a strategy reaches before the engine is there, in its constructor.
AlgorithmState::Ports UnboundPorts() {
  return {.resolve = [](const std::string& ticker, const std::string&, SecurityType) -> Symbol {
            FailUnbound("finding '" + ticker + "'");
          },
          .primary_exchange = [](const Symbol&) -> std::string { FailUnbound("an exchange"); },
          .message = [](LogLevel, const std::string&) { FailUnbound("a message"); },
          .add_feed = [](const SubscriptionDataConfig&) { FailUnbound("adding a security"); },
          .remove_symbol = [](const Symbol&) { FailUnbound("removing a security"); },
          .active_securities = []() -> std::vector<Security*> { FailUnbound("ActiveSecurities"); },
          .seed = [](Security&) { FailUnbound("the price of a security"); }};
}

}  // namespace

AlgorithmState::AlgorithmState()
    : time_keeper(ConvertToUtc(kDefaultStart, DefaultTimeZone())),
      securities(time_keeper),
      transactions(securities, hooks),
      portfolio(securities, transactions, settings),
      trading({portfolio, transactions, settings, hooks, default_order_properties}),
      schedule(*this),
      date_rules(*this),
      time_rules(*this),
      start_date(kDefaultStart),
      end_date(EndOf(kDefaultStart)),
      brokerage_model(CreateBrokerageModel(BrokerageName::Default, AccountType::Margin)),
      local_clock_(&time_keeper.GetLocalTimeKeeper(DefaultTimeZone())) {
  ports = UnboundPorts();
  hooks.is_warming_up = [this] { return IsWarmingUp(); };
  hooks.error = [this](const std::string& message) { SendMessage(LogLevel::Error, message); };
  hooks.debug = [this](const std::string& message) { SendMessage(LogLevel::Debug, message); };
  hooks.stop = [this] { Quit(); };
  // An order for a security that the run does not have adds it, with its last known price.
  hooks.add_security = [this](const Symbol& symbol) -> Security& {
    Security& security = AddSecurity(symbol, {.resolution = universe_settings.Resolution(),
                                              .fill_forward = universe_settings.FillForward()});
    if (locked && !settings.SeedInitialPrices()) ports.seed(security);
    return security;
  };
}

AlgorithmState::~AlgorithmState() = default;

void AlgorithmState::Bind(Ports engine_ports) {
  ports = std::move(engine_ports);
  security_service.Bind({ports.market_hours, ports.symbol_properties, &time_keeper,
                         &portfolio.CashBook, ports.primary_exchange});
}

void AlgorithmState::SetToday(DateTime today) {
  last_end_ = EndOf(today.Date() - kDay);
  end_date = last_end_;
}

void AlgorithmState::SetStartDate(DateTime start) {
  start_date = start_override.value_or(start).Date();
  SetUtcTime(ConvertToUtc(start_date, TimeZone()));
}

void AlgorithmState::SetEndDate(DateTime end) {
  end_date = std::min(last_end_, EndOf(end_override.value_or(end).Date()));
}

void AlgorithmState::SetTimeZone(DateTimeZone zone) {
  local_clock_ = &time_keeper.GetLocalTimeKeeper(zone);
  if (start_date != DateTime()) SetUtcTime(ConvertToUtc(start_date, zone));
}

void AlgorithmState::RequireUnlocked(std::string_view call) const {
  if (ports.market_hours == nullptr) FailUnbound(call);
  if (!locked) return;
  throw InvalidOperationError(std::string(call) + " can only be called in Initialize");
}

// ---- ScheduleContext

const SecurityExchangeHours& AlgorithmState::ExchangeHours(const Symbol& symbol) const {
  if (const Security* security = securities.Find(symbol)) return security->Exchange.Hours();
  if (ports.market_hours == nullptr) FailUnbound("the hours of " + symbol.Value());
  return *security_service.HoursOf(symbol).exchange_hours;
}

Symbol AlgorithmState::SymbolOf(std::string_view ticker) const {
  if (const Security* security = securities.Find(ticker)) return security->GetSymbol();
  return ports.resolve(std::string(ticker), "usa", SecurityType::Equity);
}

std::vector<const SecurityExchangeHours*> AlgorithmState::DefaultExchangeHours() const {
  std::vector<const SecurityExchangeHours*> hours{&ExchangeHours(SymbolOf("SPY"))};
  for (const auto& [symbol, security] : securities) {
    const bool us_equity =
        symbol.SecurityType() == SecurityType::Equity && symbol.Market() == "usa";
    const SecurityExchangeHours& own = security.Exchange.Hours();
    if (!us_equity && !own.IsMarketAlwaysOpen()) hours.push_back(&own);
  }
  return hours;
}

Symbol AlgorithmState::Resolve(const SymbolOrTicker& key) const {
  return key.IsSymbol() ? key.AsSymbol() : SymbolOf(key.Ticker());
}

// ---- Securities

std::vector<SubscriptionDataConfig> AlgorithmState::FeedsOf(const Symbol& symbol,
                                                            const SecurityFeeds& feeds) const {
  const MarketHoursDatabase::Entry& hours = security_service.HoursOf(symbol);
  SubscriptionDataConfig config;
  config.symbol = symbol;
  config.resolution = feeds.resolution;
  config.data_time_zone = hours.data_time_zone;
  config.exchange_time_zone = hours.exchange_hours->TimeZone();
  config.fill_forward = feeds.fill_forward && feeds.resolution != Resolution::Tick;
  config.extended_market_hours = feeds.extended_market_hours;
  config.normalization = feeds.normalization;
  const bool ticks = feeds.resolution == Resolution::Tick;
  config.data_type = ticks ? MarketDataType::Tick : MarketDataType::TradeBar;
  std::vector<SubscriptionDataConfig> configs{config};
  // Equities have no quote files of hours and days.
  if (feeds.resolution < Resolution::Hour) {
    config.tick_type = TickType::Quote;
    config.data_type = ticks ? MarketDataType::Tick : MarketDataType::QuoteBar;
    configs.push_back(config);
  }
  return configs;
}

Security& AlgorithmState::AddSecurity(const Symbol& symbol, const SecurityFeeds& feeds) {
  if (ports.market_hours == nullptr) FailUnbound("adding " + symbol.Value());
  Security* security = securities.Find(symbol);
  const bool is_new = security == nullptr;
  if (is_new) {
    security = &security_service.Create(symbol);
    DefaultBrokerageModel default_models;
    regimen::InitializeSecurity(default_models, *security);
  }
  const bool comes_back = !is_new && !security->IsTradable();
  if (is_new || comes_back) {
    security->SetIsTradable(true);
    securities.Add(*security);
  }
  for (const SubscriptionDataConfig& config : FeedsOf(symbol, feeds)) {
    const auto same = [&](const SubscriptionDataConfig& other) {
      return other.SameSubscription(config);
    };
    if (std::ranges::none_of(security->Subscriptions(), same)) security->AddSubscription(config);
    pending_.push_back(config);
  }
  // One that comes back starts with the models it would have had.
  if (is_new || comes_back) InitializeSecurity(*security);
  // As in LEAN, a security that was there before keeps its leverage.
  if (is_new && !feeds.leverage.IsZero()) security->SetLeverage(feeds.leverage);
  if (locked && settings.SeedInitialPrices()) ports.seed(*security);
  return *security;
}

void AlgorithmState::RegisterIndicator(const Symbol& symbol, IndicatorBase& indicator,
                                       std::optional<Resolution> resolution,
                                       IndicatorSelector selector) {
  const Security& security = securities[symbol];
  if (resolution && *resolution != security.Resolution()) {
    throw ArgumentError(indicator.Name() + ": " + symbol.Value() + " comes as " +
                        std::string(ToText(security.Resolution())) + " bars; indicators of " +
                        std::string(ToText(*resolution)) +
                        " bars need the security at that resolution");
  }
  auto consolidator = std::make_shared<IdentityDataConsolidator>();
  consolidator->DataConsolidated +=
      [&indicator, selector = std::move(selector)](DataConsolidator&, const BaseData& bar) {
        if (selector) {
          indicator.Update(bar.EndTime(), selector(bar));
        } else {
          indicator.Update(bar);
        }
      };
  subscription_manager.AddConsolidator(symbol, std::move(consolidator));
}

void AlgorithmState::InitializeSecurity(Security& security) {
  if (brokerage_initializes_) regimen::InitializeSecurity(*brokerage_model, security);
  for (const auto& initialize : initializers_) initialize(security);
}

void AlgorithmState::ReplaceInitializers(std::function<void(Security&)> initializer) {
  brokerage_initializes_ = false;
  initializers_.clear();
  AddInitializer(std::move(initializer));
}

void AlgorithmState::AddInitializer(std::function<void(Security&)> initializer) {
  if (!initializer) throw ArgumentError("a security initializer must be callable");
  initializers_.push_back(std::move(initializer));
}

bool AlgorithmState::RemoveSecurity(const Symbol& symbol, const std::string& tag) {
  Security* security = securities.Find(symbol);
  if (security == nullptr || !security->IsTradable()) return false;
  const std::string reason = tag.empty() ? "Removed" : tag;
  if (!IsWarmingUp()) {
    transactions.CancelOpenOrders(symbol, reason);
    if (security->Invested()) trading.Liquidate(symbol, OrderOptions{.tag = reason});
  }
  security->SetIsTradable(false);
  security->ResetExtendedMarketHours();
  std::erase_if(pending_,
                [&](const SubscriptionDataConfig& feed) { return feed.symbol == symbol; });
  ports.remove_symbol(symbol);
  return true;
}

void AlgorithmState::Retire(Security& security) {
  securities.Remove(security.GetSymbol());
  security.SetIsTradable(false);
  security.Cache.Reset();
}

void AlgorithmState::ApplyPendingRequests() {
  for (const SubscriptionDataConfig& feed : std::exchange(pending_, {})) ports.add_feed(feed);
}

void AlgorithmState::SetBrokerageModel(std::shared_ptr<regimen::BrokerageModel> model) {
  brokerage_model = std::move(model);
  if (!brokerage_initializes_) return;
  // Securities added before keep their leverage.
  for (const auto& [symbol, security] : securities) {
    const Decimal leverage = security.Leverage();
    InitializeSecurity(security);
    security.SetLeverage(leverage);
  }
}

// ---- Messages

void AlgorithmState::SetSummaryStatistic(const std::string& entry, const std::string& value) {
  for (auto& [known, text] : summary_statistics) {
    if (known != entry) continue;
    text = value;
    return;
  }
  summary_statistics.emplace_back(entry, value);
}

const Slice& AlgorithmState::CurrentSlice() const {
  static const Slice kNone;
  return current_slice_ == nullptr ? kNone : *current_slice_;
}

void AlgorithmState::SendMessage(LogLevel level, const std::string& message) {
  ports.message(level, message);
}

void AlgorithmState::SetRuntimeError(const std::string& error) {
  if (!runtime_error_.empty()) return;
  runtime_error_ = "at " + Time().ToString("yyyy-MM-dd HH:mm:ss") + " " + error;
}

}  // namespace regimen
