#include "framework/core/currencies.hpp"

#include <array>
#include <utility>

namespace regimen {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kSymbols{{
    {"USD", "$"},
    {"AUD", "$"},
    {"CAD", "$"},
    {"NZD", "$"},
    {"SGD", "$"},
    {"HKD", "$"},
    {"MXN", "$"},
    {"EUR", "€"},
    {"GBP", "₤"},
    {"JPY", "¥"},
    {"CNH", "¥"},
    {"CNY", "¥"},
    {"INR", "₹"},
    {"CHF", "Fr"},
    {"BTC", "₿"},
    {"ETH", "Ξ"},
    {"USDT", "₮"},
}};

}  // namespace

std::string CurrencySymbol(std::string_view currency) {
  for (const auto& [code, symbol] : kSymbols) {
    if (code == currency) return std::string(symbol);
  }
  return std::string(currency);
}

}  // namespace regimen
