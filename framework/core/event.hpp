#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace regimen {

// A C# event: `source.Updated += [this](...) { ... }` adds a handler and returns a token, `-=
// token` takes it away. Handlers are called in the order in which they were added.
//
// A handler may add and remove handlers: those added are called from the next time on. Not
// thread-safe. Raising an event without handlers costs one comparison.
template <class... Args>
class Event {
 public:
  using Handler = std::function<void(Args...)>;
  enum class Token : std::uint64_t {};

  Token operator+=(Handler handler) {
    const Token token{++last_token_};
    handlers_.emplace_back(token, std::move(handler));
    return token;
  }
  // Does nothing for a token that is gone already.
  void operator-=(Token token) {
    for (auto& [known, handler] : handlers_) {
      if (known == token) handler = nullptr;
    }
    if (depth_ == 0) Sweep();
  }

  void operator()(Args... args) {
    if (handlers_.empty()) return;
    ++depth_;
    const std::size_t count = handlers_.size();
    for (std::size_t i = 0; i < count; ++i) {
      // A copy: the list may grow while the handler runs.
      if (const Handler handler = handlers_[i].second) handler(args...);
    }
    if (--depth_ == 0) Sweep();
  }

 private:
  void Sweep() {
    std::erase_if(handlers_, [](const auto& entry) { return entry.second == nullptr; });
  }

  std::vector<std::pair<Token, Handler>> handlers_;
  std::uint64_t last_token_ = 0;
  int depth_ = 0;
};

}  // namespace regimen
