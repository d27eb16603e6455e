// How long an operation took, over many times.
#pragma once

#include <array>
#include <cstdint>

namespace regimen {

// Takes durations and forgets them one by one: count, sum, extremes, mean and deviation are exact,
// median and percentiles come from a histogram whose bins are 1/16 of a power of two wide (within
// 3.2 %). 8 KB, whatever the count. A value.
class DurationStatistics {
 public:
  // Requires: seconds >= 0.
  void Add(double seconds);

  std::uint64_t CallCount() const { return count_; }
  double TotalTime() const { return total_; }  // seconds, as all that follow
  double MeanTime() const { return mean_; }
  double MinTime() const { return min_; }
  double MaxTime() const { return max_; }

  // Of the sample (divisor n - 1); 0 for fewer than two.
  double StdDev() const;

  double MedianTime() const { return Percentile(50); }

  // The least duration that `percent` per cent of all do not exceed; 0 without any.
  double Percentile(double percent) const;

 private:
  static constexpr int kBinsPerOctave = 16;
  static constexpr int kOctaves = 64;  // from 2^-40 s (a picosecond) to 2^24 s (half a year)

  std::uint64_t count_ = 0;
  double total_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // of the distances from the mean
  double min_ = 0;
  double max_ = 0;
  std::array<std::uint64_t, static_cast<std::size_t>(kBinsPerOctave* kOctaves)> bins_{};
};

}  // namespace regimen
