// What is known of a series' regime at the end of one bar.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "regime/detector/detector_status.hpp"
#include "regime/interpreter/named_state.hpp"
#include "regime/interpreter/regime.hpp"
#include "regime/interpreter/regime_label.hpp"
#include "regime/model/stop_reason.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// A value without a pointer in it. Everything in it follows from bars up to `time`; no later bar
// can change it. Unless `status` is Ready, the regime is Unknown and all below it is 0.
struct RegimeSnapshot {
  static constexpr std::size_t kMostStates = 8;
  using Probabilities = std::array<double, kMostStates>;

  BarTime time = {};
  DetectorStatus status = DetectorStatus::WarmingUp;

  Regime regime = Regime::Unknown;
  RegimeLabel label = RegimeLabel::Unknown;
  int rank = 0;  // among the states of that regime, by volatility; 0: alone
  int state = -1;

  // The filtered probability of that state.
  double confidence = 0;

  // Of each state at this bar, given all bars up to it; and at the next bar. The first `states` are
  // in use; each sums to 1.
  int states = 0;
  Probabilities filtered{};
  Probabilities predicted{};
  std::array<Regime, kMostStates> regimes{};  // what each state is called

  int age = 0;                   // bars in this regime, this one included
  double expected_duration = 0;  // bars that a stay in the state lasts; infinity: it has no end
  double expected_return = 0;    // logarithmic, of the next bar, over all states
  double expected_volatility = 0;

  // The model behind it: why its fit stopped, and how many bars ago it was fitted.
  hmm::StopReason fit_stop = hmm::StopReason::Rejected;
  int model_age = 0;

  bool IsReady() const { return status == DetectorStatus::Ready; }
  std::span<const double> Filtered() const { return InUse(filtered); }
  std::span<const double> Predicted() const { return InUse(predicted); }

  // The filtered probability of all states of that name.
  double ProbabilityOf(Regime of) const;

  bool operator==(const RegimeSnapshot&) const = default;

 private:
  std::span<const double> InUse(const Probabilities& all) const {
    return std::span(all).first(static_cast<std::size_t>(states));
  }
};

}  // namespace regimen
