#include "framework/app/regime_survey.hpp"

#include <algorithm>

#include "regime/model/hmm_error.hpp"
#include "regime/model/state_selection.hpp"

namespace regimen::app {

void RegimeSurvey::Initialize() {
  SetStartDate(options_->start);
  SetEndDate(options_->end);
  SetBenchmark([](DateTime) { return 0; });
  symbol_ = AddEquity(options_->symbol, Resolution::Daily).GetSymbol();
  InitializeRegimeDetection(symbol_.Value(), {.detector = options_->detector});
}

void RegimeSurvey::OnData(const Slice& slice) {
  const auto* bar = slice.Get<TradeBar>(symbol_);
  if (bar == nullptr || bar->IsFillForward()) return;
  const RegimeSnapshot& snapshot = UpdateRegime(symbol_.Value());
  result_->days.push_back({bar->Close().ToDouble(), snapshot});
  const regimen::RegimeDetector& detector = RegimeDetector(symbol_.Value());
  if (detector.Fits() > fits_) {
    fits_ = detector.Fits();
    result_->fits.push_back(detector.LastFit());
  }
  AskWhatTheMonthSupports();
}

void RegimeSurvey::AskWhatTheMonthSupports() {
  const int month = Time().Year() * 12 + Time().Month();
  if (!RegimeIsReady() || month_ == month) return;
  month_ = month;
  const hmm::FitTask window = RegimeDetector(symbol_.Value()).ColdTask();
  const hmm::SelectionOptions candidates{.max_states = std::max(4, window.options.states)};
  try {
    ++result_->supported_states[hmm::SelectStates(window, candidates).states];
  } catch (const hmm::HmmError&) {  // NOLINT(bugprone-empty-catch): said below
    // The window cannot be fitted at all: its month supports nothing, and its days say why.
  }
}

void RegimeSurvey::OnEndOfAlgorithm() { result_->history = RegimeHistory(symbol_.Value()); }

}  // namespace regimen::app
