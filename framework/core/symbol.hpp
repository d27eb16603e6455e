#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "framework/core/security_identifier.hpp"
#include "framework/core/security_type.hpp"

namespace regimen {

// A security under the ticker it has at some date: LEAN's Symbol. `Symbol()` names no security.
//
// A handle of one pointer to interned data that live for the whole process: copy, compare and hash
// it freely, from any thread. Making one takes a lock and a lookup; nothing else does.
class Symbol {
 public:
  Symbol() = default;
  // `value` is the ticker as it is shown, in any case.
  Symbol(const SecurityIdentifier& id, std::string_view value);

  // The ticker, upper case; empty for `Symbol()`.
  const std::string& Value() const { return data_->value; }
  const SecurityIdentifier& ID() const { return data_->id; }
  regimen::SecurityType SecurityType() const { return data_->type; }
  std::string_view Market() const { return data_->market; }
  // Number of the security identifier in order of first use: 1, 2, 3, ... without gaps; 0 for
  // `Symbol()`. Equal symbols have equal numbers, so that arrays can be indexed by symbol. It
  // depends on the run: never let it decide an order that reaches a result.
  std::uint32_t Index() const { return data_->index; }
  // The ticker, as LEAN prints a symbol; the identifier's text is ID().ToString().
  std::string ToString() const { return data_->value; }
  // False for `Symbol()`.
  explicit operator bool() const { return data_->index != 0; }

  // The same security under another ticker (after a rename).
  Symbol WithValue(std::string_view value) const { return {ID(), value}; }

  // The ticker does not count: a symbol equals itself under an earlier name.
  friend bool operator==(const Symbol& a, const Symbol& b) {
    return a.data_->index == b.data_->index;
  }
  // By ticker, ordinal and ignoring case, as LEAN sorts; the identifier decides between two
  // securities of one ticker. Symbols that are equal are equivalent in this order only while they
  // carry the same ticker.
  friend std::strong_ordering operator<=>(const Symbol& a, const Symbol& b) {
    return Compare(a, b);
  }

 private:
  struct Data {
    SecurityIdentifier id;
    std::string value;
    std::string_view market;
    std::uint32_t index = 0;
    regimen::SecurityType type = regimen::SecurityType::Base;
  };
  class Pool;

  static const Data kNone;
  static std::strong_ordering Compare(const Symbol& a, const Symbol& b);

  const Data* data_ = &kNone;
};

}  // namespace regimen

template <>
struct std::hash<regimen::Symbol> {
  std::size_t operator()(const regimen::Symbol& symbol) const noexcept { return symbol.Index(); }
};
