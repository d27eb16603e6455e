#include "data/generator/intraday_path.hpp"

#include <algorithm>
#include <cmath>

#include "data/generator/portable_math.hpp"

namespace regimen::generator {
namespace {

// Trading is busiest at both ends of the session: 1 at noon, 4 at the open and the close.
double Activity(std::size_t minute, std::size_t minutes) {
  const double x = 2.0 * (static_cast<double>(minute) + 0.5) / static_cast<double>(minutes) - 1.0;
  return 1.0 + 3.0 * x * x;
}

Price ToCents(double price) { return static_cast<Price>(std::floor(price / kCent + 0.5)) * kCent; }

}  // namespace

const std::vector<MinuteBar>& IntradayPath::Draw(const SymbolDay& day, Random& random) {
  DrawBridge(day, random);
  StretchTo(day);
  MakeBars(day, random);
  PinExtremes(day);
  ShareVolume(day, random);
  AddQuotes(random);
  return bars_;
}

void IntradayPath::DrawBridge(const SymbolDay& day, Random& random) {
  const auto minutes = static_cast<std::size_t>(day.session.minutes);
  path_.resize(minutes + 1);
  double walk = 0.0;
  double total = 0.0;
  for (std::size_t i = 0; i < minutes; ++i) {
    path_[i] = walk;
    const double variance = Activity(i, minutes);
    walk += std::sqrt(variance) * random.Normal();
    total += variance;
  }
  // The walk's scale: a bridge of unit variance ranges over 1.25 on average, the day over what it
  // does. Up to the stretch to come any scale would do.
  const auto open = static_cast<double>(day.open);
  const auto move = static_cast<double>(day.close) - open;
  const double scale = static_cast<double>(day.high - day.low) / (1.25 * std::sqrt(total));
  double passed = 0.0;
  for (std::size_t i = 0; i < minutes; ++i) {
    const double time = passed / total;
    path_[i] = open + time * move + scale * (path_[i] - time * walk);
    passed += Activity(i, minutes);
  }
  path_[minutes] = static_cast<double>(day.close);
}

void IntradayPath::StretchTo(const SymbolDay& day) {
  constexpr double kMostStretch = 3.0;
  const auto [low, high] = std::minmax_element(path_.begin(), path_.end());
  const auto top = static_cast<double>(std::max(day.open, day.close));
  const auto bottom = static_cast<double>(std::min(day.open, day.close));
  const double above = *high - top;
  const double below = bottom - *low;
  const auto room_above = static_cast<double>(day.high) - top;
  const auto room_below = bottom - static_cast<double>(day.low);
  const double up = above > 0.0 ? std::min(room_above / above, kMostStretch) : 0.0;
  const double down = below > 0.0 ? std::min(room_below / below, kMostStretch) : 0.0;
  for (double& price : path_) {
    if (price > top) price = top + up * (price - top);
    if (price < bottom) price = bottom - down * (bottom - price);
  }
}

void IntradayPath::MakeBars(const SymbolDay& day, Random& random) {
  const auto minutes = static_cast<std::size_t>(day.session.minutes);
  bars_.clear();
  const double wick = static_cast<double>(day.high - day.low) / (4.0 * std::sqrt(path_.size()));
  for (std::size_t i = 0; i < minutes; ++i) {
    const bool is_end = i == 0 || i + 1 == minutes;
    if (!is_end && share_ < 1.0 && random.Uniform() >= share_) continue;
    MinuteBar bar{};
    bar.minute = kOpenMinute + static_cast<int>(i);
    bar.open = i == 0 ? day.open : ToCents(path_[i]) + kCent * random.Between(-1, 1);
    bar.close = i + 1 == minutes ? day.close : ToCents(path_[i + 1]);
    bar.open = std::clamp(bar.open, day.low, day.high);
    bar.close = std::clamp(bar.close, day.low, day.high);
    const Price up = ToCents(wick * std::abs(random.Normal()));
    const Price down = ToCents(wick * std::abs(random.Normal()));
    bar.high = std::min(std::max(bar.open, bar.close) + up, day.high);
    bar.low = std::max(std::min(bar.open, bar.close) - down, day.low);
    bars_.push_back(bar);
  }
}

void IntradayPath::PinExtremes(const SymbolDay& day) {
  const auto by_high = [](const MinuteBar& a, const MinuteBar& b) { return a.high < b.high; };
  const auto by_low = [](const MinuteBar& a, const MinuteBar& b) { return a.low < b.low; };
  std::max_element(bars_.begin(), bars_.end(), by_high)->high = day.high;
  std::min_element(bars_.begin(), bars_.end(), by_low)->low = day.low;
}

void IntradayPath::ShareVolume(const SymbolDay& day, Random& random) {
  const auto minutes = static_cast<std::size_t>(day.session.minutes);
  weights_.clear();
  double total = 0.0;
  for (const MinuteBar& bar : bars_) {
    const auto minute = static_cast<std::size_t>(bar.minute - kOpenMinute);
    const double burst = 0.3 - Log(1.0 - random.Uniform());  // 0.3 and an exponential variable
    weights_.push_back(Activity(minute, minutes) * burst);
    total += weights_.back();
  }
  // Every bar holds at least one share; cumulative rounding makes the rest add up.
  const auto count = static_cast<std::int64_t>(bars_.size());
  const auto shares = static_cast<double>(day.volume - count);
  double passed = 0.0;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < bars_.size(); ++i) {
    passed += weights_[i];
    const bool is_last = i + 1 == bars_.size();
    const auto upto =
        is_last ? day.volume - count : static_cast<std::int64_t>(shares * (passed / total));
    bars_[i].volume = 1 + upto - given;
    given = upto;
  }
}

void IntradayPath::AddQuotes(Random& random) {
  for (MinuteBar& bar : bars_) {
    // A cent for ordinary prices, more for dear ones, now and then a cent wider.
    const std::int64_t spread = 1 + bar.close / (400 * kDollar) + (random.Uniform() < 0.15 ? 1 : 0);
    const std::int64_t below = random.Between(0, spread);
    bar.bid_offset = -below * kCent;
    bar.ask_offset = (spread - below) * kCent;
    bar.bid_size = 100 * random.Between(1, 40);
    bar.ask_size = 100 * random.Between(1, 40);
  }
}

}  // namespace regimen::generator
