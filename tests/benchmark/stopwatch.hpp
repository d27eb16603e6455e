// Time, measured so that a busy neighbour does not count.
#pragma once

#include <algorithm>
#include <chrono>
#include <limits>

namespace regimen::bench {

inline double Seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The least seconds that `work` took, of as many rounds as fit into `budget` seconds: at least one,
// and at least three unless the budget is zero.
template <typename Work>
double LeastSeconds(double budget, Work work) {
  double least = std::numeric_limits<double>::infinity();
  const double end = Seconds() + budget;
  const int rounds = budget > 0 ? 3 : 1;
  for (int round = 0; round < rounds || Seconds() < end; ++round) {
    const double begin = Seconds();
    work();
    least = std::min(least, Seconds() - begin);
  }
  return least;
}

}  // namespace regimen::bench
