#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "framework/core/date_time.hpp"
#include "framework/core/security_type.hpp"

namespace regimen {

// What a security is for good, whatever its ticker today: first ticker, first trading date, kind
// and market. LEAN's SecurityIdentifier; its text, e.g. `SPY R735QTJ8XC9X`, stands in result files,
// the order hash and universe files.
//
// The text is the first ticker, a space, and in base 36 (0-9A-Z) the decimal-packed number
//     securityType + 100 x marketCode + 10^14 x days from 1899-12-30 to the first date
// (LEAN Common/SecurityIdentifier.cs). Only equities carry a date. Derivatives are not supported.
// An immutable value; concurrent reads are safe. The default value is LEAN's empty identifier.
class SecurityIdentifier {
 public:
  SecurityIdentifier() = default;

  // Requires a known market (Market::Encode), a non-empty ticker without space or `|`, and a date
  // between 1899-12-30 and 2173-10-13; throws ArgumentError otherwise. Market and ticker may be in
  // any case; the ticker of a Base security (custom data) keeps it, as it names the data type.
  static SecurityIdentifier GenerateEquity(DateTime first_date, std::string_view ticker,
                                           std::string_view market);
  static SecurityIdentifier GenerateForex(std::string_view pair, std::string_view market);
  static SecurityIdentifier GenerateCfd(std::string_view ticker, std::string_view market);
  static SecurityIdentifier GenerateCrypto(std::string_view pair, std::string_view market);
  static SecurityIdentifier GenerateCryptoFuture(std::string_view pair, std::string_view market);
  static SecurityIdentifier GenerateIndex(std::string_view ticker, std::string_view market);
  // Any kind of security without a date of its own (LEAN's DefaultDate).
  static SecurityIdentifier Generate(regimen::SecurityType type, std::string_view ticker,
                                     std::string_view market);

  // Reads the text that ToString writes. Throws ArgumentError naming what is wrong with it.
  static SecurityIdentifier Parse(std::string_view text);
  // As Parse, with nullopt in place of the error.
  static std::optional<SecurityIdentifier> TryParse(std::string_view text);

  // The date of a security without one, and the date that makes map files resolve to any share
  // class.
  static DateTime DefaultDate() { return DateTime(1899, 12, 30); }

  // First ticker, upper case except for Base securities.
  const std::string& Symbol() const { return symbol_; }
  regimen::SecurityType SecurityType() const;
  // Lower-case market name, e.g. "usa"; valid for the whole process.
  std::string_view Market() const;
  // First trading date of an equity; DefaultDate for a security without one.
  DateTime Date() const;
  // True for the default value, which names no security.
  bool IsEmpty() const { return symbol_.empty() && properties_ == 0; }
  std::string ToString() const;

  friend bool operator==(const SecurityIdentifier& a, const SecurityIdentifier& b) {
    return a.properties_ == b.properties_ && a.symbol_ == b.symbol_;
  }
  // Ticker first, then the packed number: a total order that does not depend on the run.
  friend std::strong_ordering operator<=>(const SecurityIdentifier& a,
                                          const SecurityIdentifier& b) {
    if (const auto order = a.symbol_ <=> b.symbol_; order != 0) return order;
    return a.properties_ <=> b.properties_;
  }
  std::size_t Hash() const;

 private:
  SecurityIdentifier(std::string symbol, std::uint64_t properties)
      : symbol_(std::move(symbol)), properties_(properties) {}
  static SecurityIdentifier Pack(regimen::SecurityType type, DateTime date, std::string_view ticker,
                                 std::string_view market);

  std::string symbol_;
  std::uint64_t properties_ = 0;
};

}  // namespace regimen

template <>
struct std::hash<regimen::SecurityIdentifier> {
  std::size_t operator()(const regimen::SecurityIdentifier& id) const noexcept { return id.Hash(); }
};
