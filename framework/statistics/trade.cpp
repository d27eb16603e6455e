#include "framework/statistics/trade.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace regimen {

std::string Trade::Id() const {
  return fmt::format("{}#{}", fmt::join(fields_.order_ids, "-"), fields_.number);
}

}  // namespace regimen
