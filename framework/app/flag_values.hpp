// Typed values of flags. Each throws UsageError naming the flag, the value and what was expected.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/date_time.hpp"

namespace regimen::app {

[[noreturn]] void RefuseFlag(std::string_view flag, std::string_view value,
                             std::string_view expected);

// A day as yyyyMMdd or yyyy-MM-dd.
DateTime ParseDate(std::string_view flag, std::string_view value);

// A whole number within [least, most].
std::uint64_t ParseCount(std::string_view flag, std::string_view value, std::uint64_t least,
                         std::uint64_t most);

// Returns: the parts between commas; none of them is empty.
std::vector<std::string> ParseList(std::string_view flag, std::string_view value,
                                   std::string_view expected);

}  // namespace regimen::app
