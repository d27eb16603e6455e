#include "regime/observation/feature_pipeline.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "regime/observation/regime_error.hpp"

namespace regimen {

namespace {
constexpr std::size_t kMostFeatures = 10;  // dimensions of a model
}

FeaturePipeline::FeaturePipeline(std::span<const Feature> features) : row_(features.size()) {
  if (features.empty() || features.size() > kMostFeatures) {
    throw RegimeError("features: 1 to 10 are possible, not " + std::to_string(features.size()));
  }
  for (const Feature feature : features) streams_.push_back(MakeFeatureStream(feature));
}

std::span<const double> FeaturePipeline::Update(const PriceBar& bar) {
  for (std::size_t i = 0; i < streams_.size(); ++i) {
    const double value = streams_[i]->Update(bar);
    // A single infinity would keep a model from its whole window.
    row_[i] = std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
  }
  return row_;
}

}  // namespace regimen
