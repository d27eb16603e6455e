// The observation of a model: its features, side by side.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "regime/observation/feature.hpp"
#include "regime/observation/feature_stream.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// Turns bars into rows of one number a feature. Strictly backward-looking: row t depends on bars up
// to t alone. Values are in their own units: a fit standardises inside its window (Prior), so that
// no scale is taken from data outside it. Not thread-safe.
class FeaturePipeline {
 public:
  // Throws RegimeError unless there are 1 to 10 features.
  explicit FeaturePipeline(std::span<const Feature> features);

  int Dimensions() const { return static_cast<int>(row_.size()); }

  // Takes the next bar. Returns: its row, valid until the next call; with a NaN in it the row is
  // missing.
  std::span<const double> Update(const PriceBar& bar);

 private:
  std::vector<std::unique_ptr<FeatureStream>> streams_;
  std::vector<double> row_;
};

}  // namespace regimen
