#include "regime/observation/rolling_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regimen {

RollingValues::RollingValues(std::size_t capacity) : capacity_(capacity), values_(2 * capacity) {}

void RollingValues::Push(double value) {
  if (end_ == values_.size()) {
    std::copy(values_.end() - static_cast<std::ptrdiff_t>(capacity_), values_.end(),
              values_.begin());
    end_ = capacity_;
  }
  values_[end_++] = value;
  count_ = std::min(count_ + 1, capacity_);
}

double RollingValues::Mean() const {
  if (count_ == 0) return std::numeric_limits<double>::quiet_NaN();
  double sum = 0;
  for (const double value : Values()) sum += value;
  return sum / static_cast<double>(count_);
}

double RollingValues::SampleDeviation() const {
  if (count_ < 2) return std::numeric_limits<double>::quiet_NaN();
  const double mean = Mean();
  double squares = 0;
  for (const double value : Values()) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(count_ - 1));
}

}  // namespace regimen
