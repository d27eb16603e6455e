#include "performance/profiling/duration_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace regimen {

namespace {
constexpr int kLowestExponent = -40;
}

void DurationStatistics::Add(double seconds) {
  min_ = count_ == 0 ? seconds : std::min(min_, seconds);
  max_ = std::max(max_, seconds);
  ++count_;
  total_ += seconds;
  // Welford's update.
  const double before = seconds - mean_;
  mean_ += before / static_cast<double>(count_);
  squares_ += before * (seconds - mean_);

  int exponent = 0;
  const double fraction = std::frexp(seconds, &exponent);  // in [0.5, 1), or 0
  const int octave = exponent - 1 - kLowestExponent;
  const int within = static_cast<int>((2 * fraction - 1) * kBinsPerOctave);
  const int bin = seconds > 0 ? octave * kBinsPerOctave + within : 0;
  ++bins_[static_cast<std::size_t>(std::clamp(bin, 0, kBinsPerOctave * kOctaves - 1))];
}

double DurationStatistics::StdDev() const {
  return count_ < 2 ? 0 : std::sqrt(squares_ / static_cast<double>(count_ - 1));
}

double DurationStatistics::Percentile(double percent) const {
  const double wanted = std::max(1.0, std::ceil(percent / 100 * static_cast<double>(count_)));
  double seen = 0;
  for (std::size_t bin = 0; bin < bins_.size(); ++bin) {
    seen += static_cast<double>(bins_[bin]);
    if (seen < wanted) continue;
    const int octave = static_cast<int>(bin) / kBinsPerOctave;
    const double middle = (static_cast<double>(bin % kBinsPerOctave) + 0.5) / kBinsPerOctave;
    return std::clamp(std::ldexp(1 + middle, octave + kLowestExponent), min_, max_);
  }
  return 0;
}

}  // namespace regimen
