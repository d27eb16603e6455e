// The history of one symbol, walked through by a detector.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "framework/core/date_time.hpp"
#include "regime/bridge/regime_algorithm.hpp"
#include "regime/detector/detector_options.hpp"
#include "regime/detector/fit_summary.hpp"
#include "regime/detector/regime_snapshot.hpp"
#include "regime/interpreter/regime_history.hpp"

namespace regimen::app {

struct SurveyOptions {
  std::string symbol;
  DateTime start;
  DateTime end;
  DetectorOptions detector;
};

// What a survey found, bar by bar.
struct SurveyResult {
  struct Day {
    double close = 0;
    RegimeSnapshot snapshot;
  };
  std::vector<Day> days;
  std::vector<FitSummary> fits;
  RegimeHistory history;

  // How many of the months' first windows are explained best by so many states (BIC, cold starts).
  std::map<int, int> supported_states;
};

// A strategy that trades nothing: what it sees is what any strategy on daily bars would have seen.
class RegimeSurvey : public HiddenRegimeAlgorithm {
 public:
  // Both outlive the survey.
  RegimeSurvey(const SurveyOptions& options, SurveyResult& result)
      : options_(&options), result_(&result) {}

  void Initialize() override;
  void OnData(const Slice& slice) override;
  void OnRegimeChange(Regime /*old_regime*/, Regime /*new_regime*/, double /*confidence*/,
                      const std::string& /*ticker*/) override {}
  void OnEndOfAlgorithm() override;

 private:
  void AskWhatTheMonthSupports();

  const SurveyOptions* options_;
  SurveyResult* result_;
  Symbol symbol_;
  int fits_ = 0;
  std::optional<int> month_;
};

}  // namespace regimen::app
