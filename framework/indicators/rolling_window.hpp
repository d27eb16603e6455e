#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "framework/core/error.hpp"

namespace regimen {

// The last `Size()` values of a sequence, the newest at index 0 (LEAN's RollingWindow<T>).
//
// Add is O(1) and allocates nothing once the window is full. Not thread-safe.
template <class T>
class RollingWindow {
 public:
  // Throws ArgumentError for a size below 1.
  explicit RollingWindow(int size) : size_(Checked(size)) { ring_.reserve(size_); }

  int Size() const { return static_cast<int>(size_); }
  int Count() const { return static_cast<int>(ring_.size()); }
  // How many values were ever added.
  long Samples() const { return samples_; }
  bool IsReady() const { return samples_ >= static_cast<long>(size_); }

  // The value `index` places before the newest one; a negative index counts from the oldest, -1.
  // Throws ArgumentError where there is no value.
  const T& operator[](int index) const { return ring_[Place(index)]; }
  // What the last Add pushed out. Throws InvalidOperationError before the window has been full.
  const T& MostRecentlyRemoved() const {
    if (!removed_) throw InvalidOperationError("no value has left the window yet");
    return *removed_;
  }

  void Add(T value) {
    ++samples_;
    if (ring_.size() < size_) {
      ring_.push_back(std::move(value));
      newest_ = ring_.size() - 1;
      return;
    }
    newest_ = (newest_ + 1) % size_;
    removed_ = std::exchange(ring_[newest_], std::move(value));
  }
  void Reset() {
    ring_.clear();
    removed_.reset();
    newest_ = 0;
    samples_ = 0;
  }

 private:
  static std::size_t Checked(int size) {
    if (size < 1) throw ArgumentError("a rolling window needs a size of 1 or more");
    return static_cast<std::size_t>(size);
  }
  std::size_t Place(int index) const {
    const int from_newest = index < 0 ? Count() + index : index;
    if (from_newest < 0 || from_newest >= Count()) {
      throw ArgumentError("the rolling window holds " + std::to_string(Count()) +
                          " values; there is none at index " + std::to_string(index));
    }
    const auto back = static_cast<std::size_t>(from_newest);
    return newest_ >= back ? newest_ - back : newest_ + ring_.size() - back;
  }

  std::size_t size_;
  std::vector<T> ring_;
  std::optional<T> removed_;
  std::size_t newest_ = 0;
  long samples_ = 0;
};

}  // namespace regimen
