// The profiling policy that writes down how long operations take.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "performance/profiling/duration_statistics.hpp"

namespace regimen {

class PerformanceProfiler;

// Times what happens until it dies. Does nothing for a profiler that is off.
class TimingContext {
 public:
  TimingContext(PerformanceProfiler* profiler, std::string_view name);
  ~TimingContext();
  TimingContext(const TimingContext&) = delete;
  TimingContext& operator=(const TimingContext&) = delete;

 private:
  PerformanceProfiler* profiler_;  // null: off
  std::string_view name_;
  std::chrono::steady_clock::time_point begin_;
};

// Statistics of durations by operation (a ProfilingPolicy). Off until Enable. Memory grows with the
// number of names, not of calls. All members may be called from several threads; scopes may nest,
// each counts its whole time.
class PerformanceProfiler {
 public:
  void Enable();
  void Disable();
  bool IsEnabled() const;

  // The operation lasts until the scope dies. `name` must outlive the profiler.
  TimingContext Time(std::string_view name) { return {IsEnabled() ? this : nullptr, name}; }

  // The decorator: calls `function` and returns what it returns.
  template <class Function>
  decltype(auto) Profile(std::string_view name, Function function) {
    const TimingContext scope = Time(name);
    return function();
  }

  void Record(std::string_view name, double seconds);

  std::map<std::string, DurationStatistics> GetStatistics() const;

  // A table, the operation with the longest total first.
  std::vector<std::string> Report() const;

  void Reset();

 private:
  mutable std::mutex mutex_;
  bool enabled_ = false;
  std::map<std::string, DurationStatistics, std::less<>> operations_;
};

}  // namespace regimen
