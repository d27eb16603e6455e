#include "framework/engine/run_log.hpp"

#include "framework/core/utf8.hpp"

namespace regimen {

void RunLog::Keep(const std::string& message) {
  lines_.push_back(local_time_().ToString("yyyy-MM-dd HH:mm:ss") + " " + ValidUtf8(message));
}

void RunLog::Add(LogLevel level, const std::string& message) {
  if (level == LogLevel::Debug) {
    if (message == last_debug_) return;
    last_debug_ = message;
  }
  Keep(message);
  if (!on_message_) return;
  switch (level) {
    case LogLevel::Debug:
      on_message_(MessageKind::Debug, message);
      break;
    case LogLevel::Log:
      on_message_(MessageKind::Log, message);
      break;
    case LogLevel::Error:
      on_message_(MessageKind::Error, message);
      break;
  }
}

void RunLog::Warn(const std::string& message) {
  Keep(message);
  if (on_message_) on_message_(MessageKind::Warning, message);
}

void RunLog::Trace(const std::string& message) { Keep(message); }

}  // namespace regimen
