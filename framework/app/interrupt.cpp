#include "framework/app/interrupt.hpp"

namespace regimen::app {

namespace {

// A signal handler has no argument to reach anything but a global.
std::atomic<bool> requested{false};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void OnSignal(int /*signal*/) { requested.store(true); }

}  // namespace

InterruptScope::InterruptScope() : old_interrupt_{}, old_terminate_{} {
  requested.store(false);
  struct sigaction action {};
  action.sa_handler = OnSignal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, &old_interrupt_);
  sigaction(SIGTERM, &action, &old_terminate_);
}

InterruptScope::~InterruptScope() {
  sigaction(SIGINT, &old_interrupt_, nullptr);
  sigaction(SIGTERM, &old_terminate_, nullptr);
}

const std::atomic<bool>& InterruptScope::Requested() const { return requested; }

}  // namespace regimen::app
