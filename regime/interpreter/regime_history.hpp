// The labels of a series, kept.
#pragma once

#include <vector>

#include "regime/interpreter/regime.hpp"
#include "regime/interpreter/regime_report.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// Takes what was said of each bar when it was new, so that its report is of causal labels only.
// Not thread-safe; O(1) a bar.
class RegimeHistory {
 public:
  struct Entry {
    BarTime time = {};
    Regime regime = Regime::Unknown;
    double log_return = 0;  // of this bar; NaN when there is none
  };

  // Requires: `entry.time` is later than those before.
  void Add(const Entry& entry) { entries_.push_back(entry); }

  const std::vector<Entry>& Entries() const { return entries_; }

  // O(bars).
  RegimeReport Report(double bars_per_year) const;

 private:
  std::vector<Entry> entries_;
};

}  // namespace regimen
