// A feature, bar by bar.
#pragma once

#include <memory>

#include "regime/observation/feature.hpp"
#include "regime/observation/price_bar.hpp"

namespace regimen {

// Sees each bar once, in order, and so can know nothing of later ones. Not thread-safe.
class FeatureStream {
 public:
  FeatureStream() = default;
  virtual ~FeatureStream() = default;
  FeatureStream(const FeatureStream&) = delete;
  FeatureStream& operator=(const FeatureStream&) = delete;

  // Takes the next bar. Returns: the feature of it; NaN until there are rows enough, and where it
  // is not defined.
  virtual double Update(const PriceBar& bar) = 0;
};

std::unique_ptr<FeatureStream> MakeFeatureStream(Feature feature);

}  // namespace regimen
