#include "framework/core/security_identifier.hpp"

#include <algorithm>
#include <limits>

#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"
#include "framework/core/market.hpp"

namespace regimen {
namespace {

// Decimal fields of the packed number: place and width.
constexpr std::uint64_t kSecurityTypes = 100;
constexpr std::uint64_t kMarketPlace = 100;
constexpr std::uint64_t kMarkets = 1'000;
constexpr std::uint64_t kStrikePlace = 100'000;
constexpr std::uint64_t kDaysPlace = 100'000'000'000'000;
constexpr std::uint64_t kDays = 100'000;
constexpr std::uint64_t kPutCallPlace = kDaysPlace * kDays;

constexpr auto kLastSecurityType = static_cast<std::uint64_t>(SecurityType::CryptoFuture);

std::string ToBase36(std::uint64_t value) {
  std::string text;
  do {
    text += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[value % 36];
    value /= 36;
  } while (value != 0);
  std::ranges::reverse(text);
  return text;
}

// nullopt when `text` is not a base 36 number of 64 bits.
std::optional<std::uint64_t> FromBase36(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (c < 'A' || c > 'Z')) return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(is_digit ? c - '0' : c - 'A' + 10);
    if (value > (std::numeric_limits<std::uint64_t>::max() - digit) / 36) return std::nullopt;
    value = value * 36 + digit;
  }
  return value;
}

std::uint64_t DaysOf(std::uint64_t properties) { return properties / kDaysPlace % kDays; }

// What is wrong with the packed number of an identifier, or empty.
std::string_view FaultOf(std::uint64_t properties) {
  if (properties % kSecurityTypes > kLastSecurityType) return "its security type is unknown";
  if (!Market::Decode(properties / kMarketPlace % kMarkets)) return "its market code is unknown";
  if (properties >= kPutCallPlace || properties % kDaysPlace >= kStrikePlace) {
    return "it is a derivative's, and derivatives are not supported";
  }
  return {};
}

[[noreturn]] void ThrowNotAnIdentifier(std::string_view text, std::string_view fault) {
  throw ArgumentError("'" + std::string(text) + "' is not a security identifier: " +
                      std::string(fault) + "; expected the form 'SPY R735QTJ8XC9X'");
}

struct ParsedText {
  std::string_view ticker;
  std::uint64_t properties = 0;
  std::string_view fault;
};

ParsedText ParseText(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || space == 0) {
    return {{}, 0, "it needs a ticker, a space and a code"};
  }
  if (text.find('|') != std::string_view::npos) {
    return {{}, 0, "it names an underlying, and derivatives are not supported"};
  }
  const auto properties = FromBase36(text.substr(space + 1));
  if (!properties) return {{}, 0, "its code is not a base 36 number (0-9A-Z) of 64 bits"};
  return {text.substr(0, space), *properties, FaultOf(*properties)};
}

}  // namespace

SecurityIdentifier SecurityIdentifier::Pack(regimen::SecurityType type, DateTime date,
                                            std::string_view ticker, std::string_view market) {
  const auto code = Market::Encode(market);
  if (!code) {
    throw ArgumentError("unknown market '" + std::string(market) + "' of " + std::string(ticker) +
                        "; expected a name of LEAN's list, e.g. 'usa' or 'oanda'");
  }
  if (ticker.empty() || ticker.find_first_of(" |") != std::string_view::npos) {
    throw ArgumentError("'" + std::string(ticker) +
                        "' is not a ticker: it must not be empty nor hold a space or '|'");
  }
  const std::int64_t days = (date.Date() - DefaultDate()).Ticks() / TimeSpan::FromDays(1).Ticks();
  if (days < 0 || days >= static_cast<std::int64_t>(kDays)) {
    throw ArgumentError("the first date of " + std::string(ticker) + " is " +
                        date.ToString("yyyy-MM-dd") +
                        ", but an identifier holds dates from 1899-12-30 to 2173-10-13 only");
  }
  return {type == regimen::SecurityType::Base ? std::string(ticker) : UpperCase(ticker),
          static_cast<std::uint64_t>(days) * kDaysPlace + *code * kMarketPlace +
              static_cast<std::uint64_t>(type)};
}

SecurityIdentifier SecurityIdentifier::GenerateEquity(DateTime first_date, std::string_view ticker,
                                                      std::string_view market) {
  return Pack(regimen::SecurityType::Equity, first_date, ticker, market);
}

SecurityIdentifier SecurityIdentifier::GenerateForex(std::string_view pair,
                                                     std::string_view market) {
  return Generate(regimen::SecurityType::Forex, pair, market);
}

SecurityIdentifier SecurityIdentifier::GenerateCfd(std::string_view ticker,
                                                   std::string_view market) {
  return Generate(regimen::SecurityType::Cfd, ticker, market);
}

SecurityIdentifier SecurityIdentifier::GenerateCrypto(std::string_view pair,
                                                      std::string_view market) {
  return Generate(regimen::SecurityType::Crypto, pair, market);
}

SecurityIdentifier SecurityIdentifier::GenerateCryptoFuture(std::string_view pair,
                                                            std::string_view market) {
  return Generate(regimen::SecurityType::CryptoFuture, pair, market);
}

SecurityIdentifier SecurityIdentifier::GenerateIndex(std::string_view ticker,
                                                     std::string_view market) {
  return Generate(regimen::SecurityType::Index, ticker, market);
}

SecurityIdentifier SecurityIdentifier::Generate(regimen::SecurityType type, std::string_view ticker,
                                                std::string_view market) {
  return Pack(type, DefaultDate(), ticker, market);
}

SecurityIdentifier SecurityIdentifier::Parse(std::string_view text) {
  const ParsedText parsed = ParseText(text);
  if (!parsed.fault.empty()) ThrowNotAnIdentifier(text, parsed.fault);
  return {std::string(parsed.ticker), parsed.properties};
}

std::optional<SecurityIdentifier> SecurityIdentifier::TryParse(std::string_view text) {
  const ParsedText parsed = ParseText(text);
  if (!parsed.fault.empty()) return std::nullopt;
  return SecurityIdentifier(std::string(parsed.ticker), parsed.properties);
}

regimen::SecurityType SecurityIdentifier::SecurityType() const {
  return static_cast<regimen::SecurityType>(properties_ % kSecurityTypes);
}

std::string_view SecurityIdentifier::Market() const {
  return Market::Decode(properties_ / kMarketPlace % kMarkets).value_or(std::string_view());
}

DateTime SecurityIdentifier::Date() const {
  return DefaultDate() + TimeSpan::FromDays(static_cast<double>(DaysOf(properties_)));
}

std::string SecurityIdentifier::ToString() const { return symbol_ + " " + ToBase36(properties_); }

std::size_t SecurityIdentifier::Hash() const {
  // The packed number tells most securities apart by date, but crypto and forex only by ticker.
  return std::hash<std::string>()(symbol_) ^ (properties_ * 0x9E3779B97F4A7C15U);
}

}  // namespace regimen
