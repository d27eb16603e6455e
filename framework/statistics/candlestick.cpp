#include "framework/statistics/candlestick.hpp"

namespace regimen {

std::int64_t Candlestick::X() const { return static_cast<std::int64_t>(time_.ToUnixSeconds()); }

}  // namespace regimen
