#pragma once

#include <cstdint>
#include <vector>

#include "data/generator/random.hpp"
#include "data/generator/symbol_history.hpp"

namespace regimen::generator {

// One minute with trades, and the quotes around them. Prices in 1/10000 dollar.
struct MinuteBar {
  int minute;  // since midnight, exchange time
  Price open;
  Price high;
  Price low;
  Price close;
  std::int64_t volume;
  // Added to the trade prices, they make the bid and the ask; bid <= 0 <= ask, never both 0.
  Price bid_offset;
  Price ask_offset;
  std::int64_t bid_size;
  std::int64_t ask_size;
};

// Draws the minutes of a day whose daily bar is known, so that they add up to it exactly: the same
// open, highest high, lowest low, close and volume.
//
// The path is a Brownian bridge from open to close, its variance and volume U-shaped over the
// session; what lies above both ends is stretched to the day's high, what lies below them to its
// low. `share` of the minutes have a bar; the first and the last always do. Reused from day to day:
// after the first day nothing is allocated. Not thread-safe.
class IntradayPath {
 public:
  explicit IntradayPath(double share = 1.0) : share_(share) {}

  // Valid until the next call. Deterministic in the state of `random` and the day.
  const std::vector<MinuteBar>& Draw(const SymbolDay& day, Random& random);

 private:
  void DrawBridge(const SymbolDay& day, Random& random);
  void StretchTo(const SymbolDay& day);
  void MakeBars(const SymbolDay& day, Random& random);
  void PinExtremes(const SymbolDay& day);
  void ShareVolume(const SymbolDay& day, Random& random);
  void AddQuotes(Random& random);

  double share_;
  std::vector<double> path_;     // price at the start of each minute, and at the end of the last
  std::vector<double> weights_;  // volume, by bar
  std::vector<MinuteBar> bars_;
};

}  // namespace regimen::generator
