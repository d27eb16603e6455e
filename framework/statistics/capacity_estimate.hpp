#pragma once

#include <cstddef>
#include <vector>

#include "framework/core/date_time.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_span.hpp"
#include "framework/statistics/capacity_data_source.hpp"
#include "framework/statistics/symbol_capacity.hpp"

namespace regimen {

// How much money a strategy could run before it moved the market of its least liquid security (LEAN
// Common/CapacityEstimate.cs), in the account's currency.
//
// Told every fill and the end of every time step. A snapshot every 1 to 7 days takes the security
// with the smallest market capacity, scales it by its share of sales or holdings and blends it with
// the last estimate (0.33 new + 0.66 old). Borrows `source`, which must outlive it. Not
// thread-safe. A step while no security is being watched costs one comparison of dates.
class CapacityEstimate {
 public:
  // The local dates of the run; `source` answers for the current step.
  CapacityEstimate(const CapacityDataSource& source, DateTime start_date, DateTime end_date);

  // Rounded to 1000, half away from zero.
  Decimal Capacity() const;
  // Names no security before the first snapshot.
  const Symbol& LowestCapacityAsset() const { return lowest_; }

  // For events with status Filled or PartiallyFilled.
  void OnFill(const CapacityFill& fill);
  // At the end of each time step.
  void Update(DateTime utc_now) {
    if (!monitored_.empty()) UpdateMonitored(utc_now);
    if (count_ > 0 && utc_now >= next_snapshot_) TakeSnapshotOfDay(utc_now);
  }
  // A step whose snapshot is not to be put off: the engine's two last ones.
  void ForceSnapshot(DateTime utc_now);

 private:
  std::size_t SlotOf(const Symbol& symbol);
  void UpdateMonitored(DateTime utc_now);
  void TakeSnapshotOfDay(DateTime utc_now);
  void TakeSnapshot(DateTime utc_now);
  Decimal Estimate(const SymbolCapacity& smallest, Decimal portfolio_value) const;
  void Forget(std::size_t slot);

  struct Slot {
    SymbolCapacity capacity;
    bool in_use = false;
    bool is_monitored = false;
  };
  static constexpr std::size_t kNoSlot = static_cast<std::size_t>(-1);

  const CapacityDataSource& source_;
  TimeSpan snapshot_period_;
  DateTime next_snapshot_;
  Decimal capacity_;
  Symbol lowest_;
  // In the order of .NET's dictionary, which decides between equals: a removed entry's slot is
  // taken by the next new one, the last removed first.
  std::vector<Slot> slots_;
  std::vector<std::size_t> free_slots_;
  std::size_t count_ = 0;
  // By Symbol::Index; kNoSlot where there is none.
  std::vector<std::size_t> slot_of_symbol_;
  // In the order in which watching began.
  std::vector<std::size_t> monitored_;
};

}  // namespace regimen
