#include "regime/model/internal/state_statistics.hpp"

namespace regimen::hmm::internal {

StateStatistics::StateStatistics(int states, int dimensions) {
  const auto count = static_cast<std::size_t>(states);
  const auto width = static_cast<std::size_t>(dimensions);
  start.resize(count);
  transitions.resize(count * count);
  weight.resize(count);
  scaled.resize(count);
  tail.resize(count);
  first.resize(count * width);
  second.resize(count * width * width);
}

}  // namespace regimen::hmm::internal
