// Which regime is a series in, as far as could be known at the time?
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "regime/detector/adopted_model.hpp"
#include "regime/detector/detector_options.hpp"
#include "regime/detector/fit_summary.hpp"
#include "regime/detector/observation_window.hpp"
#include "regime/detector/refit_request.hpp"
#include "regime/detector/regime_snapshot.hpp"
#include "regime/detector/series_monitor.hpp"
#include "regime/model/fit_result.hpp"
#include "regime/observation/feature_pipeline.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// Walks one series forward: each bar goes in once, and out comes a snapshot that no later bar can
// change. In between: features, a window, refits by schedule in the data's own time (warm from the
// model before, at intervals cold as well), states matched to those of the model before by what
// both say of the common bars, a streaming filter between refits, names by annual mean and
// volatility.
//
// Look-ahead is impossible by construction: there is no call that takes a later bar first. The same
// bars and options give the same snapshots, to the last bit, on every run. Not thread-safe;
// different detectors may run on different threads. A bar without a refit costs O(K^2 + K D^2), one
// with a refit a fit of the window.
class RegimeDetector {
 public:
  // Throws RegimeError or hmm::HmmError for options out of their range.
  explicit RegimeDetector(const DetectorOptions& options);

  // Takes the next bar, refits if that is due. Returns false, and changes nothing, if the bar is
  // not later than the last one: bars may be offered twice.
  bool Update(const PriceBar& bar, const hmm::Workers& workers = {});

  // The same in three steps, for somebody who refits many series at once:
  //   if (d.Observe(bar) && d.RefitIsDue()) d.Adopt(PerformRefit(d.Request()));
  // Requires: Request and Adopt only while RefitIsDue. A request borrows the detector's window.
  bool Observe(const PriceBar& bar);
  bool RefitIsDue() const { return refit_is_due_; }
  RefitRequest Request() const;
  // The window as a fit from cold starts, whatever came before: to ask other questions of it.
  // Borrows the window as a request does.
  hmm::FitTask ColdTask() const;
  void Adopt(const hmm::FitResult& result);

  // The newest; before the first bar WarmingUp. A bar that waits for its refit has none yet.
  const RegimeSnapshot& Snapshot() const { return snapshot_; }
  bool IsReady() const { return snapshot_.IsReady(); }

  // The logarithmic return of the last bar's close. NaN where there is none: of the first bar,
  // behind a hole, of a suspected split, of a bar that was not taken.
  double LogReturn() const { return log_return_; }

  // The model in use, null without one; and how the last refit went, also a rejected one.
  const AdoptedModel* Model() const { return model_ ? &*model_ : nullptr; }
  const FitSummary& LastFit() const { return last_fit_; }
  int Fits() const { return fits_; }

  const DetectorOptions& Options() const { return options_; }

 private:
  void Restart();
  void Take(const PriceBar& bar, DetectorStatus soundness);
  bool IsDue() const;
  bool ColdIsDue() const;
  void Summarise(const hmm::FitReport& report);
  void MoveState(const LabelAlignment& alignment);
  void Tell();
  DetectorStatus StatusNow() const;
  void FillSnapshot(const AdoptedModel& model);

  DetectorOptions options_;
  FeaturePipeline pipeline_;
  SeriesMonitor monitor_;
  ObservationWindow window_;
  std::vector<double> weights_;  // of a window with as many bars; none unless exponential
  std::optional<AdoptedModel> model_;
  FitSummary last_fit_;
  RegimeSnapshot snapshot_;

  bool begun_ = false;
  BarTime time_ = {};  // of the last bar
  double close_ = 0;   // of the last bar taken; 0: none yet
  double log_return_ = std::numeric_limits<double>::quiet_NaN();
  DetectorStatus soundness_ = DetectorStatus::Ready;  // of the last bar
  bool refit_is_due_ = false;
  bool behind_a_gap_ = false;
  int fits_ = 0;
  int model_age_ = 0;
  int bars_since_cold_ = 0;
  int state_ = -1;
  int bars_in_state_ = 0;
  Regime regime_ = Regime::Unknown;
  int age_ = 0;
};

}  // namespace regimen
