#pragma once

#include <cstdint>

namespace regimen::lean {

// A number as it stands in a file: coefficient / 10^scale. "1.38680" is {138680, 5}, an empty field
// is {0, 0}.
struct ScaledNumber {
  std::int64_t coefficient = 0;
  std::uint8_t scale = 0;
};

}  // namespace regimen::lean
