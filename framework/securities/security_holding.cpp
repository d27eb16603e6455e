#include "framework/securities/security_holding.hpp"

#include "framework/core/math.hpp"
#include "framework/orders/cash_amount.hpp"
#include "framework/securities/fee_model.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

Decimal SecurityHolding::Price() const { return security_->Price(); }

Decimal SecurityHolding::Leverage() const { return security_->Leverage(); }

Decimal SecurityHolding::GetQuantityValue(Decimal quantity, Decimal price) const {
  return price * quantity * security_->SymbolProperties().ContractMultiplier() *
         security_->QuoteCurrency().ConversionRate();
}

Decimal SecurityHolding::GetQuantityValue(Decimal quantity) const {
  return GetQuantityValue(quantity, Price());
}

Decimal SecurityHolding::HoldingsCost() const {
  return quantity_.IsZero() ? Decimal() : GetQuantityValue(quantity_, average_price_);
}

Decimal SecurityHolding::UnleveredHoldingsCost() const { return HoldingsCost() / Leverage(); }

Decimal SecurityHolding::AbsoluteHoldingsCost() const { return Math::Abs(HoldingsCost()); }

Decimal SecurityHolding::HoldingsValue() const {
  return quantity_.IsZero() ? Decimal() : GetQuantityValue(quantity_);
}

Decimal SecurityHolding::AbsoluteHoldingsValue() const { return Math::Abs(HoldingsValue()); }

Decimal SecurityHolding::TotalCloseProfit() const {
  if (!invested_) return Decimal();
  const Decimal fee = security_->ToAccountCurrency(
      GetMarketOrderFees(*security_, -quantity_, security_->UtcTime()));
  const Decimal exit_price = IsLong() ? security_->BidPrice() : security_->AskPrice();
  return GetQuantityValue(quantity_, exit_price) - GetQuantityValue(quantity_, average_price_) -
         fee;
}

Decimal SecurityHolding::UnrealizedProfitPercent() const {
  const Decimal cost = AbsoluteHoldingsCost();
  return cost.IsZero() ? Decimal() : UnrealizedProfit() / cost;
}

void SecurityHolding::SetHoldings(Decimal average_price, Decimal quantity) {
  average_price_ = average_price;
  quantity_ = quantity;
  invested_ = Math::Abs(quantity) >= security_->SymbolProperties().LotSize();
  if (QuantityChanged) QuantityChanged();
}

}  // namespace regimen
