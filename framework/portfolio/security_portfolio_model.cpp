#include "framework/portfolio/security_portfolio_model.hpp"

#include "framework/core/math.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/orders/order_processor.hpp"
#include "framework/securities/portfolio_account.hpp"
#include "framework/securities/security.hpp"
#include "framework/securities/settlement_model.hpp"

namespace regimen {

namespace {

struct Position {
  Decimal quantity;
  Decimal average_price;
};

Position After(Position held, const OrderEvent& fill) {
  const Decimal quantity = held.quantity + fill.FillQuantity();
  if (held.quantity.IsZero()) return {fill.FillQuantity(), fill.FillPrice()};
  const bool grows = held.quantity.Sign() == (fill.Direction() == OrderDirection::Buy ? 1 : -1);
  if (grows) {
    const Decimal cost =
        (held.average_price * held.quantity) + (fill.FillQuantity() * fill.FillPrice());
    return {quantity, cost / quantity};
  }
  if (quantity.IsZero()) return {quantity, Decimal()};
  // Through zero: what is left was opened by this fill.
  if (quantity.Sign() != held.quantity.Sign()) return {quantity, fill.FillPrice()};
  return {quantity, held.average_price};
}

// Futures, CFDs and the like take no payment up front.
bool PaysForPosition(SecurityType type) {
  return type != SecurityType::Future && type != SecurityType::Cfd &&
         type != SecurityType::CryptoFuture;
}

}  // namespace

void SecurityPortfolioModel::ProcessFill(Security& security, const OrderEvent& fill) {
  SecurityHolding& holdings = security.Holdings;
  Position position{holdings.Quantity(), holdings.AveragePrice()};
  try {
    ApplyCash(security, fill);
    const bool closes = (holdings.IsLong() && fill.Direction() == OrderDirection::Sell) ||
                        (holdings.IsShort() && fill.Direction() == OrderDirection::Buy);
    if (closes) CloseProfit(security, fill);
    position = After(position, fill);
  } catch (...) {
    holdings.SetHoldings(position.average_price, position.quantity);
    throw;
  }
  holdings.SetHoldings(position.average_price, position.quantity);
}

void SecurityPortfolioModel::ApplyCash(Security& security, const OrderEvent& fill) {
  SecurityHolding& holdings = security.Holdings;
  holdings.AddNewSale(holdings.GetQuantityValue(fill.AbsoluteFillQuantity(), fill.FillPrice()));
  const CashAmount& fee = fill.OrderFee().Value();
  if (!fee.Amount().IsZero()) {
    holdings.AddNewFee(account_->CashBook.ConvertToAccountCurrency(fee.Amount(), fee.Currency()));
    account_->CashBook[fee.Currency()].AddAmount(-fee.Amount());
  }
  if (!PaysForPosition(security.Type())) return;
  const Decimal flow =
      -fill.FillQuantity() * fill.FillPrice() * security.SymbolProperties().ContractMultiplier();
  security.SettlementModel().ApplyFunds(
      {*account_, security, fill.UtcTime(), {flow, security.QuoteCurrency().CurrencyCode()}});
}

void SecurityPortfolioModel::CloseProfit(Security& security, const OrderEvent& fill) {
  SecurityHolding& holdings = security.Holdings;
  const Decimal multiplier = security.SymbolProperties().ContractMultiplier();
  const Decimal closed = Math::Sign(-fill.FillQuantity()) *
                         Math::Min(fill.AbsoluteFillQuantity(), holdings.AbsoluteQuantity());
  const Decimal in_quote_currency =
      fill.FillPrice() * closed * multiplier - holdings.AveragePrice() * closed * multiplier;
  if (!PaysForPosition(security.Type())) {
    security.SettlementModel().ApplyFunds(
        {*account_,
         security,
         fill.UtcTime(),
         {in_quote_currency, security.QuoteCurrency().CurrencyCode()}});
  }
  const Decimal profit = in_quote_currency * security.QuoteCurrency().ConversionRate();
  holdings.AddNewProfit(profit);
  holdings.SetLastTradeProfit(profit);
  const CashAmount& fee = fill.OrderFee().Value();
  const Decimal fee_in_account_currency =
      fee.Amount().IsZero()
          ? Decimal()
          : account_->CashBook.ConvertToAccountCurrency(fee.Amount(), fee.Currency());
  // The fee of opening the position is taken to be that of closing it.
  const Decimal result = profit - 2 * fee_in_account_currency;
  records_->AddTransactionRecord(security.UtcTime(), result, result > 0);
}

}  // namespace regimen
