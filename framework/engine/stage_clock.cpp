#include "framework/engine/stage_clock.hpp"

#include <chrono>

namespace regimen {

namespace {

// The keys of the profile, in the order of RunStage.
constexpr std::array kNames = {"openData",      "initialize",      "reading", "slices",
                               "prices",        "scheduledEvents", "orders",  "marginCalls",
                               "consolidators", "strategy",        "samples", "statistics",
                               "resultFiles"};

}  // namespace

StageClock::StageClock(Source now) : now_(now), since_(now()) {
  static_assert(kNames.size() == kStages);
}

std::int64_t StageClock::SteadyNanoseconds() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void StageClock::Switch(RunStage stage) {
  const std::int64_t now = now_();
  nanoseconds_[static_cast<std::size_t>(stage_)] += now - since_;
  since_ = now;
  stage_ = stage;
}

std::vector<std::pair<std::string, double>> StageClock::Timings() {
  constexpr double kNanoseconds = 1e9;
  Switch(stage_);
  std::vector<std::pair<std::string, double>> timings;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < kStages; ++i) {
    timings.emplace_back(kNames[i], static_cast<double>(nanoseconds_[i]) / kNanoseconds);
    total += nanoseconds_[i];
  }
  timings.emplace_back("total", static_cast<double>(total) / kNanoseconds);
  return timings;
}

}  // namespace regimen
