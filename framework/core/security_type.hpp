// Kind of instrument. The order is a sort key of slices (LEAN Common/Global.cs).
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class SecurityType : std::uint8_t {
  Base,
  Equity,
  Option,
  Commodity,
  Forex,
  Future,
  Cfd,
  Crypto,
  FutureOption,
  Index,
  IndexOption,
  CryptoFuture
};

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(SecurityType value);

}  // namespace regimen
