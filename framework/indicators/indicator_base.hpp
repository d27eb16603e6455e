#pragma once

#include <compare>
#include <concepts>
#include <optional>
#include <string>

#include "framework/core/event.hpp"
#include "framework/indicators/indicator_data_point.hpp"
#include "framework/indicators/indicator_status.hpp"
#include "framework/indicators/rolling_window.hpp"

namespace regimen {

// What every indicator is (LEAN's IndicatorBase): fed with data in order of time, it has a current
// value, the values before it, and tells of each new one.
//
// Compares and calculates as its current value: `fast > slow * 1.001`. An input that ends before
// the last one of its symbol is ignored. Owned by whoever makes it; those of QCAlgorithm's helpers
// (EMA, ...) by the engine for the whole run. Not copyable, not thread-safe.
class IndicatorBase {
 public:
  explicit IndicatorBase(std::string name);
  virtual ~IndicatorBase() = default;
  IndicatorBase(const IndicatorBase&) = delete;
  IndicatorBase& operator=(const IndicatorBase&) = delete;

  const std::string& Name() const { return name_; }
  // Whether the value means what the indicator promises.
  virtual bool IsReady() const = 0;
  // Inputs that must be seen before IsReady; nullopt where that cannot be told.
  virtual std::optional<int> WarmUpPeriod() const { return std::nullopt; }
  // Inputs so far, the present one included.
  long Samples() const { return samples_; }
  const IndicatorDataPoint& Current() const { return window_[0]; }
  // The value before the current one; the zero point when there was none.
  const IndicatorDataPoint& Previous() const;
  // The values, the newest first; the zero point that stood before the first one is among them.
  const RollingWindow<IndicatorDataPoint>& Window() const { return window_; }
  const IndicatorDataPoint& operator[](int index) const { return window_[index]; }

  // Takes an input; returns IsReady().
  bool Update(const BaseData& input);
  bool Update(DateTime time, Decimal value) { return Update(IndicatorDataPoint(time, value)); }
  // Forgets every input.
  virtual void Reset();

  // Told after each new value, also before the indicator is ready.
  Event<IndicatorBase&, const IndicatorDataPoint&> Updated;

  operator Decimal() const { return Current().Value(); }  // NOLINT(google-explicit-constructor)

 protected:
  struct Result {
    Decimal value;
    IndicatorStatus status = IndicatorStatus::Success;
  };
  // The value after `input`, which counts in Samples() already.
  virtual Result ValidateAndComputeNextValue(const BaseData& input) = 0;

 private:
  std::string name_;
  long samples_ = 0;
  RollingWindow<IndicatorDataPoint> window_{2};
  // When the last input ended; inputs of one time are all taken.
  std::optional<DateTime> last_input_end_;
};

template <class T>
concept IndicatorOperand = std::derived_from<T, IndicatorBase>;

// Two numbers of which at least one is an indicator: it stands for its value.
template <class A, class B>
concept IndicatorOperands = (IndicatorOperand<A> || IndicatorOperand<B>)&&std::convertible_to<
    const A&, Decimal>&& std::convertible_to<const B&, Decimal>;

template <class A, class B>
requires IndicatorOperands<A, B> Decimal operator+(const A& a, const B& b) {
  return static_cast<Decimal>(a) + static_cast<Decimal>(b);
}
template <class A, class B>
requires IndicatorOperands<A, B> Decimal operator-(const A& a, const B& b) {
  return static_cast<Decimal>(a) - static_cast<Decimal>(b);
}
template <class A, class B>
requires IndicatorOperands<A, B> Decimal operator*(const A& a, const B& b) {
  return static_cast<Decimal>(a) * static_cast<Decimal>(b);
}
template <class A, class B>
requires IndicatorOperands<A, B> Decimal operator/(const A& a, const B& b) {
  return static_cast<Decimal>(a) / static_cast<Decimal>(b);
}
template <class A, class B>
requires IndicatorOperands<A, B> std::weak_ordering operator<=>(const A& a, const B& b) {
  return static_cast<Decimal>(a) <=> static_cast<Decimal>(b);
}
template <class A, class B>
requires IndicatorOperands<A, B>
bool operator==(const A& a, const B& b) {
  return static_cast<Decimal>(a) == static_cast<Decimal>(b);
}

}  // namespace regimen
