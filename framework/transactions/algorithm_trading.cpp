#include "framework/transactions/algorithm_trading.hpp"

#include "framework/core/error.hpp"
#include "framework/orders/order.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/security_transaction_manager.hpp"

namespace regimen {

namespace {

constexpr const char* kClosedMarketWarning =
    "Warning: market orders submitted while the market is closed are automatically converted into "
    "MarketOnOpen orders to fill at the next market open.";
constexpr const char* kDailyDataWarning =
    "Warning: market orders on daily resolution data sent during market hours are automatically "
    "converted into MarketOnClose orders (or MarketOnOpen near the close) to avoid filling at the "
    "stale previous close. Note: in live trading this conversion is not applied, as the order "
    "fills "
    "at the current market price.";

}  // namespace

AlgorithmTrading::AlgorithmTrading(const Parts& parts)
    : parts_(parts),
      checks_({parts.portfolio, parts.transactions, parts.settings, parts.hooks}),
      percent_(parts.portfolio, parts.settings,
               {[&hooks = parts.hooks](const std::string& message) { hooks.error(message); },
                [&hooks = parts.hooks](const std::string& message) { hooks.debug(message); }}) {}

Security& AlgorithmTrading::SecurityForOrder(const Symbol& symbol) {
  Security* security = parts_.portfolio.Securities.Find(symbol);
  // A delisted security's order is refused later, with a ticket.
  if (security != nullptr && (security->IsTradable() || security->IsDelisted())) return *security;
  return parts_.hooks.add_security(symbol);
}

regimen::SubmitOrderRequest::Fields AlgorithmTrading::FieldsOf(OrderType type,
                                                               const Security& security,
                                                               Decimal quantity,
                                                               const OrderOptions& options) const {
  return {.order_type = type,
          .symbol = security.GetSymbol(),
          .quantity = quantity,
          .time = parts_.transactions.UtcTime(),
          .tag = options.tag,
          .properties = options.properties.value_or(parts_.default_order_properties),
          .asynchronous = options.asynchronous};
}

OrderTicket& AlgorithmTrading::SubmitOrderRequest(regimen::SubmitOrderRequest request) {
  OrderResponse response = checks_.Check(request);
  if (response.IsError()) {
    return parts_.transactions.Refuse(std::move(request), std::move(response));
  }
  return parts_.transactions.AddOrder(std::move(request));
}

OrderTicket& AlgorithmTrading::Converted(OrderTicket& ticket, bool& warning_sent,
                                         const char* warning) {
  if (!warning_sent && ticket.SubmitRequest().Response().IsSuccess()) {
    warning_sent = true;
    parts_.hooks.debug(warning);
  }
  return ticket;
}

OrderTicket& AlgorithmTrading::MarketOrder(const Symbol& symbol, Decimal quantity,
                                           const OrderOptions& options) {
  const Security& security = SecurityForOrder(symbol);
  const bool trades_extended_hours =
      security.Type() == SecurityType::Future || security.Type() == SecurityType::FutureOption;
  if (!trades_extended_hours) {
    if (!security.Exchange.ExchangeOpen()) {
      return Converted(MarketOnOpenOrder(security.GetSymbol(), quantity, options),
                       market_on_open_warning_sent_, kClosedMarketWarning);
    }
    if (!security.Exchange.Hours().IsMarketAlwaysOpen() && IsDailyResolutionOnly(security)) {
      const OrderType type = checks_.IsWithinMarketOnCloseSubmissionBuffer(security)
                                 ? OrderType::MarketOnOpen
                                 : OrderType::MarketOnClose;
      return Converted(AuctionOrder(type, security.GetSymbol(), quantity, options),
                       daily_conversion_warning_sent_, kDailyDataWarning);
    }
  }
  return SubmitOrderRequest(
      regimen::SubmitOrderRequest(FieldsOf(OrderType::Market, security, quantity, options)));
}

void AlgorithmTrading::DropGoodTilDate(OrderProperties& properties) {
  if (properties.TimeInForce().GetKind() != TimeInForce::Kind::GoodTilDate) return;
  properties.SetTimeInForce(TimeInForce::GoodTilCanceled);
  if (good_til_date_warning_sent_) return;
  good_til_date_warning_sent_ = true;
  parts_.hooks.debug(
      "Warning: Good-Til-Date Time-In-Force is not supported for MOO and MOC orders. The "
      "time-in-force will be reset to Good-Til-Canceled (GTC).");
}

OrderTicket& AlgorithmTrading::AuctionOrder(OrderType type, const Symbol& symbol, Decimal quantity,
                                            const OrderOptions& options) {
  auto fields = FieldsOf(type, SecurityForOrder(symbol), quantity, options);
  DropGoodTilDate(fields.properties);
  return SubmitOrderRequest(regimen::SubmitOrderRequest(std::move(fields)));
}

OrderTicket& AlgorithmTrading::MarketOnOpenOrder(const Symbol& symbol, Decimal quantity,
                                                 const OrderOptions& options) {
  return AuctionOrder(OrderType::MarketOnOpen, symbol, quantity, options);
}

OrderTicket& AlgorithmTrading::MarketOnCloseOrder(const Symbol& symbol, Decimal quantity,
                                                  const OrderOptions& options) {
  return AuctionOrder(OrderType::MarketOnClose, symbol, quantity, options);
}

OrderTicket& AlgorithmTrading::LimitOrder(const Symbol& symbol, Decimal quantity,
                                          Decimal limit_price, const OrderOptions& options) {
  auto fields = FieldsOf(OrderType::Limit, SecurityForOrder(symbol), quantity, options);
  fields.limit_price = limit_price;
  return SubmitOrderRequest(regimen::SubmitOrderRequest(std::move(fields)));
}

OrderTicket& AlgorithmTrading::StopMarketOrder(const Symbol& symbol, Decimal quantity,
                                               Decimal stop_price, const OrderOptions& options) {
  auto fields = FieldsOf(OrderType::StopMarket, SecurityForOrder(symbol), quantity, options);
  fields.stop_price = stop_price;
  return SubmitOrderRequest(regimen::SubmitOrderRequest(std::move(fields)));
}

OrderTicket& AlgorithmTrading::StopLimitOrder(const Symbol& symbol, Decimal quantity,
                                              Decimal stop_price, Decimal limit_price,
                                              const OrderOptions& options) {
  auto fields = FieldsOf(OrderType::StopLimit, SecurityForOrder(symbol), quantity, options);
  fields.stop_price = stop_price;
  fields.limit_price = limit_price;
  return SubmitOrderRequest(regimen::SubmitOrderRequest(std::move(fields)));
}

OrderTicket& AlgorithmTrading::LimitIfTouchedOrder(const Symbol& symbol, Decimal quantity,
                                                   Decimal trigger_price, Decimal limit_price,
                                                   const OrderOptions& options) {
  auto fields = FieldsOf(OrderType::LimitIfTouched, SecurityForOrder(symbol), quantity, options);
  fields.trigger_price = trigger_price;
  fields.limit_price = limit_price;
  return SubmitOrderRequest(regimen::SubmitOrderRequest(std::move(fields)));
}

OrderTicket& AlgorithmTrading::TrailingStopOrder(const Symbol& symbol, Decimal quantity,
                                                 const Trailing& trailing,
                                                 const OrderOptions& options) {
  const Security& security = SecurityForOrder(symbol);
  auto fields = FieldsOf(OrderType::TrailingStop, security, quantity, options);
  const OrderDirection direction = quantity > 0 ? OrderDirection::Buy : OrderDirection::Sell;
  fields.stop_price = trailing.stop_price.value_or(Order::TrailingStopPrice(
      security.Price(), trailing.amount, trailing.as_percentage, direction));
  fields.trailing_amount = trailing.amount;
  fields.trailing_as_percentage = trailing.as_percentage;
  return SubmitOrderRequest(regimen::SubmitOrderRequest(std::move(fields)));
}

bool AlgorithmTrading::Shortable(const Symbol& symbol, Decimal quantity,
                                 std::optional<int> update_order_id) const {
  return parts_.transactions.IsShortable(parts_.portfolio.Securities[symbol], quantity,
                                         update_order_id);
}

}  // namespace regimen
