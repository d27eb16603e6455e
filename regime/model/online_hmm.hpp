// A model that learns from every observation.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/online_options.hpp"

namespace regimen::hmm {

// What an online model says of now.
struct OnlineInfo {
  int state = 0;  // the most probable one; ties go to the lower
  double confidence = 0;
  int observations_in_state = 0;      // how long it has been the most probable one
  double expected_duration = 0;       // of a stay in it; infinity if it never ends
  double transition_probability = 0;  // to be in another state next
  double strength = 0;                // min(1, |mean| / standard deviation) of the state
};

struct OnlineStatistics {
  std::size_t observations = 0;  // not missing, since the start or the last reset
  double effective_length = 0;   // how many of them the statistics stand for
  double log_likelihood = 0;     // sum of one-step log-scores
  double mean_log_score = 0;     // forgotten at the rate of the statistics
  std::size_t changes = 0;       // reported ones
};

// Filters a series in one dimension while its parameters follow exponentially forgotten sufficient
// statistics (hidden-regime's OnlineHMM): with g the filtered probabilities and x those of pairs,
//   G <- m G + g,  X <- m X + x,  and likewise the sums of g r and g r^2,
// parameters from ratios, smoothed. Starts from a fitted model as if its statistics had been seen
// for one effective length. One thread at a time. AddObservation is O(K^2), well under a
// microsecond, and allocates nothing.
class OnlineHmm {
 public:
  // Throws HmmError unless the model is Gaussian in one dimension and the options are valid.
  explicit OnlineHmm(const GaussianHmm& model, const OnlineOptions& options = {});

  // Takes the next observation. NaN is missing: the states move on, nothing is learnt; nor is it
  // from a value more than a thousand standard deviations away from every state.
  // Returns: whether a change was detected. Throws HmmError on infinity.
  bool AddObservation(double value);

  std::span<const double> Probabilities() const { return filtered_; }
  OnlineInfo Info() const;
  OnlineStatistics Statistics() const;

  // Returns: the probabilities of the states 1 to `horizon` steps ahead, horizon x K row by row.
  std::vector<double> PredictTransitions(int horizon = 5) const;

  // The parameters of now.
  HmmParameters Parameters() const;

  // Forgets all that was learnt: back to the model it began with, at the start.
  void ResetAdaptation();

 private:
  double Condition(double value);
  void Learn(double value);
  void UpdateParameters();
  bool Detect(double score);

  std::size_t states_;
  OnlineOptions options_;
  HmmParameters first_;
  double least_variance_ = 0;

  // Parameters of now, and what densities need of them.
  std::vector<double> transitions_, means_, variances_;
  std::vector<double> log_constants_, half_precisions_;

  // Forgotten statistics. In place of the sums of g r and g r^2, the same held as a mean and the
  // squared deviations from it, which do not cancel (West 1979).
  std::vector<double> weight_, pair_, centre_, scatter_;

  std::vector<double> previous_, predicted_, filtered_, densities_;
  int state_ = 0;
  int observations_in_state_ = 0;
  bool began_ = false;

  OnlineStatistics statistics_;
  double score_variance_ = 0;
  double shortfall_ = 0;
};

}  // namespace regimen::hmm
