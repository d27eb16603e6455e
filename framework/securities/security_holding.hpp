#pragma once

#include <functional>

#include "framework/core/decimal.hpp"

namespace regimen {

class Security;

// The position in one security and what it has earned (LEAN's SecurityHolding).
//
// Money is in the account currency, prices in the security's quote currency. Owned by its Security;
// changed only by the portfolio model when it applies a fill, a split or a dividend. Not
// thread-safe.
class SecurityHolding {
 public:
  explicit SecurityHolding(const Security& security) : security_(&security) {}
  SecurityHolding(const SecurityHolding&) = delete;
  SecurityHolding& operator=(const SecurityHolding&) = delete;
  ~SecurityHolding() = default;

  // Shares held; negative when short.
  Decimal Quantity() const { return quantity_; }
  Decimal AbsoluteQuantity() const { return quantity_.IsNegative() ? -quantity_ : quantity_; }
  Decimal AveragePrice() const { return average_price_; }
  // |quantity| >= the lot size.
  bool Invested() const { return invested_; }
  bool HoldStock() const { return Invested(); }
  bool IsLong() const { return quantity_ > Decimal(); }
  bool IsShort() const { return quantity_ < Decimal(); }

  Decimal Price() const;
  Decimal Leverage() const;
  Decimal HoldingsCost() const;
  Decimal UnleveredHoldingsCost() const;
  Decimal AbsoluteHoldingsCost() const;
  Decimal HoldingsValue() const;
  Decimal AbsoluteHoldingsValue() const;
  // The value of `quantity` shares at `price`, or at the current price.
  Decimal GetQuantityValue(Decimal quantity, Decimal price) const;
  Decimal GetQuantityValue(Decimal quantity) const;

  // Profit of closing the position now, at bid or ask, less the fee of doing so. 0 when not
  // invested.
  Decimal UnrealizedProfit() const { return TotalCloseProfit(); }
  Decimal UnrealizedProfitPercent() const;
  Decimal TotalCloseProfit() const;
  // Realised profit and dividends; NetProfit is less all fees.
  Decimal Profit() const { return profit_ + total_dividends_; }
  Decimal NetProfit() const { return Profit() - total_fees_; }
  Decimal LastTradeProfit() const { return last_trade_profit_; }
  Decimal TotalFees() const { return total_fees_; }
  Decimal TotalDividends() const { return total_dividends_; }
  Decimal TotalSaleVolume() const { return total_sale_volume_; }

  // LEAN's event QuantityChanged: called after every change of the position.
  std::function<void()> QuantityChanged;

  // Replaces the position; cash does not move.
  void SetHoldings(Decimal average_price, Decimal quantity);
  void AddNewFee(Decimal fee) { total_fees_ += fee; }
  void AddNewProfit(Decimal profit) { profit_ += profit; }
  void AddNewDividend(Decimal dividend) { total_dividends_ += dividend; }
  void AddNewSale(Decimal sale_volume) { total_sale_volume_ += sale_volume; }
  void SetLastTradeProfit(Decimal profit) { last_trade_profit_ = profit; }

 private:
  const Security* security_;
  bool invested_ = false;
  Decimal quantity_;
  Decimal average_price_;
  Decimal profit_;
  Decimal last_trade_profit_;
  Decimal total_fees_;
  Decimal total_dividends_;
  Decimal total_sale_volume_;
};

}  // namespace regimen
