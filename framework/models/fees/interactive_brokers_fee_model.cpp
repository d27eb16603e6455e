#include "framework/models/fees/interactive_brokers_fee_model.hpp"

#include <string_view>

#include "framework/core/error.hpp"
#include "framework/core/market.hpp"
#include "framework/core/math.hpp"
#include "framework/orders/order.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

namespace {

struct EquityRates {
  Decimal per_share;
  Decimal minimum;
  // Of the order's value.
  Decimal maximum_rate;
  const char* currency;
};

EquityRates RatesOf(const Symbol& symbol) {
  if (symbol.Market() == Market::USA) {
    return {Decimal::FromScaled(5, 3), 1, Decimal::FromScaled(5, 3), "USD"};
  }
  if (symbol.Market() == Market::India) return {Decimal::FromScaled(1, 2), 6, 20, "INR"};
  throw ArgumentError("InteractiveBrokersFeeModel knows no commission for equities of market '" +
                      std::string(symbol.Market()) + "': set another fee model for " +
                      symbol.Value());
}

OrderFee EquityFee(const Security& security, const Order& order) {
  const EquityRates rates = RatesOf(security.GetSymbol());
  Decimal fee = rates.per_share * order.AbsoluteQuantity();
  const Decimal maximum = rates.maximum_rate * Math::Abs(order.GetValue(security));
  if (fee < rates.minimum) {
    // The minimum is never capped.
    fee = rates.minimum;
  } else if (fee > maximum) {
    fee = maximum;
  }
  return OrderFee(CashAmount(Math::Abs(fee), rates.currency));
}

OrderFee CfdFee(const Security& security, const Order& order) {
  const std::string& currency = security.QuoteCurrency().CurrencyCode();
  const Decimal minimum = currency == "JPY"   ? Decimal::FromScaled(400, 1)
                          : currency == "HKD" ? Decimal::FromScaled(100, 1)
                                              : Decimal::FromScaled(10, 1);
  const Decimal fee = Decimal::FromScaled(2, 5) * Math::Abs(order.GetValue(security));
  return OrderFee(CashAmount(Math::Max(fee, minimum), currency));
}

}  // namespace

InteractiveBrokersFeeModel::InteractiveBrokersFeeModel(Decimal monthly_forex_amount) {
  struct Tier {
    std::int64_t up_to;
    Decimal basis_points;
    Decimal minimum;
  };
  const Tier tiers[] = {
      {1'000'000'000, Decimal::FromScaled(20, 2), Decimal::FromScaled(200, 2)},
      {2'000'000'000, Decimal::FromScaled(15, 2), Decimal::FromScaled(150, 2)},
      {5'000'000'000, Decimal::FromScaled(10, 2), Decimal::FromScaled(125, 2)},
  };
  Tier tier{0, Decimal::FromScaled(8, 2), Decimal::FromScaled(100, 2)};
  for (const Tier& candidate : tiers) {
    if (monthly_forex_amount > candidate.up_to) continue;
    tier = candidate;
    break;
  }
  forex_rate_ = tier.basis_points * Decimal::FromScaled(1, 4);
  forex_minimum_ = tier.minimum;
}

OrderFee InteractiveBrokersFeeModel::GetOrderFee(const OrderFeeParameters& parameters) {
  const Security& security = parameters.Security;
  const Order& order = parameters.Order;
  switch (security.Type()) {
    case SecurityType::Equity:
      return EquityFee(security, order);
    case SecurityType::Cfd:
      return CfdFee(security, order);
    case SecurityType::Forex: {
      const Decimal fee = Math::Abs(forex_rate_ * order.GetValue(security));
      return OrderFee(CashAmount(Math::Max(forex_minimum_, fee), "USD"));
    }
    default:
      throw ArgumentError("InteractiveBrokersFeeModel knows no commission for security type " +
                          std::string(ToText(security.Type())) + ": set another fee model for " +
                          security.GetSymbol().Value());
  }
}

}  // namespace regimen
