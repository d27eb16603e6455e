#pragma once

#include <functional>
#include <optional>

#include "framework/core/date_time.hpp"

namespace regimen {

// Dates or times one after the other, each computed when it is asked for: every call returns the
// next one, nullopt at the end and ever after.
using TimeSequence = std::function<std::optional<DateTime>()>;

}  // namespace regimen
