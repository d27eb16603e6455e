#include "regime/model/markov_chain.hpp"

#include <cmath>
#include <cstddef>
#include <string>

#include "regime/model/hmm_error.hpp"

namespace regimen::hmm {
namespace {

constexpr double kRowTolerance = 1e-6;

void CheckRow(std::span<const double> row, const std::string& name) {
  double sum = 0;
  for (const double entry : row) {
    if (!(entry >= 0)) {
      throw HmmError(HmmFault::NotAProbability,
                     name + " holds " + std::to_string(entry) + ", which is no probability");
    }
    sum += entry;
  }
  if (!(std::abs(sum - 1) <= kRowTolerance)) {
    throw HmmError(HmmFault::NotAProbability,
                   name + " must sum to 1, not to " + std::to_string(sum));
  }
}

// Elimination of Grassmann, Taksar and Heyman (1985): no subtraction, so every entry keeps its
// relative accuracy however rarely its state is visited. Returns false if the chain falls apart on
// the way.
bool EliminateStates(std::vector<double>& matrix, std::vector<double>& result) {
  const std::size_t states = result.size();
  for (std::size_t last = states - 1; last > 0; --last) {
    double leaving = 0;
    for (std::size_t j = 0; j < last; ++j) leaving += matrix[last * states + j];
    if (leaving <= 0) return false;
    for (std::size_t i = 0; i < last; ++i) {
      matrix[i * states + last] /= leaving;
      for (std::size_t j = 0; j < last; ++j) {
        matrix[i * states + j] += matrix[i * states + last] * matrix[last * states + j];
      }
    }
  }
  result[0] = 1;
  for (std::size_t j = 1; j < states; ++j) {
    result[j] = 0;
    for (std::size_t i = 0; i < j; ++i) result[j] += result[i] * matrix[i * states + j];
    // A state that is next to never left outweighs all before it; two in a row would overflow.
    constexpr double kLarge = 1e100;
    if (result[j] <= kLarge) continue;
    const double scale = result[j];
    for (std::size_t i = 0; i <= j; ++i) result[i] /= scale;
  }
  double sum = 0;
  for (const double entry : result) sum += entry;
  for (double& entry : result) entry /= sum;
  return std::isfinite(sum);
}

// The lazy chain (A + I) / 2 stays where A stays and never oscillates, so its powers converge.
std::vector<double> LimitOfUniformStart(std::span<const double> transitions, std::size_t states) {
  std::vector<double> power(transitions.begin(), transitions.end());
  for (std::size_t i = 0; i < states; ++i) {
    for (std::size_t j = 0; j < states; ++j) {
      power[i * states + j] = (power[i * states + j] + (i == j ? 1.0 : 0.0)) / 2;
    }
  }
  constexpr int kDoublings = 60;
  for (int doubling = 0; doubling < kDoublings; ++doubling) {
    std::vector<double> square(power.size(), 0.0);
    for (std::size_t i = 0; i < states; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < states; ++j) {
        for (std::size_t h = 0; h < states; ++h) {
          square[i * states + j] += power[i * states + h] * power[h * states + j];
        }
        sum += square[i * states + j];
      }
      for (std::size_t j = 0; j < states; ++j) square[i * states + j] /= sum;
    }
    power.swap(square);
  }
  std::vector<double> result(states, 0.0);
  for (std::size_t i = 0; i < power.size(); ++i) {
    result[i % states] += power[i] / static_cast<double>(states);
  }
  return result;
}

}  // namespace

void MarkovChain::Validate() const {
  const std::size_t states = States();
  if (states == 0 || transitions.size() != states * states) {
    throw HmmError(HmmFault::DimensionMismatch, std::to_string(states) + " states do not go with " +
                                                    std::to_string(transitions.size()) +
                                                    " transitions");
  }
  CheckRow(start, "the start distribution");
  for (std::size_t i = 0; i < states; ++i) {
    CheckRow(transitions.subspan(i * states, states),
             "row " + std::to_string(i) + " of the transitions");
  }
}

std::vector<double> StationaryDistribution(std::span<const double> transitions) {
  const auto states =
      static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(transitions.size()))));
  std::vector<double> matrix(transitions.begin(), transitions.end());
  std::vector<double> result(states, 0.0);
  if (EliminateStates(matrix, result)) return result;
  return LimitOfUniformStart(transitions, states);
}

}  // namespace regimen::hmm
