#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "framework/algorithm/algorithm_state.hpp"
#include "framework/feed/time_slice.hpp"
#include "framework/orders/order_event.hpp"
#include "framework/results/chart_collection.hpp"
#include "framework/results/daily_sampler.hpp"
#include "framework/results/equity_sampler.hpp"
#include "framework/results/portfolio_snapshot.hpp"
#include "framework/statistics/capacity_data_source.hpp"
#include "framework/statistics/capacity_estimate.hpp"

namespace regimen {

// Watches a run and keeps what its results are made of: samples, charts, capacity (LEAN's
// BacktestingResultHandler).
//
// Told the end of every time step, every fill and every midnight of the algorithm's zone. Borrows
// the state, which must outlive it. Not thread-safe; a step without sample costs a few comparisons.
class ResultRecorder final : public CapacityDataSource {
 public:
  struct Options {
    ChartCollection::Limits limits;
    // What the run is compared with, at a UTC time.
    std::function<Decimal(DateTime)> benchmark;
  };

  ResultRecorder(AlgorithmState& state, Options options);

  void BeginStep(const TimeSlice& slice) { slice_ = &slice; }
  void EndStep();
  void OnFill(const OrderEvent& fill);
  void SampleDay(DateTime utc_time);
  // After OnEndOfAlgorithm: a forced candle and the last daily sample.
  void SampleAtEnd();
  // Before the statistics: one more forced step (LEAN's result handler leaves with it).
  void Close();

  const ChartCollection& Charts() const { return charts_; }
  const CapacityEstimate& Capacity() const { return capacity_; }
  Decimal StartingCapital() const { return daily_.StartingCapital(); }

  // CapacityDataSource
  std::optional<CapacityBar> Bar(const Symbol& symbol) const override;
  Decimal TotalPortfolioValue() const override;
  Decimal LeveragedBuyingPower(const Symbol& symbol) const override;
  bool IsInvested(const Symbol& symbol) const override;

 private:
  void ForceStep();
  void MergeCharts();
  PortfolioSnapshot Snapshot(DateTime utc_time) const;

  AlgorithmState* state_;
  Options options_;
  ChartCollection charts_;
  EquitySampler equity_;
  DailySampler daily_;
  CapacityEstimate capacity_;
  const TimeSlice* slice_ = nullptr;
};

}  // namespace regimen
