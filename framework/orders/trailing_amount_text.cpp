#include "framework/orders/trailing_amount_text.hpp"

#include "framework/core/currencies.hpp"

namespace regimen {

std::string TrailingAmountText(Decimal amount, bool as_percentage, std::string_view currency) {
  return as_percentage ? (amount * 100).ToString() + "%"
                       : CurrencySymbol(currency) + amount.ToString();
}

}  // namespace regimen
