#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace regimen {

// What a run spends its time on, as the engine's thread goes through it.
enum class RunStage : std::uint8_t {
  OpenData,         // databases, corporate actions, own CSV files
  Initialize,       // making the strategy, Initialize, feeds' first files
  Reading,          // waiting for a price file, or reading it where no reader thread has yet
  Slices,           // merging the feeds into slices, fill-forward, universes
  Prices,           // clock, security caches, settlement, dividends and splits
  ScheduledEvents,  // finding those due and calling them
  Orders,           // requests, fills, events of orders; without the strategy's handlers
  MarginCalls,
  Consolidators,  // and indicators
  Strategy,       // OnData and the other handlers, order sizing included
  Samples,        // equity, charts, capacity
  Statistics,
  ResultFiles,
};

// Tells a run's time by stage (`--profile`). Every moment between its making and Stop belongs to
// exactly one stage, so the stages add up to the total. A stage inside another (an order placed in
// OnData) counts for itself alone. Entering costs one reading of the clock where the stage changes,
// nothing where it does not. Not thread-safe: what other threads do is not in it.
class StageClock {
 public:
  using Source = std::int64_t (*)();  // nanoseconds since any instant, never going back

  explicit StageClock(Source now = SteadyNanoseconds);

  // Begins `stage`; returns the one that was under way.
  RunStage Enter(RunStage stage) {
    const RunStage former = stage_;
    if (stage != former) Switch(stage);
    return former;
  }

  // Name and seconds of each stage in the order above, then "total", all up to now.
  std::vector<std::pair<std::string, double>> Timings();

  static std::int64_t SteadyNanoseconds();

 private:
  void Switch(RunStage stage);

  static constexpr std::size_t kStages = static_cast<std::size_t>(RunStage::ResultFiles) + 1;

  Source now_;
  std::int64_t since_;
  RunStage stage_ = RunStage::OpenData;
  std::array<std::int64_t, kStages> nanoseconds_{};
};

// A stage for the length of a scope. Costs nothing but a comparison without a clock.
class StageScope {
 public:
  StageScope(StageClock* clock, RunStage stage) : clock_(clock) {
    if (clock_ != nullptr) former_ = clock_->Enter(stage);
  }
  ~StageScope() {
    if (clock_ != nullptr) clock_->Enter(former_);
  }
  StageScope(const StageScope&) = delete;
  StageScope& operator=(const StageScope&) = delete;

 private:
  StageClock* clock_;
  RunStage former_ = RunStage::OpenData;
};

}  // namespace regimen
