#include "regime/model/hmm_filter.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "regime/model/hmm_error.hpp"
#include "regime/model/internal/filter_step.hpp"

namespace regimen::hmm {

HmmFilter::HmmFilter(const GaussianHmm& model)
    : dimensions_(static_cast<std::size_t>(model.Parameters().dimensions)),
      emission_(model.Emission()),
      start_(model.Parameters().start),
      transitions_(model.Parameters().transitions),
      filtered_(start_),
      predicted_(start_),
      densities_(start_.size()) {}

double HmmFilter::Update(std::span<const double> row) {
  if (row.size() != dimensions_) {
    throw HmmError(HmmFault::DimensionMismatch, "an observation of " + std::to_string(dimensions_) +
                                                    " numbers is expected, not of " +
                                                    std::to_string(row.size()));
  }
  for (const double value : row) {
    if (std::isinf(value)) throw HmmError(HmmFault::NotFinite, "an observation is infinite");
  }
  emission_.LogDensities(row, densities_);
  const double step = internal::Condition(predicted_, densities_, filtered_);
  if (!std::isfinite(step)) {
    throw HmmError(HmmFault::ImpossibleObservation,
                   "the observation has likelihood 0 in every state that can be reached");
  }
  log_likelihood_ += step;
  internal::Propagate(filtered_, transitions_, predicted_);
  return step;
}

int HmmFilter::State() const {
  return static_cast<int>(std::max_element(filtered_.begin(), filtered_.end()) - filtered_.begin());
}

double HmmFilter::Confidence() const {
  return *std::max_element(filtered_.begin(), filtered_.end());
}

void HmmFilter::Reset() {
  filtered_ = start_;
  predicted_ = start_;
  log_likelihood_ = 0;
}

}  // namespace regimen::hmm
