#pragma once

#include "framework/core/data_normalization_mode.hpp"
#include "framework/core/decimal.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/time_span.hpp"

namespace regimen {

// What a security gets when AddEquity does not say otherwise:
// UniverseSettings.SetResolution(Resolution::Daily) (LEAN's UniverseSettings, same names and
// defaults). Not thread-safe.
class UniverseSettings {
 public:
  [[nodiscard]] regimen::Resolution Resolution() const { return resolution_; }
  void SetResolution(regimen::Resolution value) { resolution_ = value; }

  // 0: the leverage of the brokerage model.
  [[nodiscard]] Decimal Leverage() const { return leverage_; }
  void SetLeverage(Decimal value) { leverage_ = value; }

  [[nodiscard]] bool FillForward() const { return fill_forward_; }
  void SetFillForward(bool value) { fill_forward_ = value; }

  [[nodiscard]] bool ExtendedMarketHours() const { return extended_market_hours_; }
  void SetExtendedMarketHours(bool value) { extended_market_hours_ = value; }

  [[nodiscard]] TimeSpan MinimumTimeInUniverse() const { return minimum_time_in_universe_; }
  void SetMinimumTimeInUniverse(TimeSpan value) { minimum_time_in_universe_ = value; }

  [[nodiscard]] regimen::DataNormalizationMode DataNormalizationMode() const {
    return data_normalization_mode_;
  }
  void SetDataNormalizationMode(regimen::DataNormalizationMode value) {
    data_normalization_mode_ = value;
  }

 private:
  regimen::Resolution resolution_ = regimen::Resolution::Minute;
  Decimal leverage_ = 0;
  bool fill_forward_ = true;
  bool extended_market_hours_ = false;
  TimeSpan minimum_time_in_universe_ = TimeSpan::FromDays(1);
  regimen::DataNormalizationMode data_normalization_mode_ =
      regimen::DataNormalizationMode::Adjusted;
};

}  // namespace regimen
