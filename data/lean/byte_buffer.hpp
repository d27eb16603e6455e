#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>

namespace regimen::lean {

// Scratch memory that is kept between uses and never cleared: the file and its inflated text pass
// through one of these per thread. Not thread-safe.
class ByteBuffer {
 public:
  // Returns room for `size` bytes; what was there before is lost. Memory beyond kKept that is no
  // longer needed is given back, so that one huge file does not cost its size for the whole run.
  char* Resize(std::size_t size) {
    const bool too_big = capacity_ > kKept && size <= kKept;
    if (size > capacity_ || too_big) {
      bytes_.reset();
      capacity_ = std::max(size, kSmallest);
      bytes_ = std::make_unique_for_overwrite<char[]>(capacity_);
    }
    return bytes_.get();
  }

 private:
  static constexpr std::size_t kSmallest = std::size_t{64} << 10;
  static constexpr std::size_t kKept = std::size_t{16} << 20;

  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
};

}  // namespace regimen::lean
