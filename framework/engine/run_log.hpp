#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "framework/algorithm/log_level.hpp"
#include "framework/core/date_time.hpp"
#include "framework/engine/engine_config.hpp"

namespace regimen {

// The lines of {ID}-log.txt, each under the algorithm's local time, and their way to the console.
//
// A Debug message that repeats the one before it is left out (LEAN). Not thread-safe.
class RunLog {
 public:
  RunLog(std::function<DateTime()> local_time,
         std::function<void(MessageKind, std::string_view)> on_message)
      : local_time_(std::move(local_time)), on_message_(std::move(on_message)) {}

  // A strategy's message.
  void Add(LogLevel level, const std::string& message);
  // The engine's own lines. A warning is shown and kept, a trace is kept.
  void Warn(const std::string& message);
  void Trace(const std::string& message);

  const std::vector<std::string>& Lines() const { return lines_; }

 private:
  void Keep(const std::string& message);

  std::function<DateTime()> local_time_;
  std::function<void(MessageKind, std::string_view)> on_message_;
  std::vector<std::string> lines_;
  std::string last_debug_;
};

}  // namespace regimen
