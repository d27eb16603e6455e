// The markets LEAN knows by name, and the codes they have in security identifiers
// (LEAN Common/Market.cs).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace regimen::Market {

// NOLINTBEGIN(readability-identifier-naming): LEAN's names, which strategies write.
inline constexpr std::string_view USA = "usa";
inline constexpr std::string_view FXCM = "fxcm";
inline constexpr std::string_view Oanda = "oanda";
inline constexpr std::string_view Dukascopy = "dukascopy";
inline constexpr std::string_view Bitfinex = "bitfinex";
inline constexpr std::string_view Globex = "cmeglobex";
inline constexpr std::string_view NYMEX = "nymex";
inline constexpr std::string_view CBOT = "cbot";
inline constexpr std::string_view ICE = "ice";
inline constexpr std::string_view CBOE = "cboe";
inline constexpr std::string_view India = "india";
inline constexpr std::string_view GDAX = "gdax";
inline constexpr std::string_view Kraken = "kraken";
inline constexpr std::string_view Bittrex = "bittrex";
inline constexpr std::string_view Bithumb = "bithumb";
inline constexpr std::string_view Binance = "binance";
inline constexpr std::string_view Poloniex = "poloniex";
inline constexpr std::string_view Coinone = "coinone";
inline constexpr std::string_view HitBTC = "hitbtc";
inline constexpr std::string_view OkCoin = "okcoin";
inline constexpr std::string_view Bitstamp = "bitstamp";
inline constexpr std::string_view COMEX = "comex";
inline constexpr std::string_view CME = "cme";
inline constexpr std::string_view SGX = "sgx";
inline constexpr std::string_view HKFE = "hkfe";
inline constexpr std::string_view NYSELIFFE = "nyseliffe";
inline constexpr std::string_view CFE = "cfe";
inline constexpr std::string_view FTX = "ftx";
inline constexpr std::string_view FTXUS = "ftxus";
inline constexpr std::string_view BinanceUS = "binanceus";
inline constexpr std::string_view Bybit = "bybit";
inline constexpr std::string_view Coinbase = "coinbase";
inline constexpr std::string_view InteractiveBrokers = "interactivebrokers";
inline constexpr std::string_view EUREX = "eurex";
inline constexpr std::string_view OSE = "ose";
inline constexpr std::string_view DYDX = "dydx";
inline constexpr std::string_view KRX = "krx";
// NOLINTEND(readability-identifier-naming)

// The code of `market` (any case) in a security identifier; nullopt for a market LEAN does not
// know. The empty market has code 0.
std::optional<std::uint16_t> Encode(std::string_view market);

// The lower-case name for a code; nullopt for a code that no market has.
std::optional<std::string_view> Decode(std::uint64_t code);

}  // namespace regimen::Market
