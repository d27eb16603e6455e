#include "framework/transactions/pre_order_checks.hpp"

#include "framework/core/error.hpp"
#include "framework/core/math.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/zero_price_message.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/order_messages.hpp"
#include "framework/transactions/security_transaction_manager.hpp"

namespace regimen {

namespace {

using Code = OrderResponseErrorCode;

OrderResponse Refuse(const SubmitOrderRequest& request, Code code, std::string message) {
  return OrderResponse::Error(request.OrderId(), code, std::move(message));
}

OrderResponse Accept(const SubmitOrderRequest& request) {
  return OrderResponse::Success(request.OrderId());
}

bool IsFutureOrFutureOption(SecurityType type) {
  return type == SecurityType::Future || type == SecurityType::FutureOption;
}

}  // namespace

bool IsDailyResolutionOnly(const Security& security) {
  bool any_own = false;
  for (const SubscriptionDataConfig& config : security.Subscriptions()) {
    if (config.is_internal) continue;
    if (config.resolution != Resolution::Daily) return false;
    any_own = true;
  }
  return any_own;
}

OrderResponse PreOrderChecks::Check(const SubmitOrderRequest& request) const {
  OrderResponse response = FirstFailure(request);
  if (response.IsError()) parts_.hooks.error(response.ErrorMessage());
  return response;
}

OrderResponse PreOrderChecks::FirstFailure(const SubmitOrderRequest& request) const {
  if (parts_.hooks.is_warming_up()) {
    return Refuse(request, Code::AlgorithmWarmingUp, WarmingUpMessage(OrderRequestType::Submit));
  }
  const Security* security = parts_.portfolio.Securities.Find(request.GetSymbol());
  if (security == nullptr) {
    return Refuse(request, Code::MissingSecurity,
                  "You haven't requested " + request.GetSymbol().Value() +
                      " data. Add this with AddSecurity() in the Initialize() method.");
  }
  OrderResponse response = CheckSecurity(request, *security);
  if (response.IsError()) return response;
  if (parts_.transactions.OrdersCount() > maximum_orders_) {
    parts_.hooks.stop();
    return Refuse(request, Code::ExceededMaximumOrders,
                  "You have exceeded maximum number of orders (" + std::to_string(maximum_orders_) +
                      "), for unlimited orders upgrade your account.");
  }
  response = CheckAuction(request, *security);
  if (response.IsError()) return response;
  if (request.OrderType() == OrderType::ComboMarket && !request.LimitPrice().IsZero()) {
    throw ArgumentError("Can not set a limit price using market combo orders");
  }
  return Accept(request);
}

OrderResponse PreOrderChecks::CheckSecurity(const SubmitOrderRequest& request,
                                            const Security& security) const {
  const std::string& ticker = request.GetSymbol().Value();
  const Decimal lot = security.SymbolProperties().LotSize();
  const Decimal size = Math::Abs(request.Quantity());
  if (size.IsZero()) return Refuse(request, Code::OrderQuantityZero, ZeroQuantityMessage(request));
  if (size < lot) {
    return Refuse(request, Code::OrderQuantityLessThanLotSize,
                  "Unable to submit order with id " + std::to_string(request.OrderId()) +
                      " which quantity (" + size.ToString() + ") is less than lot size (" +
                      lot.ToString() + ").");
  }
  if (!security.IsTradable()) {
    return Refuse(request, Code::NonTradableSecurity,
                  "The security with symbol '" + ticker + "' is marked as non-tradable.");
  }
  if (IsFutureOrFutureOption(security.Type()) && request.OrderType() == OrderType::MarketOnOpen) {
    return Refuse(
        request, Code::ExchangeNotOpen,
        "MarketOnOpen orders not supported for " + std::string(ToText(security.Type())) + ".");
  }
  if (security.Price().IsZero()) {
    return Refuse(request, Code::SecurityPriceZero, ZeroPriceMessage(request.GetSymbol()));
  }
  const std::string& currency = security.QuoteCurrency().CurrencyCode();
  if (!parts_.portfolio.CashBook.ContainsKey(currency)) {
    return Refuse(request, Code::QuoteCurrencyRequired,
                  ticker + ": requires " + currency + " in the cashbook to trade.");
  }
  if (security.QuoteCurrency().ConversionRate().IsZero()) {
    return Refuse(request, Code::ConversionRateZero,
                  ticker + ": requires " + currency +
                      " to have a non-zero conversion rate. This can be caused by lack of data.");
  }
  if (!security.HasData()) {
    return Refuse(request, Code::SecurityHasNoData,
                  "There is no data for this symbol yet, please check the security.HasData flag to "
                  "ensure there is at least one data point.");
  }
  return Accept(request);
}

OrderResponse PreOrderChecks::CheckAuction(const SubmitOrderRequest& request,
                                           const Security& security) const {
  const OrderType type = request.OrderType();
  if (type != OrderType::MarketOnOpen && type != OrderType::MarketOnClose) return Accept(request);
  const std::string name(ToText(type));
  if (security.Exchange.Hours().IsMarketAlwaysOpen()) {
    throw InvalidOperationError("Market never closes for this symbol " +
                                security.GetSymbol().Value() + ", can no submit a " + name +
                                " order.");
  }
  if (type == OrderType::MarketOnOpen) {
    // With daily data alone the auctions are the only prices there are.
    if (!security.Exchange.ExchangeOpen() || IsDailyResolutionOnly(security)) {
      return Accept(request);
    }
    return Refuse(request, Code::MarketOnOpenNotAllowedDuringRegularHours,
                  "Cannot submit a " + name + " order while the market is open.");
  }
  if (!IsWithinMarketOnCloseSubmissionBuffer(security)) return Accept(request);
  return Refuse(request, Code::MarketOnCloseOrderTooLate,
                "MarketOnClose orders must be placed within " +
                    parts_.settings.MarketOnCloseSubmissionTimeBuffer().ToString() +
                    " before market close. Override this TimeSpan buffer by setting "
                    "Orders.MarketOnCloseOrder.SubmissionTimeBuffer in QCAlgorithm.Initialize().");
}

bool PreOrderChecks::IsWithinMarketOnCloseSubmissionBuffer(const Security& security) const {
  const SecurityExchange& exchange = security.Exchange;
  if (exchange.Hours().IsMarketAlwaysOpen()) return false;
  const DateTime close = ConvertToUtc(
      exchange.Hours().GetNextMarketClose(security.LocalTime(), false), exchange.TimeZone());
  return parts_.transactions.UtcTime() >
         close - parts_.settings.MarketOnCloseSubmissionTimeBuffer();
}

}  // namespace regimen
