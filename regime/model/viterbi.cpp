#include "regime/model/viterbi.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "regime/model/hmm_error.hpp"

namespace regimen::hmm {
namespace {

constexpr double kImpossible = -std::numeric_limits<double>::infinity();

class Decoder {
 public:
  Decoder(const MarkovChain& chain, const LogLikelihoods& likelihoods)
      : likelihoods_(likelihoods),
        states_(chain.States()),
        log_start_(Logarithms(chain.start)),
        log_transitions_(Logarithms(chain.transitions)),
        best_(states_),
        previous_(states_),
        came_from_(likelihoods.Times() * states_) {}

  // Decodes the sequence [begin, end) into `path`.
  void Decode(std::size_t begin, std::size_t end, ViterbiPath& path) {
    for (std::size_t j = 0; j < states_; ++j) best_[j] = log_start_[j] + likelihoods_.Row(begin)[j];
    for (std::size_t t = begin + 1; t < end; ++t) Step(t);
    const auto winner = std::max_element(best_.begin(), best_.end());
    if (*winner == kImpossible) {
      throw HmmError(HmmFault::ImpossibleObservation,
                     "every path through the states has probability 0");
    }
    path.log_probability += *winner;
    auto state = static_cast<std::size_t>(winner - best_.begin());
    for (std::size_t t = end; t-- > begin;) {
      path.states[t] = static_cast<int>(state);
      if (t > begin) state = came_from_[t * states_ + state];
    }
  }

 private:
  static std::vector<double> Logarithms(std::span<const double> probabilities) {
    std::vector<double> result(probabilities.size());
    std::transform(probabilities.begin(), probabilities.end(), result.begin(),
                   [](double probability) { return std::log(probability); });
    return result;
  }

  void Step(std::size_t time) {
    previous_.swap(best_);
    for (std::size_t j = 0; j < states_; ++j) {
      double highest = kImpossible;
      std::size_t source = 0;
      for (std::size_t i = 0; i < states_; ++i) {
        const double candidate = previous_[i] + log_transitions_[i * states_ + j];
        if (candidate > highest) {
          highest = candidate;
          source = i;
        }
      }
      best_[j] = highest + likelihoods_.Row(time)[j];
      came_from_[time * states_ + j] = static_cast<std::uint16_t>(source);
    }
  }

  const LogLikelihoods& likelihoods_;
  std::size_t states_;
  std::vector<double> log_start_;
  std::vector<double> log_transitions_;
  std::vector<double> best_;
  std::vector<double> previous_;
  std::vector<std::uint16_t> came_from_;
};

}  // namespace

ViterbiPath Viterbi(const MarkovChain& chain, const LogLikelihoods& likelihoods) {
  chain.Validate();
  likelihoods.Validate(chain.States());
  Decoder decoder(chain, likelihoods);
  ViterbiPath path;
  path.states.resize(likelihoods.Times());
  if (likelihoods.lengths.empty()) {
    decoder.Decode(0, likelihoods.Times(), path);
  }
  std::size_t begin = 0;
  for (const std::size_t length : likelihoods.lengths) {
    if (length > 0) decoder.Decode(begin, begin + length, path);
    begin += length;
  }
  return path;
}

}  // namespace regimen::hmm
