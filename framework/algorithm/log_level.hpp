#pragma once

#include <cstdint>

namespace regimen {

// Which of Debug, Log and Error a strategy's message came by.
enum class LogLevel : std::uint8_t { Debug, Log, Error };

}  // namespace regimen
