#include "regime/model/observations.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "regime/model/hmm_error.hpp"
#include "regime/model/limits.hpp"

namespace regimen::hmm {
namespace {

void CheckSizes(const Observations& observations) {
  if (observations.dimensions < 1 || observations.dimensions > kMaxDimensions) {
    throw HmmError(HmmFault::DimensionMismatch, "1 to " + std::to_string(kMaxDimensions) +
                                                    " dimensions are possible, not " +
                                                    std::to_string(observations.dimensions));
  }
  const auto width = static_cast<std::size_t>(observations.dimensions);
  if (observations.values.empty()) {
    throw HmmError(HmmFault::TooFewObservations, "the series is empty");
  }
  if (observations.values.size() % width != 0) {
    throw HmmError(HmmFault::DimensionMismatch, std::to_string(observations.values.size()) +
                                                    " values do not make rows of " +
                                                    std::to_string(width));
  }
  if (!observations.weights.empty() && observations.weights.size() != observations.Count()) {
    throw HmmError(HmmFault::DimensionMismatch,
                   std::to_string(observations.Count()) + " observations have " +
                       std::to_string(observations.weights.size()) + " weights");
  }
}

void CheckLengths(const Observations& observations) {
  if (observations.lengths.empty()) return;
  const std::span<const std::size_t> lengths = observations.lengths;
  const std::size_t total = std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
  if (total != observations.Count() ||
      std::find(lengths.begin(), lengths.end(), 0U) != lengths.end()) {
    throw HmmError(HmmFault::DimensionMismatch,
                   "the lengths of the sequences must be positive and sum to " +
                       std::to_string(observations.Count()) + ", the number of observations");
  }
}

void CheckValues(const Observations& observations, MissingPolicy missing) {
  const auto width = static_cast<std::size_t>(observations.dimensions);
  for (std::size_t i = 0; i < observations.values.size(); ++i) {
    const double value = observations.values[i];
    if (std::isfinite(value) || (std::isnan(value) && missing == MissingPolicy::Skip)) continue;
    throw HmmError(HmmFault::NotFinite,
                   "observation " + std::to_string(i / width) + ", dimension " +
                       std::to_string(i % width) + " is " + std::to_string(value) +
                       "; MissingPolicy::Skip accepts NaN, nothing accepts infinity");
  }
  for (std::size_t i = 0; i < observations.weights.size(); ++i) {
    if (observations.weights[i] >= 0 && std::isfinite(observations.weights[i])) continue;
    throw HmmError(HmmFault::NotFinite, "weight " + std::to_string(i) +
                                            " must be finite and not negative, not " +
                                            std::to_string(observations.weights[i]));
  }
}

}  // namespace

void Observations::Validate(MissingPolicy missing) const {
  CheckSizes(*this);
  CheckLengths(*this);
  CheckValues(*this, missing);
}

std::vector<double> Observations::EffectiveWeights() const {
  std::vector<double> result(Count(), 1.0);
  for (std::size_t t = 0; t < result.size(); ++t) {
    const std::span<const double> row = Row(t);
    const bool present =
        std::none_of(row.begin(), row.end(), [](double value) { return std::isnan(value); });
    if (!present) {
      result[t] = 0;
    } else if (!weights.empty()) {
      result[t] = weights[t];
    }
  }
  return result;
}

std::vector<std::size_t> Observations::SequenceStarts() const {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i + 1 < lengths.size(); ++i) starts.push_back(starts.back() + lengths[i]);
  return starts;
}

}  // namespace regimen::hmm
