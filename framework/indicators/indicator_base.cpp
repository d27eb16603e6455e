#include "framework/indicators/indicator_base.hpp"

#include <utility>

namespace regimen {

IndicatorBase::IndicatorBase(std::string name) : name_(std::move(name)) {
  window_.Add(IndicatorDataPoint());
}

const IndicatorDataPoint& IndicatorBase::Previous() const {
  static const IndicatorDataPoint kNone;
  return window_.Count() > 1 ? window_[1] : kNone;
}

bool IndicatorBase::Update(const BaseData& input) {
  if (last_input_end_ && input.EndTime() < *last_input_end_) return IsReady();
  last_input_end_ = input.EndTime();
  ++samples_;
  const Result result = ValidateAndComputeNextValue(input);
  if (result.status == IndicatorStatus::Success) {
    window_.Add(IndicatorDataPoint(input.GetSymbol(), input.EndTime(), result.value));
    Updated(*this, Current());
  }
  return IsReady();
}

void IndicatorBase::Reset() {
  samples_ = 0;
  last_input_end_.reset();
  window_.Reset();
  window_.Add(IndicatorDataPoint());
}

}  // namespace regimen
