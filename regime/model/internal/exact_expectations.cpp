#include "regime/model/internal/exact_expectations.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "regime/model/emission_density.hpp"
#include "regime/model/forward_backward.hpp"
#include "regime/model/hmm_error.hpp"

namespace regimen::hmm::internal {
namespace {

std::span<const double> Row(const WorkingSeries& series, std::size_t time) {
  return std::span(series.values).subspan(time * series.dimensions, series.dimensions);
}

std::vector<double> WeightedLogDensities(const EmissionDensity& emission,
                                         const WorkingSeries& series, std::size_t states) {
  std::vector<double> result(series.length * states, 0.0);
  for (std::size_t t = 0; t < series.length; ++t) {
    if (series.weights[t] == 0) continue;
    const std::span<double> row = std::span(result).subspan(t * states, states);
    emission.LogDensities(Row(series, t), row);
    for (double& density : row) density *= series.weights[t];
  }
  return result;
}

std::vector<std::size_t> LengthsOf(const WorkingSeries& series) {
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i < series.sequence_starts.size(); ++i) {
    const bool last = i + 1 == series.sequence_starts.size();
    lengths.push_back((last ? series.length : series.sequence_starts[i + 1]) -
                      series.sequence_starts[i]);
  }
  return lengths;
}

class MomentSums {
 public:
  MomentSums(const HmmParameters& parameters, const EmissionDensity& emission,
             StateStatistics& statistics)
      : parameters_(parameters), emission_(emission), statistics_(statistics) {}

  // Adds an observation with its share, probability times weight, in state k.
  void Add(std::span<const double> row, std::size_t k, double share) {
    statistics_.weight[k] += share;
    double scaled = share;
    if (parameters_.emission_type == EmissionType::StudentT) {
      const double nu = parameters_.degrees_of_freedom[k];
      const auto width = static_cast<double>(row.size());
      const double u = (nu + width) / (nu + emission_.SquaredDistance(row, k));
      statistics_.tail[k] += share * (std::log(u) - u);
      scaled *= u;
    }
    statistics_.scaled[k] += scaled;
    const std::size_t width = row.size();
    for (std::size_t d = 0; d < width; ++d) {
      statistics_.first[k * width + d] += scaled * row[d];
      for (std::size_t e = 0; e < width; ++e) {
        statistics_.second[(k * width + d) * width + e] += scaled * row[d] * row[e];
      }
    }
  }

 private:
  const HmmParameters& parameters_;
  const EmissionDensity& emission_;
  StateStatistics& statistics_;
};

void SetToZero(StateStatistics& statistics) {
  for (std::vector<double>* sums :
       {&statistics.start, &statistics.transitions, &statistics.weight, &statistics.scaled,
        &statistics.tail, &statistics.first, &statistics.second}) {
    std::fill(sums->begin(), sums->end(), 0.0);
  }
}

}  // namespace

double ExactExpectations(const HmmParameters& parameters, const WorkingSeries& series,
                         StateStatistics& statistics) try {
  const auto states = static_cast<std::size_t>(parameters.states);
  const EmissionDensity emission(parameters);
  const std::vector<double> densities = WeightedLogDensities(emission, series, states);
  const std::vector<std::size_t> lengths = LengthsOf(series);
  const SmoothResult smooth = Smooth(parameters.Chain(), {densities, states, lengths});
  SetToZero(statistics);
  statistics.transitions = smooth.transition_counts;
  for (const std::size_t time : series.sequence_starts) {
    for (std::size_t k = 0; k < states; ++k) statistics.start[k] += smooth.smoothed(time, k);
  }
  MomentSums sums(parameters, emission, statistics);
  for (std::size_t t = 0; t < series.length; ++t) {
    if (series.weights[t] == 0) continue;
    for (std::size_t k = 0; k < states; ++k) {
      sums.Add(Row(series, t), k, smooth.smoothed(t, k) * series.weights[t]);
    }
  }
  return smooth.log_likelihood;
} catch (const HmmError&) {
  // Impossible, or out of the range of doubles: the run ends as NotFinite.
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace regimen::hmm::internal
