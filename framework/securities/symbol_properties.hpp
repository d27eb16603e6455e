#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "framework/core/decimal.hpp"

namespace regimen {

// How a security is quoted and traded. A plain value; all counts and prices are in the quote
// currency or units of the security. (LEAN: SymbolProperties.)
class SymbolProperties {
 public:
  struct Fields {
    std::string description;
    std::string quote_currency;
    Decimal contract_multiplier = 1;
    Decimal minimum_price_variation = Decimal::FromScaled(1, 2);
    Decimal lot_size = 1;
    std::string market_ticker;
    std::optional<Decimal> minimum_order_size;
    Decimal price_magnifier = 1;
    Decimal strike_multiplier = 1;
  };

  // Throws ArgumentError if lot size, price magnifier or strike multiplier is not above zero.
  explicit SymbolProperties(Fields fields);
  // Of a security without an entry: multiplier 1, price step 0.01, lot size 1.
  static SymbolProperties GetDefault(std::string_view quote_currency);

  const std::string& Description() const { return fields_.description; }
  const std::string& QuoteCurrency() const { return fields_.quote_currency; }
  // Units of the underlying per contract.
  Decimal ContractMultiplier() const { return fields_.contract_multiplier; }
  // The price step of orders.
  Decimal MinimumPriceVariation() const { return fields_.minimum_price_variation; }
  // Order quantities are multiples of it.
  Decimal LotSize() const { return fields_.lot_size; }
  // The ticker that the market itself uses; may be empty.
  const std::string& MarketTicker() const { return fields_.market_ticker; }
  std::optional<Decimal> MinimumOrderSize() const { return fields_.minimum_order_size; }
  // What prices must be divided by to be in the quote currency.
  Decimal PriceMagnifier() const { return fields_.price_magnifier; }
  Decimal StrikeMultiplier() const { return fields_.strike_multiplier; }

 private:
  Fields fields_;
};

}  // namespace regimen
