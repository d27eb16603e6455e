#include "framework/engine/process_usage.hpp"

#include <cstdint>
#include <fstream>
#include <string_view>

#include <fmt/format.h>
#include <sys/resource.h>

namespace regimen {

namespace {

double ProcessorSeconds(int who) {
  constexpr double kMicroseconds = 1e6;
  rusage usage{};
  getrusage(who, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / kMicroseconds;
}

// The kernel's high-water mark of this program; getrusage's also knows that of whoever started it.
// 0 where there is no /proc.
std::int64_t PeakMemoryKiB() {
  constexpr std::string_view kKey = "VmHWM:";
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(kKey)) return std::stoll(line.substr(kKey.size()));
  }
  return 0;
}

}  // namespace

std::string ProcessUsageJson() {
  const double engine = ProcessorSeconds(RUSAGE_THREAD);
  return fmt::format(R"({{"engineThread":{:.6f},"readerThreads":{:.6f},"peakMemoryKiB":{}}})",
                     engine, ProcessorSeconds(RUSAGE_SELF) - engine, PeakMemoryKiB());
}

}  // namespace regimen
