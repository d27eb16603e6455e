#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "framework/core/algorithm_status.hpp"
#include "framework/core/date_time.hpp"
#include "framework/engine/run_parts.hpp"
#include "framework/engine/stage_clock.hpp"
#include "framework/feed/time_slice.hpp"

namespace regimen {

// LEAN's event loop: what happens in one time step, in order, as a list of named stages
// (AlgorithmManager.Run).
//
// Runs on one thread. A strategy's exception ends the run as a runtime error that names the time
// and the stage; the results so far stay.
class EventLoop {
 public:
  // What a stage says about the rest of the step.
  enum class Next { Continue, NextSlice, Stop };

  EventLoop(RunParts& parts, const std::atomic<bool>& cancel);

  // Runs until the data are over, the strategy quits or fails, or `cancel` is set.
  AlgorithmStatus Run();

  // Points of every slice so far, LEAN's DataPoints.
  std::int64_t DataPoints() const { return data_points_; }
  // The points among them that the strategy could see.
  std::int64_t PricePoints() const { return price_points_; }
  // What went wrong, where and when; empty unless Run returned RuntimeError.
  const std::string& RuntimeError() const { return runtime_error_; }

 private:
  using StageFunction = Next (EventLoop::*)(TimeSlice&);
  struct Stage {
    std::string_view name;
    StageFunction run;
    RunStage time_goes_to;
  };
  static const std::array<Stage, 24> kStages;

  Next CheckQuit(TimeSlice& slice);
  Next CountDataPoints(TimeSlice& slice);
  Next StopWithoutCapital(TimeSlice& slice);
  Next RunPastEvents(TimeSlice& slice);
  Next MoveClock(TimeSlice& slice);
  Next PassPulse(TimeSlice& slice);
  Next ShowSlice(TimeSlice& slice);
  Next ApplySecurityChanges(TimeSlice& slice);
  Next UpdatePrices(TimeSlice& slice);
  Next ScanHourlyModels(TimeSlice& slice);
  Next InvalidatePortfolio(TimeSlice& slice);
  Next TellSymbolChanges(TimeSlice& slice);
  Next ProcessOrders(TimeSlice& slice);
  Next RunDueEvents(TimeSlice& slice);
  Next CheckMargin(TimeSlice& slice);
  Next TellSecurityChanges(TimeSlice& slice);
  Next PayDividends(TimeSlice& slice);
  Next ApplySplits(TimeSlice& slice);
  Next FeedConsolidators(TimeSlice& slice);
  Next TellCorporateActions(TimeSlice& slice);
  Next CallOnData(TimeSlice& slice);
  Next Sample(TimeSlice& slice);
  Next EndStep(TimeSlice& slice);

  // In the middle of a step: whether a handler failed or the strategy quit.
  Next CheckStatus();
  // Runs the slices with their time taken or, with a clock that does nothing, not taken.
  template <class Clock>
  AlgorithmStatus RunSlices(Clock clock);
  // Runs the stages of one slice; false when the run is over.
  template <class Clock>
  bool Step(TimeSlice& slice, Clock clock);
  AlgorithmStatus Finish();
  // Whether a handler failed where its exception could not be thrown on (OnOrderEvent, an event of
  // the past).
  bool HandlerFailed();
  // Calls into the strategy under a stage's name; returns false when it threw. Lets DataError out.
  template <class Call>
  bool Guard(std::string_view stage, Call call);

  RunParts* parts_;
  const std::atomic<bool>* cancel_;
  std::int64_t data_points_ = 0;
  std::int64_t price_points_ = 0;
  AlgorithmStatus status_ = AlgorithmStatus::Running;
  std::string runtime_error_;
  DateTime next_model_scan_;
  DateTime next_margin_check_;
};

}  // namespace regimen
