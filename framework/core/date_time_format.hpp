// Texts of dates in .NET's custom formats; `DateTime` offers them as ToString and ParseExact.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "framework/core/date_time.hpp"

namespace regimen {

// Repeated letters y M d H h m s f F t stand for parts of the time, names are English; 'quoted'
// text and characters after a backslash, like all others, stand for themselves.
std::string FormatDateTime(DateTime time, std::string_view format);

// The inverse for the numeric letters y M d H m s f F and literals; nullopt where the text does not
// fit or the date does not exist.
std::optional<DateTime> ParseDateTime(std::string_view text, std::string_view format);

}  // namespace regimen
