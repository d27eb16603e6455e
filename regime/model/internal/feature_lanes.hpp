// The memory of the feature kernel.
#pragma once

#include <cstddef>
#include <vector>

#include "regime/model/internal/em_run.hpp"
#include "regime/model/internal/lane_array.hpp"
#include "regime/model/internal/lane_kernel.hpp"
#include "regime/model/internal/quadratic_form.hpp"
#include "regime/model/internal/state_statistics.hpp"

namespace regimen::hmm::internal {

// What `lanes` models of one shape hold side by side: entry i of an array stands for all lanes at
// [i * lanes + lane]. D is the number of dimensions, P that of products of two: D squares, or all
// D (D + 1) / 2. Knows nothing of vectors. One thread at a time.
class FeatureLanes {
 public:
  FeatureLanes(const FeatureShape& shape, std::size_t lanes);

  void Load(std::size_t lane, const EmRun& run);
  void Clear(std::size_t lane);
  const HmmParameters& Parameters(std::size_t lane) const { return parameters_[lane]; }
  LaneScore Score(std::size_t lane) const;

  // After an E-step: does lanes again, by ExactExpectations, whose counts fall short.
  void Repair();

  // Turns the expectations of a lane into its next parameters.
  void Maximise(std::size_t lane);

  std::size_t States() const { return states_; }
  std::size_t Dimensions() const { return dimensions_; }
  std::size_t Products() const { return products_; }
  bool IsTriangle() const { return shape_.triangle; }
  bool IsStudent() const { return shape_.student; }

  // The length of the longest series loaded, and whether any has several sequences.
  std::size_t Length() const { return length_; }
  bool HasBreaks() const { return has_breaks_; }

  // The series: T x D, T, T (1 where a sequence begins, else 0), 1 (the time of the last
  // observation).
  LaneArray z, observation_weight, begins, last;

  // The chain: K, K x K.
  LaneArray start, transition;

  // Densities: of a Gaussian the logarithm in eighths of a power of two is constant + linear . z +
  // product . (z z'); of a Student-t those three make the squared distance, and the logarithm is
  // peak - power log(1 + distance / nu). K, K x D, K x P, K, K, K.
  LaneArray constant, linear, product, peak, power, nu;

  // What passes leave to passes: densities relative to the largest, Student-t weights u and log u -
  // u, alphas, which become posteriors: T x K each.
  LaneArray density, student_weight, student_tail, alpha;

  // Sums at the end of each lane's series: 1 each.
  LaneArray end_sum, end_exponent, end_shift, shift;

  // Expectations, see StateStatistics: K x K without the factor of the transition, K, K, K, K, K x
  // D, K x P.
  LaneArray pair, start_gamma, weight, scaled, tail, first, second;

 private:
  void Measure();
  void WriteSeries(std::size_t lane, const WorkingSeries& series);
  void WriteParameters(std::size_t lane);
  void WriteDensity(std::size_t lane, std::size_t state, const QuadraticForm& form);
  bool FallsShort(std::size_t lane) const;
  void ReadStatistics(std::size_t lane);

  FeatureShape shape_;
  std::size_t states_;
  std::size_t dimensions_;
  std::size_t products_;
  std::size_t lanes_;
  std::size_t length_ = 1;
  std::size_t capacity_ = 0;
  bool has_breaks_ = false;
  std::vector<const EmRun*> runs_;  // null: empty
  std::vector<HmmParameters> parameters_;
  std::vector<double> log_prior_;
  std::vector<QuadraticForm> forms_;  // of the states of the lane being written
  EmSettings idle_settings_;
  StateStatistics statistics_;

  // Of a lane that was done again.
  struct Exact {
    bool in_use = false;
    double log_likelihood = 0;
    StateStatistics statistics;
  };
  std::vector<Exact> exact_;
};

}  // namespace regimen::hmm::internal
