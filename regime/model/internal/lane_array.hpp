// Storage for vectors.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

namespace regimen::hmm::internal {

// An array of doubles aligned for the widest vectors. Grows by `Reserve`, which forgets the
// contents.
class LaneArray {
 public:
  LaneArray() = default;
  explicit LaneArray(std::size_t size) { Reserve(size); }

  // Makes room for `size` doubles, all 0. Keeps what it has if that is enough.
  void Reserve(std::size_t size) {
    if (size <= size_) return;
    data_.reset(static_cast<double*>(::operator new(size * sizeof(double), kAlignment)));
    size_ = size;
    std::fill_n(data_.get(), size_, 0.0);
  }

  double* Data() { return data_.get(); }
  const double* Data() const { return data_.get(); }
  double& operator[](std::size_t index) { return data_.get()[index]; }
  double operator[](std::size_t index) const { return data_.get()[index]; }

 private:
  static constexpr std::align_val_t kAlignment{64};
  struct Deleter {
    void operator()(double* data) const { ::operator delete(data, kAlignment); }
  };

  std::unique_ptr<double, Deleter> data_;
  std::size_t size_ = 0;
};

}  // namespace regimen::hmm::internal
