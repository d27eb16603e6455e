#include "framework/core/market.hpp"

#include <algorithm>
#include <array>

#include "framework/core/letter_case.hpp"

namespace regimen::Market {
namespace {

struct MarketCode {
  std::string_view name;
  std::uint16_t code;
};

constexpr std::array kMarketCodes = {
    MarketCode{"", 0},         MarketCode{USA, 1},
    MarketCode{FXCM, 2},       MarketCode{Oanda, 3},
    MarketCode{Dukascopy, 4},  MarketCode{Bitfinex, 5},
    MarketCode{Globex, 6},     MarketCode{NYMEX, 7},
    MarketCode{CBOT, 8},       MarketCode{ICE, 9},
    MarketCode{CBOE, 10},      MarketCode{India, 11},
    MarketCode{GDAX, 12},      MarketCode{Kraken, 13},
    MarketCode{Bittrex, 14},   MarketCode{Bithumb, 15},
    MarketCode{Binance, 16},   MarketCode{Poloniex, 17},
    MarketCode{Coinone, 18},   MarketCode{HitBTC, 19},
    MarketCode{OkCoin, 20},    MarketCode{Bitstamp, 21},
    MarketCode{COMEX, 22},     MarketCode{CME, 23},
    MarketCode{SGX, 24},       MarketCode{HKFE, 25},
    MarketCode{NYSELIFFE, 26}, MarketCode{CFE, 33},
    MarketCode{FTX, 34},       MarketCode{FTXUS, 35},
    MarketCode{BinanceUS, 36}, MarketCode{Bybit, 37},
    MarketCode{Coinbase, 38},  MarketCode{InteractiveBrokers, 39},
    MarketCode{EUREX, 40},     MarketCode{OSE, 41},
    MarketCode{DYDX, 42},      MarketCode{KRX, 43},
};

}  // namespace

std::optional<std::uint16_t> Encode(std::string_view market) {
  const auto* found = std::ranges::find(kMarketCodes, LowerCase(market), &MarketCode::name);
  return found == kMarketCodes.end() ? std::nullopt : std::optional(found->code);
}

std::optional<std::string_view> Decode(std::uint64_t code) {
  const auto* found = std::ranges::find(kMarketCodes, code, &MarketCode::code);
  return found == kMarketCodes.end() ? std::nullopt : std::optional(found->name);
}

}  // namespace regimen::Market
