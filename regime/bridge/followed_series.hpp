// One security whose regime a strategy follows.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "framework/core/decimal.hpp"
#include "framework/core/symbol.hpp"
#include "framework/market/trade_bar.hpp"
#include "regime/bridge/regime_options.hpp"
#include "regime/detector/refit_request.hpp"
#include "regime/detector/regime_detector.hpp"
#include "regime/interpreter/regime_history.hpp"

namespace regimen {

// The detector of one security, the bars that wait for it, and what follows from its regime. Each
// security has one of its own; they share nothing. Not thread-safe.
class FollowedSeries {
 public:
  // Throws ArgumentError, RegimeError or hmm::HmmError for options out of their range.
  FollowedSeries(const Symbol& symbol, const RegimeOptions& options);

  // Keeps a bar for the next AdvanceToRefit. A bar that is not later than those before, or a copy
  // that fills a gap, is left out.
  void Offer(const TradeBar& bar);

  // A regime that another one has followed, and how sure it was.
  struct Change {
    Regime before = Regime::Unknown;
    Regime now = Regime::Unknown;
    double confidence = 0;
  };

  // Hands waiting bars to the detector until none waits or a refit is due. Returns: whether one is:
  // then Adopt the answer to Request (which borrows from the detector until then) and call again.
  bool AdvanceToRefit();
  RefitRequest Request() const { return detector_.Request(); }
  void Adopt(const hmm::FitResult& result);

  // The changes since the last call, in order. The first known regime is no change, and neither is
  // Unknown.
  std::vector<Change> TakeChanges() { return std::exchange(changes_, {}); }

  const Symbol& GetSymbol() const { return symbol_; }
  const RegimeDetector& Detector() const { return detector_; }
  const RegimeSnapshot& Snapshot() const { return detector_.Snapshot(); }
  const RegimeHistory& History() const { return history_; }

  // The weight that follows from the regime, the confidence gate and what was before; 0 at first.
  Decimal Allocation() const { return allocation_; }

 private:
  // Writes down what the detector says of the bar that it has taken.
  void Conclude();
  void Allocate();

  Symbol symbol_;
  RegimeOptions options_;
  RegimeDetector detector_;
  RegimeHistory history_;
  std::vector<PriceBar> waiting_;
  std::size_t next_ = 0;  // of waiting_
  BarTime last_offered_ = BarTime::min();
  Regime known_ = Regime::Unknown;
  std::vector<Change> changes_;
  Decimal allocation_;
};

}  // namespace regimen
