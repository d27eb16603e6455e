// How an online model adapts.
#pragma once

namespace regimen::hmm {

// How much of the past counts: each observation weighs `memory` times the next one, so about
// 1 / (1 - memory) of them count.
namespace memory {
constexpr double kHighFrequency = 0.95;  // 20 observations
constexpr double kCrisis = 0.96;         // 25
constexpr double kDaily = 0.98;          // 50
constexpr double kLongHorizon = 0.99;    // 100
}  // namespace memory

struct OnlineOptions {
  // Within 0 and 1, 1 for never forgetting.
  double memory = memory::kDaily;

  // How much of the old parameters stays at each observation: they follow the statistics with this
  // lag.
  double smoothing = 0.8;

  // The least variance of a state, relative to the variance of the first model.
  double variance_floor = 1e-3;

  // A change is reported when log-scores have been lower than usual for too long: when the sum of
  // their standardised shortfalls, less `change_slack` each, exceeds `change_threshold` (Page
  // 1954). 0: never.
  double change_threshold = 0;
  double change_slack = 0.5;

  // Throws HmmError naming the setting that is out of its range.
  void Validate() const;
};

}  // namespace regimen::hmm
