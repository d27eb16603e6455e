// The trading calls of QCAlgorithm: each names the symbol and forwards to AlgorithmTrading.
#include "framework/algorithm/algorithm_state.hpp"
#include "framework/algorithm/qc_algorithm.hpp"
#include "framework/core/math.hpp"
#include "framework/securities/shortable_provider.hpp"

namespace regimen {

namespace {

OrderOptions OptionsOf(bool asynchronous, const std::string& tag,
                       const std::optional<OrderProperties>& properties) {
  return {asynchronous, tag, properties};
}

AlgorithmTrading::ExistingHoldings Others(bool liquidate) {
  return liquidate ? AlgorithmTrading::ExistingHoldings::Liquidate
                   : AlgorithmTrading::ExistingHoldings::Keep;
}

}  // namespace

OrderTicket& QCAlgorithm::Buy(const SymbolOrTicker& symbol, Decimal quantity) {
  return MarketOrder(symbol, Math::Abs(quantity));
}

OrderTicket& QCAlgorithm::Sell(const SymbolOrTicker& symbol, Decimal quantity) {
  return MarketOrder(symbol, -Math::Abs(quantity));
}

OrderTicket& QCAlgorithm::Order(const SymbolOrTicker& symbol, Decimal quantity,
                                StrictBool asynchronous, const std::string& tag,
                                const std::optional<OrderProperties>& properties) {
  return MarketOrder(symbol, quantity, asynchronous, tag, properties);
}

// NOLINTBEGIN(readability-function-size): the arguments are LEAN's.

OrderTicket& QCAlgorithm::TrailStop(const SymbolOrTicker& symbol, Decimal quantity,
                                    std::optional<Decimal> stop_price, Decimal trailing_amount,
                                    bool trailing_as_percentage, bool asynchronous,
                                    const std::string& tag,
                                    const std::optional<OrderProperties>& properties) {
  return state_->trading.TrailingStopOrder(state_->Resolve(symbol), quantity,
                                           {.amount = trailing_amount,
                                            .as_percentage = trailing_as_percentage,
                                            .stop_price = stop_price},
                                           OptionsOf(asynchronous, tag, properties));
}

std::vector<OrderTicket*> QCAlgorithm::SetHoldings(
    const SymbolOrTicker& symbol, Decimal percentage, StrictBool liquidate_existing_holdings,
    StrictBool asynchronous, const std::string& tag,
    const std::optional<OrderProperties>& properties) {
  return state_->trading.SetHoldings(state_->Resolve(symbol), percentage,
                                     Others(liquidate_existing_holdings),
                                     OptionsOf(asynchronous, tag, properties));
}

std::vector<OrderTicket*> QCAlgorithm::SetHoldings(
    const std::vector<PortfolioTarget>& targets, StrictBool liquidate_existing_holdings,
    StrictBool asynchronous, const std::string& tag,
    const std::optional<OrderProperties>& properties) {
  std::vector<PortfolioTarget> resolved;
  for (const PortfolioTarget& target : targets) {
    const SymbolOrTicker key =
        target.GetSymbol() ? SymbolOrTicker(target.GetSymbol()) : SymbolOrTicker(target.Ticker());
    resolved.emplace_back(state_->Resolve(key), target.Quantity(), target.Tag());
  }
  return state_->trading.SetHoldings(resolved, Others(liquidate_existing_holdings),
                                     OptionsOf(asynchronous, tag, properties));
}

std::vector<OrderTicket*> QCAlgorithm::Liquidate(const SymbolOrTicker& symbol,
                                                 StrictBool asynchronous, const std::string& tag,
                                                 const std::optional<OrderProperties>& properties) {
  const OrderOptions options = OptionsOf(asynchronous, tag, properties);
  if (symbol.IsNone()) return state_->trading.Liquidate(options);
  return state_->trading.Liquidate(state_->Resolve(symbol), options);
}

std::vector<OrderTicket*> QCAlgorithm::Liquidate(const std::vector<Symbol>& symbols,
                                                 StrictBool asynchronous, const std::string& tag,
                                                 const std::optional<OrderProperties>& properties) {
  return state_->trading.Liquidate(symbols, OptionsOf(asynchronous, tag, properties));
}

std::vector<OrderTicket*> QCAlgorithm::Liquidate() { return state_->trading.Liquidate(); }

std::vector<int> QCAlgorithm::Liquidate(const SymbolOrTicker& symbol, const std::string& tag) {
  std::vector<int> order_ids;
  for (const OrderTicket* ticket : Liquidate(symbol, false, tag)) {
    order_ids.push_back(ticket->OrderId());
  }
  return order_ids;
}

OrderTicket& QCAlgorithm::SubmitOrderRequest(const regimen::SubmitOrderRequest& request) {
  return state_->trading.SubmitOrderRequest(request);
}

void QCAlgorithm::SetMaximumOrders(int maximum) { state_->trading.SetMaximumOrders(maximum); }

bool QCAlgorithm::Shortable(const SymbolOrTicker& symbol, Decimal quantity) {
  return state_->trading.Shortable(state_->Resolve(symbol), quantity);
}

std::int64_t QCAlgorithm::ShortableQuantity(const SymbolOrTicker& symbol) const {
  const Security& security = Securities[state_->Resolve(symbol)];
  ShortableProvider* provider = security.ShortableProvider();
  if (provider == nullptr) return 0;
  return provider->ShortableQuantity(security.GetSymbol(), security.LocalTime()).value_or(0);
}

Decimal QCAlgorithm::CalculateOrderQuantity(const SymbolOrTicker& symbol, Decimal target) {
  return state_->trading.CalculateOrderQuantity(state_->Resolve(symbol), target);
}

OrderTicket& QCAlgorithm::MarketOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                      StrictBool asynchronous, const std::string& tag,
                                      const std::optional<OrderProperties>& properties) {
  return state_->trading.MarketOrder(state_->Resolve(symbol), quantity,
                                     OptionsOf(asynchronous, tag, properties));
}

OrderTicket& QCAlgorithm::MarketOnOpenOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                            StrictBool asynchronous, const std::string& tag,
                                            const std::optional<OrderProperties>& properties) {
  return state_->trading.MarketOnOpenOrder(state_->Resolve(symbol), quantity,
                                           OptionsOf(asynchronous, tag, properties));
}

OrderTicket& QCAlgorithm::MarketOnCloseOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                             StrictBool asynchronous, const std::string& tag,
                                             const std::optional<OrderProperties>& properties) {
  return state_->trading.MarketOnCloseOrder(state_->Resolve(symbol), quantity,
                                            OptionsOf(asynchronous, tag, properties));
}

OrderTicket& QCAlgorithm::LimitOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                     Decimal limit_price, StrictBool asynchronous,
                                     const std::string& tag,
                                     const std::optional<OrderProperties>& properties) {
  return state_->trading.LimitOrder(state_->Resolve(symbol), quantity, limit_price,
                                    OptionsOf(asynchronous, tag, properties));
}

OrderTicket& QCAlgorithm::StopMarketOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                          Decimal stop_price, StrictBool asynchronous,
                                          const std::string& tag,
                                          const std::optional<OrderProperties>& properties) {
  return state_->trading.StopMarketOrder(state_->Resolve(symbol), quantity, stop_price,
                                         OptionsOf(asynchronous, tag, properties));
}

OrderTicket& QCAlgorithm::StopLimitOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                         Decimal stop_price, Decimal limit_price,
                                         StrictBool asynchronous, const std::string& tag,
                                         const std::optional<OrderProperties>& properties) {
  return state_->trading.StopLimitOrder(state_->Resolve(symbol), quantity, stop_price, limit_price,
                                        OptionsOf(asynchronous, tag, properties));
}

OrderTicket& QCAlgorithm::LimitIfTouchedOrder(const SymbolOrTicker& symbol, Decimal quantity,
                                              Decimal trigger_price, Decimal limit_price,
                                              StrictBool asynchronous, const std::string& tag,
                                              const std::optional<OrderProperties>& properties) {
  return state_->trading.LimitIfTouchedOrder(state_->Resolve(symbol), quantity, trigger_price,
                                             limit_price, OptionsOf(asynchronous, tag, properties));
}

std::vector<OrderTicket*> QCAlgorithm::ComboMarketOrder(
    const std::vector<Leg>& legs, int quantity, StrictBool asynchronous, const std::string& tag,
    const std::optional<OrderProperties>& properties) {
  return state_->trading.ComboMarketOrder(legs, quantity, OptionsOf(asynchronous, tag, properties));
}

std::vector<OrderTicket*> QCAlgorithm::ComboLimitOrder(
    const std::vector<Leg>& legs, int quantity, Decimal limit_price, StrictBool asynchronous,
    const std::string& tag, const std::optional<OrderProperties>& properties) {
  return state_->trading.ComboLimitOrder(legs, quantity, limit_price,
                                         OptionsOf(asynchronous, tag, properties));
}

std::vector<OrderTicket*> QCAlgorithm::ComboLegLimitOrder(
    const std::vector<Leg>& legs, int quantity, StrictBool asynchronous, const std::string& tag,
    const std::optional<OrderProperties>& properties) {
  return state_->trading.ComboLegLimitOrder(legs, quantity,
                                            OptionsOf(asynchronous, tag, properties));
}

// NOLINTEND(readability-function-size)

}  // namespace regimen
