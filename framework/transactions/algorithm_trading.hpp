#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"
#include "framework/orders/leg.hpp"
#include "framework/orders/order_properties.hpp"
#include "framework/orders/order_ticket.hpp"
#include "framework/orders/order_type.hpp"
#include "framework/portfolio/percent_targets.hpp"
#include "framework/portfolio/portfolio_target.hpp"
#include "framework/transactions/pre_order_checks.hpp"

namespace regimen {

struct AlgorithmHooks;
class AlgorithmSettings;
class SecurityPortfolioManager;
class SecurityTransactionManager;

// The trailing arguments of LEAN's order methods.
struct OrderOptions {
  // Changes nothing in a backtest.
  bool asynchronous = false;
  // NOLINTNEXTLINE(readability-redundant-member-init): gcc warns if it is left out of {.a = b}.
  std::string tag = {};
  // By default the strategy's DefaultOrderProperties.
  std::optional<OrderProperties> properties = std::nullopt;
};

// The trading methods of a strategy (LEAN's QCAlgorithm.Trading): which order a call makes, what is
// checked before it gets a number, and how percentages become shares.
//
// A refused order has a ticket of status Invalid whose SubmitRequest().Response() says why; no
// order is made and the strategy's error log gets the message. Not thread-safe.
class AlgorithmTrading {
 public:
  struct Parts {
    SecurityPortfolioManager& portfolio;
    SecurityTransactionManager& transactions;
    const AlgorithmSettings& settings;
    const AlgorithmHooks& hooks;
    // The strategy's, read for each order.
    const OrderProperties& default_order_properties;
  };

  explicit AlgorithmTrading(const Parts& parts);

  // ---- Single orders: quantities are signed, negative sells
  // -----------------------------------------

  // Where the market is closed the order becomes a market-on-open order; in session on daily data a
  // market-on-close order, or market-on-open within the submission buffer.
  OrderTicket& MarketOrder(const Symbol& symbol, Decimal quantity,
                           const OrderOptions& options = {});
  OrderTicket& MarketOnOpenOrder(const Symbol& symbol, Decimal quantity,
                                 const OrderOptions& options = {});
  OrderTicket& MarketOnCloseOrder(const Symbol& symbol, Decimal quantity,
                                  const OrderOptions& options = {});
  OrderTicket& LimitOrder(const Symbol& symbol, Decimal quantity, Decimal limit_price,
                          const OrderOptions& options = {});
  OrderTicket& StopMarketOrder(const Symbol& symbol, Decimal quantity, Decimal stop_price,
                               const OrderOptions& options = {});
  OrderTicket& StopLimitOrder(const Symbol& symbol, Decimal quantity, Decimal stop_price,
                              Decimal limit_price, const OrderOptions& options = {});
  OrderTicket& LimitIfTouchedOrder(const Symbol& symbol, Decimal quantity, Decimal trigger_price,
                                   Decimal limit_price, const OrderOptions& options = {});

  struct Trailing {
    Decimal amount;
    bool as_percentage = false;
    // By default one trailing amount away from the present price.
    std::optional<Decimal> stop_price = std::nullopt;
  };
  OrderTicket& TrailingStopOrder(const Symbol& symbol, Decimal quantity, const Trailing& trailing,
                                 const OrderOptions& options = {});
  // Checks and submits a request that the strategy made itself.
  OrderTicket& SubmitOrderRequest(regimen::SubmitOrderRequest request);

  // ---- Combos
  // ---------------------------------------------------------------------------------------

  // Throw ArgumentError when the legs' quantities have a common divisor, or prices are missing or
  // too many.
  std::vector<OrderTicket*> ComboMarketOrder(const std::vector<Leg>& legs, int quantity,
                                             const OrderOptions& options = {});
  std::vector<OrderTicket*> ComboLegLimitOrder(const std::vector<Leg>& legs, int quantity,
                                               const OrderOptions& options = {});
  std::vector<OrderTicket*> ComboLimitOrder(const std::vector<Leg>& legs, int quantity,
                                            Decimal limit_price, const OrderOptions& options = {});

  // ---- Targets
  // --------------------------------------------------------------------------------------

  enum class ExistingHoldings : std::uint8_t { Keep, Liquidate };

  // Brings the position to `percentage` of the portfolio.
  std::vector<OrderTicket*> SetHoldings(const Symbol& symbol, Decimal percentage,
                                        ExistingHoldings others = ExistingHoldings::Keep,
                                        const OrderOptions& options = {});
  // The same for several, sized with one portfolio value; orders that free margin go first.
  std::vector<OrderTicket*> SetHoldings(const std::vector<PortfolioTarget>& targets,
                                        ExistingHoldings others = ExistingHoldings::Keep,
                                        const OrderOptions& options = {});
  // Closes positions and cancels open orders, in all securities by ticker or in one. The tag, by
  // default "Liquidated", goes to both.
  std::vector<OrderTicket*> Liquidate(const OrderOptions& options = {});
  std::vector<OrderTicket*> Liquidate(const Symbol& symbol, const OrderOptions& options = {});
  std::vector<OrderTicket*> Liquidate(const std::vector<Symbol>& symbols,
                                      const OrderOptions& options = {});
  // The order that makes the position `target` of the portfolio; 0 when it cannot be told.
  Decimal CalculateOrderQuantity(const Symbol& symbol, Decimal target);
  PercentTargets& Percent() { return percent_; }

  bool Shortable(const Symbol& symbol, Decimal quantity,
                 std::optional<int> update_order_id = {}) const;
  void SetMaximumOrders(int maximum) { checks_.SetMaximumOrders(maximum); }

 private:
  Security& SecurityForOrder(const Symbol& symbol);
  regimen::SubmitOrderRequest::Fields FieldsOf(OrderType type, const Security& security,
                                               Decimal quantity, const OrderOptions& options) const;
  // Good-til-date means nothing at an auction.
  void DropGoodTilDate(OrderProperties& properties);
  OrderTicket& AuctionOrder(OrderType type, const Symbol& symbol, Decimal quantity,
                            const OrderOptions& options);
  OrderTicket& Converted(OrderTicket& ticket, bool& warning_sent, const char* warning);
  std::vector<OrderTicket*> ComboOrder(OrderType type, const std::vector<Leg>& legs, int quantity,
                                       Decimal limit_price, const OrderOptions& options);
  void AppendLiquidation(std::vector<OrderTicket*>& tickets, const Symbol& symbol,
                         const OrderOptions& options);
  std::vector<OrderTicket*> LiquidateAllBut(const std::vector<Symbol>& kept,
                                            const OrderOptions& options);
  void AppendTargetOrder(std::vector<OrderTicket*>& tickets, const Symbol& symbol, Decimal quantity,
                         const OrderOptions& options);

  Parts parts_;
  PreOrderChecks checks_;
  PercentTargets percent_;
  bool market_on_open_warning_sent_ = false;
  bool daily_conversion_warning_sent_ = false;
  bool good_til_date_warning_sent_ = false;
  bool liquidate_warning_sent_ = false;
};

}  // namespace regimen
