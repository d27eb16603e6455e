#include "regime/model/hmm_filter.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "regime/model/hmm_error.hpp"

namespace regimen::hmm {

HmmFilter::HmmFilter(const GaussianHmm& model)
    : dimensions_(static_cast<std::size_t>(model.Parameters().dimensions)),
      emission_(model.Emission()),
      pass_(model.Parameters().Chain()),
      densities_(model.Parameters().start.size()) {}

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
  const double step = pass_.Take(densities_);
  if (!std::isfinite(step)) {
    throw HmmError(HmmFault::ImpossibleObservation,
                   "the observation has likelihood 0 in every state that can be reached");
  }
  log_likelihood_ += step;
  pass_.Advance();
  return step;
}

int HmmFilter::State() const {
  const std::span<const double> filtered = Filtered();
  return static_cast<int>(std::max_element(filtered.begin(), filtered.end()) - filtered.begin());
}

double HmmFilter::Confidence() const {
  return *std::max_element(Filtered().begin(), Filtered().end());
}

void HmmFilter::Reset() {
  pass_.Begin();
  log_likelihood_ = 0;
}

}  // namespace regimen::hmm
