// A run without an engine: securities, portfolio and orders around a clock that the test moves.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/time_keeper.hpp"
#include "framework/market/quote_bar.hpp"
#include "framework/market/trade_bar.hpp"
#include "framework/models/brokerages/default_brokerage_model.hpp"
#include "framework/orders/order_list_hash.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/algorithm_settings.hpp"
#include "framework/securities/equity.hpp"
#include "framework/securities/security_manager.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/algorithm_trading.hpp"
#include "framework/transactions/order_event_sink.hpp"
#include "framework/transactions/security_transaction_manager.hpp"
#include "framework/transactions/transaction_handler.hpp"

namespace regimen::tests {

// The US equity exchange without holidays: 9:30 to 16:00 New York, extended from 4:00 to 20:00.
inline std::shared_ptr<const SecurityExchangeHours> UsEquityHours() {
  const auto at = [](int hour, int minute) { return TimeSpan(hour, minute, 0); };
  const LocalMarketHours day({{MarketHoursState::PreMarket, at(4, 0), at(9, 30)},
                              {MarketHoursState::Market, at(9, 30), at(16, 0)},
                              {MarketHoursState::PostMarket, at(16, 0), at(20, 0)}});
  ExchangeSchedule schedule;
  schedule.time_zone = TimeZones::NewYork();
  for (std::size_t weekday = 1; weekday <= 5; ++weekday) schedule.week[weekday] = day;
  return std::make_shared<SecurityExchangeHours>(std::move(schedule));
}

inline Symbol SymbolOf(std::string_view sid, std::string_view ticker) {
  return {SecurityIdentifier::Parse(sid), ticker};
}
inline Symbol Spy() { return SymbolOf("SPY R735QTJ8XC9X", "SPY"); }
inline Symbol Ibm() { return SymbolOf("IBM R735QTJ8XC9X", "IBM"); }

class TradingWorld : public OrderEventSink {
 public:
  explicit TradingWorld(DateTime utc_time, std::shared_ptr<BrokerageModel> brokerage =
                                               std::make_shared<DefaultBrokerageModel>())
      : clock(utc_time),
        securities(clock),
        transactions(securities, hooks),
        portfolio(securities, transactions, settings),
        handler({transactions, portfolio, settings, hooks, *this}),
        trading({portfolio, transactions, settings, hooks, default_properties}),
        brokerage_(std::move(brokerage)) {
    hooks.is_warming_up = [this] { return warming_up; };
    hooks.error = [this](const std::string& message) { errors.push_back(message); };
    hooks.debug = [this](const std::string& message) { debug.push_back(message); };
    hooks.add_security = [this](const Symbol& symbol) -> Security& { return AddEquity(symbol); };
    hooks.stop = [this] { stopped = true; };
    transactions.SetTransactionHandler(handler);
    handler.SetBrokerageModel(brokerage_);
  }

  // Subscribed to trade bars and, at minute resolution and below, to quote bars, or to ticks of
  // both kinds. Listed on the NYSE.
  Security& AddEquity(const Symbol& symbol, Resolution resolution = Resolution::Minute,
                      DataNormalizationMode mode = DataNormalizationMode::Adjusted,
                      bool extended_market_hours = false) {
    Security::Parts parts;
    parts.hours = hours;
    parts.properties = properties;
    parts.quote_currency = &portfolio.CashBook["USD"];
    parts.clock = &clock.GetLocalTimeKeeper(TimeZones::NewYork());
    parts.cash_book = &portfolio.CashBook;
    parts.primary_exchange.assign(1, 'N');
    Security& security = owned_.emplace_back(symbol, parts);
    SubscriptionDataConfig config;
    config.symbol = symbol;
    config.resolution = resolution;
    config.data_time_zone = config.exchange_time_zone = TimeZones::NewYork();
    config.normalization = mode;
    config.extended_market_hours = extended_market_hours;
    const bool ticks = resolution == Resolution::Tick;
    config.data_type = ticks ? MarketDataType::Tick : MarketDataType::TradeBar;
    security.AddSubscription(config);
    if (resolution < Resolution::Hour) {
      config.data_type = ticks ? MarketDataType::Tick : MarketDataType::QuoteBar;
      config.tick_type = TickType::Quote;
      security.AddSubscription(config);
    }
    InitializeSecurity(*brokerage_, security);
    securities.Add(security);
    return security;
  }

  void MoveTo(DateTime utc_time) { clock.SetUtcDateTime(utc_time); }
  DateTime LocalTime() { return clock.GetLocalTimeKeeper(TimeZones::NewYork()).LocalTime(); }

  // A trade bar that ends now.
  void Trade(Security& security, const Bar& prices, TimeSpan period, Decimal volume = 1000) {
    security.Cache.Store(
        TradeBar(security.LocalTime() - period, security.GetSymbol(), prices, volume, period));
    portfolio.InvalidateTotalPortfolioValue();
  }
  void Trade(Security& security, Decimal price) {
    Trade(security, Bar(price, price, price, price), TimeSpan::FromMinutes(1));
  }
  // A quote bar that ends now.
  void Quote(Security& security, const Bar& bid, const Bar& ask, TimeSpan period) {
    QuoteBar quote(security.LocalTime() - period, security.GetSymbol(), period);
    quote.SetBid(bid, 100);
    quote.SetAsk(ask, 100);
    security.Cache.Store(quote);
  }
  void Quote(Security& security, Decimal bid, Decimal ask) {
    Quote(security, Bar(bid, bid, bid, bid), Bar(ask, ask, ask, ask), TimeSpan::FromMinutes(1));
  }

  std::string Hash() const {
    const auto orders = transactions.AllOrders();
    return OrderListHash(orders);
  }
  // "1.1 Submitted" of every event so far.
  std::vector<std::string> EventTexts() const {
    std::vector<std::string> texts;
    for (const OrderEvent& event : events) {
      texts.push_back(std::to_string(event.OrderId()) + "." + std::to_string(event.Id()) + " " +
                      std::string(ToText(event.Status())));
    }
    return texts;
  }

  void OnFill(const OrderEvent& fill, const FillContext& context) override {
    fills.push_back(fill);
    fill_contexts.push_back(context);
  }
  void OnOrderEvent(const OrderEvent& event) override {
    events.push_back(event);
    if (on_order_event) on_order_event(event);
  }

  std::shared_ptr<const SecurityExchangeHours> hours = UsEquityHours();
  std::shared_ptr<const SymbolProperties> properties =
      std::make_shared<SymbolProperties>(SymbolProperties::GetDefault("USD"));
  bool warming_up = false;
  bool stopped = false;
  std::vector<std::string> errors;
  std::vector<std::string> debug;
  std::vector<OrderEvent> events;
  std::vector<OrderEvent> fills;
  std::vector<FillContext> fill_contexts;
  std::function<void(const OrderEvent&)> on_order_event;

  AlgorithmSettings settings;
  AlgorithmHooks hooks;
  OrderProperties default_properties;
  TimeKeeper clock;
  SecurityManager securities;
  SecurityTransactionManager transactions;
  SecurityPortfolioManager portfolio;
  TransactionHandler handler;
  AlgorithmTrading trading;

 private:
  std::shared_ptr<BrokerageModel> brokerage_;
  std::deque<Equity> owned_;
};

}  // namespace regimen::tests
