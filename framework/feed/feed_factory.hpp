#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>

#include "data/lean/factor_file_provider.hpp"
#include "data/lean/map_file_provider.hpp"
#include "data/store/bar_store.hpp"
#include "framework/core/date_time.hpp"
#include "framework/feed/feed_collection.hpp"
#include "framework/feed/price_adjuster.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

// Makes the feeds of a run: files, corporate actions, calendar and adjustment of one subscription
// put together. Not thread-safe.
class FeedFactory {
 public:
  struct Sources {
    const lean::MapFileProvider* map_files;
    const lean::FactorFileProvider* factor_files;
    store::BarStore* store;
    // Tickers whose only data were given by hand: no factor, map or other file is theirs.
    std::set<std::string> own_tickers;
    // Bars point into it: it must outlive the strategy.
    AdjustmentPool* adjustments;
  };

  explicit FeedFactory(Sources sources) : sources_(std::move(sources)) {}

  struct Window {
    DateTime start_utc;
    DateTime end_utc;
    // The interval of fill-forward copies.
    TimeSpan fill_forward_interval;
    bool daily_precise_end_time = true;
  };
  // Returns a feed that stands on its first point (or past its last). Throws DataError when a file
  // it needs cannot be read.
  AnySubscription Make(Security& security, const SubscriptionDataConfig& config,
                       const Window& window) const;
  // Begins to read what Make will need first, on another thread.
  void Announce(const Security& security, const SubscriptionDataConfig& config,
                const Window& window) const;

 private:
  template <class BarType>
  std::unique_ptr<Subscription<BarType>> MakeOf(Security& security,
                                                const SubscriptionDataConfig& config,
                                                const Window& window) const;
  bool HasOwnData(const Symbol& symbol) const {
    return sources_.own_tickers.contains(symbol.Value());
  }
  const lean::MapFile& MapFileOf(const Symbol& symbol) const;
  const lean::FactorFile& FactorFileOf(const Symbol& symbol, const lean::MapFile& map_file) const;

  Sources sources_;
};

}  // namespace regimen
