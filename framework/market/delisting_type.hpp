#pragma once

#include <cstdint>

namespace regimen {

// A delisting is announced on the last trading day and takes effect at the midnight after it.
enum class DelistingType : std::uint8_t { Warning, Delisted };

}  // namespace regimen
