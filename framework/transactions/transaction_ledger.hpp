#pragma once

#include <cstddef>
#include <map>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen {

// The results of closed (parts of) positions by UTC time (LEAN's transaction record), in account
// currency and less twice the closing fee. Sorted by time; of several results at one instant each
// further one is dated a millisecond later.
class TransactionLedger {
 public:
  struct Record {
    Decimal profit_loss;
    bool is_win = false;
  };

  void Add(DateTime utc_time, Decimal profit_loss, bool is_win);
  const std::map<DateTime, Record>& Records() const { return records_; }
  std::size_t WinCount() const { return wins_; }
  std::size_t LossCount() const { return records_.size() - wins_; }

 private:
  std::map<DateTime, Record> records_;
  std::size_t wins_ = 0;
};

}  // namespace regimen
