#pragma once

#include <functional>
#include <map>
#include <vector>

#include "framework/algorithm/algorithm_state.hpp"
#include "framework/algorithm/qc_algorithm.hpp"

namespace regimen {

// Schedules the OnEndOfDay handlers that a strategy overrides (LEAN's ScheduledEventFactory): per
// security ten minutes before the close of each of its trading days, and once at 23:58 of each day
// on which any exchange is open. An error in such a handler is told and does not end the run. Not
// thread-safe.
class EndOfDayEvents {
 public:
  EndOfDayEvents(QCAlgorithm& algorithm, AlgorithmState& state)
      : algorithm_(&algorithm), state_(&state) {}

  // Before the run: the handler without argument.
  void ScheduleAlgorithmHandler();
  // The handlers of securities follow them in and out of the run.
  void OnSecuritiesChanged(const std::vector<Security*>& added,
                           const std::vector<Security*>& removed);

 private:
  TimeSequence TimesOf(const Security& security) const;
  TimeSequence TimesOfAnyExchange() const;
  void Call(const std::function<void()>& handler);

  QCAlgorithm* algorithm_;
  AlgorithmState* state_;
  std::map<const Security*, ScheduledEvent*> events_;
};

}  // namespace regimen
