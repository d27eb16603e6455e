#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace regimen {

// A C# event: `source.Updated += [this](...) { ... }` adds a handler and returns a token, `-=
// token` takes it away. Handlers are called in the order in which they were added.
//
// A handler may add and remove handlers, itself too: those added are called from the next time on,
// those removed no more. Not thread-safe, and not copied, since tokens belong to one event. Raising
// allocates nothing; without handlers it costs one comparison.
template <class... Args>
class Event {
 public:
  using Handler = std::function<void(Args...)>;
  enum class Token : std::uint64_t {};

  Token operator+=(Handler handler) {
    const Token token{++last_token_};
    if (handler == nullptr) return token;
    entries_.push_back(std::make_unique<Entry>(Entry{token, std::move(handler)}));
    return token;
  }
  // Does nothing for a token that is gone already.
  void operator-=(Token token) {
    for (const auto& entry : entries_) {
      if (entry->token == token) entry->removed = sweep_is_due_ = true;
    }
    if (depth_ == 0) Sweep();
  }

  void operator()(Args... args) {
    if (entries_.empty()) return;
    const Raising raising(*this);
    const std::size_t count = entries_.size();
    for (std::size_t i = 0; i < count; ++i) {
      // Stays where it is while the list grows, and is there until the outermost call is over.
      const Entry& entry = *entries_[i];
      if (!entry.removed) entry.handler(args...);
    }
  }

 private:
  struct Entry {
    Token token;
    Handler handler;
    bool removed = false;
  };
  // A call under way, also one that ends by an exception.
  struct Raising {
    Event& event;
    explicit Raising(Event& raised) : event(raised) { ++event.depth_; }
    ~Raising() {
      if (--event.depth_ == 0) event.Sweep();
    }
    Raising(const Raising&) = delete;
    Raising& operator=(const Raising&) = delete;
  };

  void Sweep() {
    if (!sweep_is_due_) return;
    sweep_is_due_ = false;
    std::erase_if(entries_, [](const auto& entry) { return entry->removed; });
  }

  std::vector<std::unique_ptr<Entry>> entries_;
  std::uint64_t last_token_ = 0;
  int depth_ = 0;
  bool sweep_is_due_ = false;
};

}  // namespace regimen
