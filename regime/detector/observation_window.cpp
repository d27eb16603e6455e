#include "regime/detector/observation_window.hpp"

#include <algorithm>
#include <limits>

namespace regimen {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

template <class T>
void EraseFront(std::vector<T>& values, std::size_t count) {
  values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
}

}  // namespace

ObservationWindow::ObservationWindow(int dimensions, std::size_t capacity)
    : dimensions_(static_cast<std::size_t>(dimensions)), capacity_(capacity) {}

void ObservationWindow::Push(BarTime time, std::span<const double> row, double log_return) {
  rows_.insert(rows_.end(), row.begin(), row.end());
  returns_.push_back(log_return);
  times_.push_back(time);
  if (capacity_ > 0 && Size() > capacity_) DropOldest();
}

void ObservationWindow::DropOldest() {
  ++begin_;
  ++first_number_;
  if (begin_ < capacity_) return;
  EraseFront(rows_, begin_ * dimensions_);
  EraseFront(returns_, begin_);
  EraseFront(times_, begin_);
  begin_ = 0;
}

void ObservationWindow::MaskLast(std::size_t bars) {
  bars = std::min(bars, Size());
  std::fill(rows_.end() - static_cast<std::ptrdiff_t>(bars * dimensions_), rows_.end(), kMissing);
  std::fill(returns_.end() - static_cast<std::ptrdiff_t>(bars), returns_.end(), kMissing);
}

void ObservationWindow::Clear() {
  first_number_ += Size();
  begin_ = 0;
  rows_.clear();
  returns_.clear();
  times_.clear();
}

}  // namespace regimen
