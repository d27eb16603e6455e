// What all regime-aware strategies have in common, whatever their performance policies.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "framework/algorithm.hpp"
#include "regime/bridge/followed_series.hpp"
#include "regime/bridge/regime_options.hpp"
#include "regime/detector/regime_snapshot.hpp"
#include "regime/interpreter/regime_history.hpp"

namespace regimen {

// Follows the regimes of any number of securities. Each has its own detector, regime and
// allocation. A ticker that is not followed is an ArgumentError that lists those that are. One
// thread. Strategies derive from RegimeAlgorithm.
class RegimeAlgorithmBase : public QCAlgorithm {
 public:
  RegimeAlgorithmBase();
  ~RegimeAlgorithmBase() override;

  // Begins to follow a security that the strategy has added. Throws ArgumentError: not added,
  // already followed, several resolutions or one other than daily without its settings
  // (RegimeOptions); RegimeError or hmm::HmmError for options out of their range.
  void InitializeRegimeDetection(const std::string& ticker, const RegimeOptions& options = {});

  // Feeds a bar by hand. One that was fed already is left out.
  void OnTradeBar(const std::string& ticker, const TradeBar& bar);

  // Called by an update for each change from one known regime to another. Logs a line.
  virtual void OnRegimeChange(Regime old_regime, Regime new_regime, double confidence,
                              const std::string& ticker);

  // Whether there is a regime now: the window is full (or at its stated minimum), the model is
  // fitted, and the data are sound. Of all followed securities if none is named; false without any.
  bool RegimeIsReady(const std::string& ticker) const;
  bool RegimeIsReady() const;

  // As of the last update. Unknown and 0 while not ready.
  Regime GetCurrentRegime(const std::string& ticker) const;
  double GetConfidence(const std::string& ticker) const;

  // The weight for SetHoldings: the regime's allocation behind the confidence gate. Stays what it
  // was while the regime is unknown; 0 before the first.
  Decimal GetRegimeAllocation(const std::string& ticker) const;

  // How the regime is found: the model, the last fit, the settings.
  const regimen::RegimeDetector& RegimeDetector(const std::string& ticker) const;

  // What was said of each bar, when it was new.
  const regimen::RegimeHistory& RegimeHistory(const std::string& ticker) const;

 protected:
  FollowedSeries& Find(const std::string& ticker) const;

  // All of them, in the order in which they were initialised.
  std::vector<FollowedSeries*> Followed() const;

  // Lets the detectors see all bars that have come since the last call, refits where they are due,
  // all that are due at once, and then tells OnRegimeChange, series by series in the given order.
  void Update(std::span<FollowedSeries* const> series);

 private:
  // Answers requests of different securities, in order.
  virtual std::vector<hmm::FitResult> Refit(std::span<const RefitRequest> requests) = 0;

  void FeedFrom(const Security& security, FollowedSeries& series);

  std::vector<std::unique_ptr<FollowedSeries>> followed_;
};

}  // namespace regimen
