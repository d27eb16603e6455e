// Bars and whether they were cleared.
#pragma once

#include <string>
#include <vector>

namespace regimen::bench {

// Collects figures with their bars and prints them. One thread.
class BarList {
 public:
  void AtLeast(const std::string& what, double figure, double bar) {
    Add(what, figure, "at least", bar, figure >= bar);
  }
  void AtMost(const std::string& what, double figure, double bar) {
    Add(what, figure, "at most", bar, figure <= bar);
  }

  // Prints every bar beside its figure. Returns: whether all were cleared.
  bool Print() const;

 private:
  struct Line {
    std::string what;
    double figure;
    std::string relation;
    double bar;
    bool cleared;
  };

  void Add(const std::string& what, double figure, const char* relation, double bar, bool cleared) {
    lines_.push_back({what, figure, relation, bar, cleared});
  }

  std::vector<Line> lines_;
};

}  // namespace regimen::bench
