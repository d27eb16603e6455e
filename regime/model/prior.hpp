// What a fit believes before it sees the data.
#pragma once

namespace regimen::hmm {

// Pseudo-observations that pull every state a little towards the whole series. Scale-relative: the
// same prior serves returns of 1e-6 and of 1e6. Maximum likelihood is `Prior::None()`; on a few
// hundred observations it lets states collapse onto single points.
//
// With S the covariance of the series, m its mean, the fit maximises log-likelihood plus, per
// state,
//   -n/2 (log|C| + tr(C^-1 S)) - r/2 (mean - m)' C^-1 (mean - m) - s/2 tr(C^-1)
// (C once if it is tied) plus Dirichlet terms: count times the logarithm of each probability.
struct Prior {
  double variance_observations = 5;  // n
  double mean_observations = 0.1;    // r
  double transition_count = 0;       // for every transition
  double sticky_count = 0;           // for staying, on top: fewer switches, fewer local optima
  double start_count = 0;            // for every state to be the first

  // s, in squared units of the observations: hmmlearn's covars_prior. Not scale-relative.
  double scatter = 0;

  static constexpr Prior None() { return {.variance_observations = 0, .mean_observations = 0}; }
};

}  // namespace regimen::hmm
