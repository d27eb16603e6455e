#pragma once

#include <string>

#include "framework/algorithm.hpp"
#include "regime/bridge/regime_algorithm.hpp"
#include "regime/interpreter/report_text.hpp"

namespace regimen {

// Holds SPY by its regime: all of it in Bull, half in Sideways, nothing in Bear and Crisis
// (hidden-regime's basic_regime_switching).
//
// Three states on 252 days, refitted weekly, acted upon from a confidence of 0.6 on. Differs from
// the original where that did not work: the confidence counts, and orders are sent when the
// allocation changes, not every day.
template <class Base>
class BasicRegimeSwitching : public Base {
 public:
  void Initialize() override {
    this->SetStartDate(2015, 1, 1);
    this->SetEndDate(2024, 12, 31);
    this->SetCash(100000);
    spy_ = this->AddEquity("SPY", Resolution::Daily).GetSymbol();
    this->InitializeRegimeDetection(
        "SPY",
        {
            .n_states = 3,
            .lookback_days = 252,
            .retrain_frequency = Retrain::Weekly,
            .regime_allocations = {{Regime::Bull, 1}, {Regime::Sideways, 0.5}, {Regime::Bear, 0}},
            .min_confidence = 0.6,
        });
  }

  void OnData(const Slice& /*slice*/) override {
    this->UpdateRegime("SPY");
    if (!this->RegimeIsReady("SPY")) return;
    const Decimal allocation = this->GetRegimeAllocation("SPY");
    if (allocation == allocation_) return;
    allocation_ = allocation;
    this->SetHoldings(spy_, allocation);
  }

  void OnEndOfAlgorithm() override {
    for (const std::string& line : ToLines(this->RegimeHistory("SPY").Report(252), "day")) {
      this->Log(line);
    }
  }

 private:
  Symbol spy_;
  Decimal allocation_;
};

}  // namespace regimen
