// Ctrl-C asks the run to end with its results so far; a second one ends the process at once.
#pragma once

#include <atomic>
#include <csignal>

namespace regimen::app {

// While one exists, SIGINT and SIGTERM set `Requested`. At most one at a time: signals belong to
// the process.
class InterruptScope {
 public:
  InterruptScope();
  ~InterruptScope();
  InterruptScope(const InterruptScope&) = delete;
  InterruptScope& operator=(const InterruptScope&) = delete;

  const std::atomic<bool>& Requested() const;

 private:
  struct sigaction old_interrupt_;
  struct sigaction old_terminate_;
};

}  // namespace regimen::app
