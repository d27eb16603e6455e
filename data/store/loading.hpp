#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <utility>

namespace regimen::store {

// One file's way from disk to columns, done once, by whichever thread comes first: a reader thread
// that was told ahead, or the thread that needs it now. So nobody waits for work that has not
// begun, and a pool of any size, even a busy one, cannot block.
//
// All members may be called from several threads.
template <typename Columns>
class Loading {
 public:
  using Result = std::shared_ptr<const Columns>;

  // `load` may return nullptr (no such file) or throw; it is called at most once.
  explicit Loading(std::function<Result()> load) : load_(std::move(load)) {}

  // Does the work unless it is done or under way; returns whether it did. Never throws: Get does.
  bool Run() {
    State expected = State::Waiting;
    if (!state_.compare_exchange_strong(expected, State::Running)) return false;
    try {
      result_ = load_();
    } catch (...) {
      error_ = std::current_exception();  // for the thread that asks for the columns
    }
    load_ = nullptr;
    state_.store(State::Done, std::memory_order_release);
    state_.notify_all();
    return true;
  }

  // Whether another thread is at it.
  bool IsUnderWay() const { return state_.load(std::memory_order_acquire) == State::Running; }

  // Does the work or waits for it. Rethrows what the work threw.
  Result Get() {
    Run();
    state_.wait(State::Running, std::memory_order_acquire);
    if (error_ != nullptr) std::rethrow_exception(error_);
    return result_;
  }

 private:
  enum class State : std::uint8_t { Waiting, Running, Done };

  std::function<Result()> load_;
  Result result_;
  std::exception_ptr error_;
  std::atomic<State> state_ = State::Waiting;
};

}  // namespace regimen::store
