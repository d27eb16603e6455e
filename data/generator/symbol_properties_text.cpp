#include <string_view>

#include <fmt/format.h>

#include "data/generator/reference_files.hpp"

namespace regimen::generator {
namespace {

constexpr std::string_view kHeader =
    "market,symbol,type,description,quote_currency,contract_multiplier,minimum_price_variation,"
    "lot_size,market_ticker,minimum_order_size,price_magnifier,strike_multiplier\n";

// Currencies in the order of precedence that decides which one of a pair is the base.
constexpr std::string_view kCurrencies[] = {"EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF", "JPY"};

// A pip is the fourth decimal, of pairs in yen the second; brokers quote tenths of it.
std::string ForexRows(std::string_view market, int lot_size) {
  std::string rows;
  for (std::size_t base = 0; base < std::size(kCurrencies); ++base) {
    for (std::size_t quote = base + 1; quote < std::size(kCurrencies); ++quote) {
      const std::string_view b = kCurrencies[base];
      const std::string_view q = kCurrencies[quote];
      rows += fmt::format("{0},{1}{2},forex,{1}/{2},{2},1,{3},{4}\n", market, b, q,
                          q == "JPY" ? "0.001" : "0.00001", lot_size);
    }
  }
  return rows;
}

struct CryptoPair {
  std::string_view market;
  std::string_view base;
  std::string_view quote;
  std::string_view separator;  // between the two in the exchange's own ticker
  std::string_view price_variation;
  std::string_view lot_size;
};

constexpr CryptoPair kCryptoPairs[] = {
    {"coinbase", "BTC", "USD", "-", "0.01", "0.00000001"},
    {"coinbase", "ETH", "USD", "-", "0.01", "0.00000001"},
    {"coinbase", "LTC", "USD", "-", "0.01", "0.00000001"},
    {"coinbase", "BTC", "EUR", "-", "0.01", "0.00000001"},
    {"binance", "BTC", "USDT", "", "0.01", "0.00001"},
    {"binance", "ETH", "USDT", "", "0.01", "0.0001"},
};

std::string CryptoRows() {
  std::string rows;
  for (const CryptoPair& pair : kCryptoPairs) {
    rows += fmt::format("{0},{1}{2},crypto,{1}-{2},{2},1,{4},{5},{1}{3}{2},{5}\n", pair.market,
                        pair.base, pair.quote, pair.separator, pair.price_variation, pair.lot_size);
  }
  return rows;
}

}  // namespace

std::string SymbolPropertiesText() {
  std::string text(kHeader);
  text += "# made by rule; a symbol without a row of its own takes the row [*] of its market\n";
  text += "usa,[*],equity,,USD,1,0.01,1\n";
  text += "usa,[*],option,,USD,100,0.01,1\n";
  text += "usa,[*],index,,USD,1,0.01,1\n";
  text += "usa,[*],indexoption,,USD,100,0.01,1\n";
  return text + ForexRows("oanda", 1) + ForexRows("fxcm", 1000) + CryptoRows();
}

}  // namespace regimen::generator
