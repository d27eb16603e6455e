#include "regime/model/internal/run_queue.hpp"

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "regime/model/internal/maximisation.hpp"

namespace regimen::hmm::internal {
namespace {

// What rounding may do to the objective: a part of it, and for each observation as much as a
// squared distance over the smallest variance there can be may lose.
double Rounding(const EmRun& run, double objective) {
  constexpr double kOfObjective = 1e-9;
  constexpr double kOfDistance = 4e-14;
  return kOfObjective * (1 + std::abs(objective)) +
         kOfDistance * static_cast<double>(run.series->length) / run.settings->variance_floor;
}

// Decides, after an E-step, whether a run has come to its end; keeps its report up to date.
std::optional<StopReason> Judge(EmRun& run, const LaneScore& score, bool first) {
  const double objective = score.log_likelihood + score.log_prior;
  if (!std::isfinite(objective)) return StopReason::NotFinite;
  const double gain = objective - run.report.objective;
  run.report.log_likelihood = score.log_likelihood;
  run.report.objective = objective;
  if (run.settings->keep_history) run.history.push_back({score.log_likelihood, objective});
  if (score.state_died) return StopReason::StateDied;
  if (!first && gain < -Rounding(run, objective)) return StopReason::Decreased;
  if (!first && gain <= run.settings->tolerance) return StopReason::Converged;
  if (run.report.iterations >= run.settings->max_iterations) return StopReason::IterationLimit;
  ++run.report.iterations;
  return std::nullopt;
}

class LaneLoop {
 public:
  LaneLoop(LaneKernel& kernel, RunQueue& queue)
      : kernel_(kernel), queue_(queue), places_(static_cast<std::size_t>(kernel.Lanes())) {}

  void Run() {
    for (std::size_t lane = 0; lane < places_.size(); ++lane) Refill(lane);
    while (busy_ > 0) {
      kernel_.EStep();
      bool any_left = false;
      for (std::size_t lane = 0; lane < places_.size(); ++lane) any_left |= !Stop(lane);
      if (any_left) kernel_.MStep();
      for (std::size_t lane = 0; lane < places_.size(); ++lane) {
        if (places_[lane].stopped) Refill(lane);
      }
    }
  }

 private:
  struct Place {
    EmRun* run = nullptr;
    bool first = true;
    bool stopped = false;
  };

  // Returns: whether the lane is empty, or its run has stopped now.
  bool Stop(std::size_t lane) {
    Place& place = places_[lane];
    if (place.run == nullptr) return true;
    const std::optional<StopReason> reason =
        Judge(*place.run, kernel_.Score(static_cast<int>(lane)), place.first);
    place.first = false;
    if (!reason) return false;
    place.stopped = true;
    place.run->report.stop = *reason;
    if (*reason != StopReason::NotFinite) {
      kernel_.Extract(static_cast<int>(lane), place.run->parameters);
      place.run->report.states_on_floor =
          StatesOnFloor(place.run->parameters, place.run->settings->variance_floor);
    }
    return true;
  }

  void Refill(std::size_t lane) {
    Place& place = places_[lane];
    if (place.run != nullptr) {
      queue_.Done(*place.run);
      --busy_;
    }
    place = {.run = queue_.Next()};
    if (place.run == nullptr) {
      kernel_.Clear(static_cast<int>(lane));
      return;
    }
    ++busy_;
    kernel_.Load(static_cast<int>(lane), *place.run);
  }

  LaneKernel& kernel_;
  RunQueue& queue_;
  std::vector<Place> places_;
  std::size_t busy_ = 0;
};

}  // namespace

void RunLanes(LaneKernel& kernel, RunQueue& queue) { LaneLoop(kernel, queue).Run(); }

}  // namespace regimen::hmm::internal
