// SetHoldings and Liquidate of AlgorithmTrading.
#include <algorithm>

#include "framework/portfolio/margin_impact.hpp"
#include "framework/portfolio/security_portfolio_manager.hpp"
#include "framework/securities/algorithm_settings.hpp"
#include "framework/transactions/algorithm_hooks.hpp"
#include "framework/transactions/algorithm_trading.hpp"
#include "framework/transactions/security_transaction_manager.hpp"

namespace regimen {

Decimal AlgorithmTrading::CalculateOrderQuantity(const Symbol& symbol, Decimal target) {
  return percent_.OrderQuantity(symbol, target).value_or(Decimal());
}

std::vector<OrderTicket*> AlgorithmTrading::SetHoldings(const Symbol& symbol, Decimal percentage,
                                                        ExistingHoldings others,
                                                        const OrderOptions& options) {
  // Sized before anything is sold, as in LEAN.
  const Decimal quantity = CalculateOrderQuantity(symbol, percentage);
  std::vector<OrderTicket*> tickets;
  if (others == ExistingHoldings::Liquidate) tickets = LiquidateAllBut({symbol}, options);
  AppendTargetOrder(tickets, symbol, quantity, options);
  return tickets;
}

std::vector<OrderTicket*> AlgorithmTrading::SetHoldings(const std::vector<PortfolioTarget>& targets,
                                                        ExistingHoldings others,
                                                        const OrderOptions& options) {
  std::vector<OrderTicket*> tickets;
  if (others == ExistingHoldings::Liquidate) {
    std::vector<Symbol> kept;
    kept.reserve(targets.size());
    for (const PortfolioTarget& target : targets) kept.push_back(target.GetSymbol());
    tickets = LiquidateAllBut(kept, options);
  }
  if (parts_.hooks.is_warming_up()) return tickets;
  std::vector<PortfolioTarget> orders;
  orders.reserve(targets.size());
  for (const PortfolioTarget& target : targets) {
    orders.emplace_back(target.GetSymbol(),
                        CalculateOrderQuantity(target.GetSymbol(), target.Quantity()));
  }
  for (const PortfolioTarget& order : OrderTargetsByMarginImpact(
           orders, parts_.portfolio.Securities, parts_.transactions, TargetQuantity::Delta)) {
    AppendTargetOrder(tickets, order.GetSymbol(), order.Quantity(), options);
  }
  return tickets;
}

void AlgorithmTrading::AppendTargetOrder(std::vector<OrderTicket*>& tickets, const Symbol& symbol,
                                         Decimal quantity, const OrderOptions& options) {
  const Decimal open =
      parts_.transactions.GetOpenOrdersRemainingQuantity([&](const OrderTicket& ticket) {
        return ticket.GetSymbol() == symbol && (ticket.OrderType() == OrderType::Market ||
                                                ticket.OrderType() == OrderType::MarketOnOpen);
      });
  const Decimal missing = quantity - open;
  if (missing.IsZero()) return;
  const Security* security = parts_.portfolio.Securities.Find(symbol);
  if (security == nullptr) {
    parts_.hooks.error(
        symbol.Value() +
        " not found in portfolio. Request this data when initializing the algorithm.");
    return;
  }
  tickets.push_back(security->Exchange.ExchangeOpen()
                        ? &MarketOrder(symbol, missing, options)
                        : &MarketOnOpenOrder(symbol, missing, options));
}

std::vector<OrderTicket*> AlgorithmTrading::LiquidateAllBut(const std::vector<Symbol>& kept,
                                                            const OrderOptions& options) {
  std::vector<Symbol> symbols = parts_.portfolio.Keys();
  std::erase_if(
      symbols, [&](const Symbol& symbol) { return std::ranges::find(kept, symbol) != kept.end(); });
  std::ranges::stable_sort(symbols, {}, &Symbol::Value);
  return Liquidate(symbols, {.tag = options.tag, .properties = options.properties});
}

std::vector<OrderTicket*> AlgorithmTrading::Liquidate(const OrderOptions& options) {
  std::vector<Symbol> symbols = parts_.portfolio.Keys();
  std::ranges::stable_sort(symbols, {}, &Symbol::Value);
  return Liquidate(symbols, options);
}

std::vector<OrderTicket*> AlgorithmTrading::Liquidate(const Symbol& symbol,
                                                      const OrderOptions& options) {
  return Liquidate(std::vector<Symbol>{symbol}, options);
}

std::vector<OrderTicket*> AlgorithmTrading::Liquidate(const std::vector<Symbol>& symbols,
                                                      const OrderOptions& options) {
  std::vector<OrderTicket*> tickets;
  if (!parts_.settings.LiquidateEnabled()) {
    parts_.hooks.debug(
        "Liquidate() is currently disabled by settings. To re-enable please set "
        "'Settings.LiquidateEnabled' to true");
    return tickets;
  }
  OrderOptions tagged = options;
  if (tagged.tag.empty()) tagged.tag = "Liquidated";
  for (const Symbol& symbol : symbols) {
    if (parts_.portfolio.ContainsKey(symbol)) {
      AppendLiquidation(tickets, symbol, tagged);
    } else if (!liquidate_warning_sent_) {
      liquidate_warning_sent_ = true;
      parts_.hooks.debug("Warning: liquidate ignored symbol '" + symbol.Value() +
                         "' because it has not been added to the algorithm. Add the security "
                         "before liquidating it.");
    }
  }
  return tickets;
}

void AlgorithmTrading::AppendLiquidation(std::vector<OrderTicket*>& tickets, const Symbol& symbol,
                                         const OrderOptions& options) {
  const std::vector<Order> open = parts_.transactions.GetOpenOrders(symbol);
  const SecurityHolding& holdings = parts_.portfolio[symbol];
  const Decimal quantity = holdings.Invested() ? holdings.Quantity() : Decimal();
  const bool is_closing_already = open.size() == 1 && !quantity.IsZero() &&
                                  open[0].Type() == OrderType::Market &&
                                  open[0].Quantity() == -quantity;
  if (is_closing_already) return;
  Decimal market_orders;
  for (const Order& order : open) {
    if (order.Type() == OrderType::Market) {
      market_orders += parts_.transactions.GetOrderTicket(order.Id())->QuantityRemaining();
    } else {
      parts_.transactions.CancelOrder(order.Id(), options.tag);
    }
  }
  if (quantity.IsZero()) return;
  tickets.push_back(&MarketOrder(symbol, -quantity - market_orders, options));
}

}  // namespace regimen
