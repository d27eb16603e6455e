#pragma once

namespace regimen::store {

// Told when a thread begins and ends to need a file that it may have to wait for or read itself:
// for whoever takes the time. Called on that thread.
class LoadWatch {
 public:
  LoadWatch() = default;
  LoadWatch(const LoadWatch&) = delete;
  LoadWatch& operator=(const LoadWatch&) = delete;
  virtual ~LoadWatch() = default;

  virtual void BeginWaiting() = 0;
  virtual void EndWaiting() = 0;
};

}  // namespace regimen::store
