// Margin accounts may borrow; cash accounts may not. Numbers stand in result files.
#pragma once

#include <cstdint>
#include <string_view>

namespace regimen {

enum class AccountType : std::uint8_t { Margin, Cash };

// Returns the enumerator's name as LEAN writes it.
std::string_view ToText(AccountType value);

}  // namespace regimen
