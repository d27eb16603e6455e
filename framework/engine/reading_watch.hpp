#pragma once

#include "data/store/load_watch.hpp"
#include "framework/engine/stage_clock.hpp"

namespace regimen {

// Counts what the engine's thread waits for files as the stage Reading. The clock outlives it.
class ReadingWatch final : public store::LoadWatch {
 public:
  explicit ReadingWatch(StageClock& clock) : clock_(&clock) {}

  void BeginWaiting() override { former_ = clock_->Enter(RunStage::Reading); }
  void EndWaiting() override { clock_->Enter(former_); }

 private:
  StageClock* clock_;
  RunStage former_ = RunStage::OpenData;
};

}  // namespace regimen
