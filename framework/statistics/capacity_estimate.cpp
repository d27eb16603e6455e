#include "framework/statistics/capacity_estimate.hpp"

#include <algorithm>

#include "framework/core/math.hpp"

namespace regimen {
namespace {

constexpr double kShortestPeriodDays = 1;
constexpr double kLongestPeriodDays = 7;
constexpr Decimal kStep = 1000.00_m;
// They add up to 0.99: the estimate of a strategy that stopped trading fades.
constexpr Decimal kWeightOfNew = 0.33_m;
constexpr Decimal kWeightOfOld = 0.66_m;

}  // namespace

CapacityEstimate::CapacityEstimate(const CapacityDataSource& source, DateTime start_date,
                                   DateTime end_date)
    : source_(source),
      snapshot_period_(TimeSpan::FromDays(std::clamp((end_date - start_date).TotalDays() - 1,
                                                     kShortestPeriodDays, kLongestPeriodDays))),
      next_snapshot_(start_date + snapshot_period_) {}

Decimal CapacityEstimate::Capacity() const {
  return kStep * Math::Round(capacity_ / kStep, MidpointRounding::AwayFromZero);
}

std::size_t CapacityEstimate::SlotOf(const Symbol& symbol) {
  const std::size_t index = symbol.Index();
  if (index >= slot_of_symbol_.size()) slot_of_symbol_.resize(index + 1, kNoSlot);
  std::size_t& slot = slot_of_symbol_[index];
  if (slot != kNoSlot) return slot;
  if (free_slots_.empty()) {
    slot = slots_.size();
    slots_.emplace_back();
  } else {
    slot = free_slots_.back();
    free_slots_.pop_back();
  }
  slots_[slot] = {.capacity = SymbolCapacity(symbol), .in_use = true};
  ++count_;
  return slot;
}

void CapacityEstimate::OnFill(const CapacityFill& fill) {
  const std::size_t slot = SlotOf(fill.symbol);
  slots_[slot].capacity.OnFill(fill);
  if (slots_[slot].is_monitored) return;
  slots_[slot].is_monitored = true;
  monitored_.push_back(slot);
}

void CapacityEstimate::UpdateMonitored(DateTime utc_now) {
  for (std::size_t i = monitored_.size(); i-- > 0;) {
    Slot& slot = slots_[monitored_[i]];
    const std::optional<CapacityBar> bar = source_.Bar(slot.capacity.GetSymbol());
    if (!bar.has_value() || bar->volume.IsZero()) continue;
    if (slot.capacity.Update(*bar, utc_now)) continue;
    slot.is_monitored = false;
    monitored_.erase(monitored_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void CapacityEstimate::TakeSnapshotOfDay(DateTime utc_now) {
  if (utc_now.Date() >= next_snapshot_) TakeSnapshot(utc_now);
}

void CapacityEstimate::ForceSnapshot(DateTime utc_now) {
  UpdateMonitored(utc_now);
  TakeSnapshot(utc_now);
}

void CapacityEstimate::TakeSnapshot(DateTime utc_now) {
  const Decimal portfolio_value = source_.TotalPortfolioValue();
  if (portfolio_value.IsZero()) return;

  const SymbolCapacity* smallest = nullptr;
  for (const Slot& slot : slots_) {
    if (!slot.in_use) continue;
    const Decimal market = slot.capacity.MarketCapacityDollarVolume();
    if (smallest == nullptr || market < smallest->MarketCapacityDollarVolume()) {
      smallest = &slot.capacity;
    }
  }
  if (smallest == nullptr) return;
  lowest_ = smallest->GetSymbol();
  Decimal estimate = Estimate(*smallest, portfolio_value);
  if (!capacity_.IsZero()) estimate = kWeightOfNew * estimate + capacity_ * kWeightOfOld;
  capacity_ = estimate;

  for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
    if (!slots_[slot].in_use) continue;
    SymbolCapacity& capacity = slots_[slot].capacity;
    if (capacity.IsForgotten(utc_now) && !source_.IsInvested(capacity.GetSymbol())) {
      Forget(slot);
    } else {
      capacity.Reset();
    }
  }
  next_snapshot_ = utc_now.Date() + snapshot_period_;
}

Decimal CapacityEstimate::Estimate(const SymbolCapacity& smallest, Decimal portfolio_value) const {
  Decimal total_sales;
  for (const Slot& slot : slots_) {
    if (slot.in_use) total_sales += slot.capacity.SaleVolume();
  }
  const Decimal share_of_sales =
      total_sales.IsZero() ? Decimal() : smallest.SaleVolume() / total_sales;
  const Decimal share_of_holdings =
      source_.LeveragedBuyingPower(smallest.GetSymbol()) / portfolio_value;
  const Decimal share = Math::Max(share_of_sales, share_of_holdings);
  if (share.IsZero()) return capacity_;
  return smallest.MarketCapacityDollarVolume() / smallest.Trades() / share;
}

void CapacityEstimate::Forget(std::size_t slot) {
  slot_of_symbol_[slots_[slot].capacity.GetSymbol().Index()] = kNoSlot;
  slots_[slot] = Slot();
  free_slots_.push_back(slot);
  --count_;
  monitored_.erase(std::remove(monitored_.begin(), monitored_.end(), slot), monitored_.end());
}

}  // namespace regimen
