#include "regime/model/log_likelihoods.hpp"

#include <limits>
#include <numeric>
#include <string>

#include "regime/model/hmm_error.hpp"

namespace regimen::hmm {

void LogLikelihoods::Validate(std::size_t chain_states) const {
  if (states == 0 || states != chain_states || values.empty() || values.size() % states != 0) {
    throw HmmError(HmmFault::DimensionMismatch, std::to_string(values.size()) +
                                                    " likelihoods do not make rows for " +
                                                    std::to_string(chain_states) + " states");
  }
  if (!lengths.empty() &&
      std::accumulate(lengths.begin(), lengths.end(), std::size_t{0}) != Times()) {
    throw HmmError(HmmFault::DimensionMismatch,
                   "the lengths of the sequences must sum to " + std::to_string(Times()));
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] < std::numeric_limits<double>::infinity()) continue;  // false for NaN too
    throw HmmError(HmmFault::NotFinite, "the log-likelihood of observation " +
                                            std::to_string(i / states) + " in state " +
                                            std::to_string(i % states) + " is " +
                                            std::to_string(values[i]));
  }
}

}  // namespace regimen::hmm
