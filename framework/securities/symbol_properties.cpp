#include "framework/securities/symbol_properties.hpp"

#include <algorithm>
#include <utility>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

void RequirePositive(Decimal value, const std::string& name) {
  if (value.Sign() > 0) return;
  throw ArgumentError("the " + name + " of a security is " + value.ToString() +
                      ": expected a number above zero");
}

}  // namespace

SymbolProperties::SymbolProperties(Fields fields) : fields_(std::move(fields)) {
  RequirePositive(fields_.lot_size, "lot size");
  RequirePositive(fields_.price_magnifier, "price magnifier");
  RequirePositive(fields_.strike_multiplier, "strike multiplier");
}

SymbolProperties SymbolProperties::GetDefault(std::string_view quote_currency) {
  Fields fields;
  fields.quote_currency = quote_currency;
  std::transform(
      fields.quote_currency.begin(), fields.quote_currency.end(), fields.quote_currency.begin(),
      [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return SymbolProperties(std::move(fields));
}

}  // namespace regimen
