#include "performance/profiling/performance_profiler.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace regimen {

TimingContext::TimingContext(PerformanceProfiler* profiler, std::string_view name)
    : profiler_(profiler), name_(name) {
  if (profiler_ != nullptr) begin_ = std::chrono::steady_clock::now();
}

TimingContext::~TimingContext() {
  if (profiler_ == nullptr) return;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin_;
  profiler_->Record(name_, taken.count());
}

void PerformanceProfiler::Enable() {
  const std::lock_guard lock(mutex_);
  enabled_ = true;
}

void PerformanceProfiler::Disable() {
  const std::lock_guard lock(mutex_);
  enabled_ = false;
}

bool PerformanceProfiler::IsEnabled() const {
  const std::lock_guard lock(mutex_);
  return enabled_;
}

void PerformanceProfiler::Record(std::string_view name, double seconds) {
  const std::lock_guard lock(mutex_);
  auto found = operations_.find(name);
  if (found == operations_.end()) found = operations_.emplace(name, DurationStatistics()).first;
  found->second.Add(seconds);
}

std::map<std::string, DurationStatistics> PerformanceProfiler::GetStatistics() const {
  const std::lock_guard lock(mutex_);
  return {operations_.begin(), operations_.end()};
}

std::vector<std::string> PerformanceProfiler::Report() const {
  const auto statistics = GetStatistics();
  std::vector<std::pair<std::string, DurationStatistics>> sorted(statistics.begin(),
                                                                 statistics.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(),
                           [](const auto& each) { return each.second.TotalTime(); });
  constexpr double kMicro = 1e6;
  std::vector<std::string> lines = {fmt::format("{:<20}{:>10}{:>12}{:>12}{:>12}{:>12}{:>12}",
                                                "Operation", "calls", "total s", "mean us",
                                                "median us", "p99 us", "max us")};
  for (const auto& [name, times] : sorted) {
    lines.push_back(fmt::format("{:<20}{:>10}{:>12.4f}{:>12.2f}{:>12.2f}{:>12.2f}{:>12.2f}", name,
                                times.CallCount(), times.TotalTime(), times.MeanTime() * kMicro,
                                times.MedianTime() * kMicro, times.Percentile(99) * kMicro,
                                times.MaxTime() * kMicro));
  }
  return lines;
}

void PerformanceProfiler::Reset() {
  const std::lock_guard lock(mutex_);
  operations_.clear();
}

}  // namespace regimen
