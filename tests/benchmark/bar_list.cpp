#include "tests/benchmark/bar_list.hpp"

#include <cstdio>

namespace regimen::bench {

bool BarList::Print() const {
  bool all = true;
  for (const Line& line : lines_) {
    std::printf("%-64s %8.2f  %s %.2f  %s\n", line.what.c_str(), line.figure, line.relation.c_str(),
                line.bar, line.cleared ? "ok" : "MISS");
    all = all && line.cleared;
  }
  return all;
}

}  // namespace regimen::bench
