// Emissions of other kinds, by their likelihoods alone: textbook examples.
#include <cmath>

#include <gtest/gtest.h>

#include "regime/model/forward_backward.hpp"
#include "regime/model/internal/stationary_chain.hpp"
#include "regime/model/start_type.hpp"
#include "regime/model/viterbi.hpp"

namespace regimen::hmm {
namespace {

// Russell and Norvig, Artificial Intelligence: rain, seen by umbrellas.
class UmbrellaTest : public testing::Test {
 protected:
  UmbrellaTest() {
    for (const bool umbrella : {true, true, false, true, true}) {
      log_likelihoods_.push_back(std::log(umbrella ? 0.9 : 0.1));
      log_likelihoods_.push_back(std::log(umbrella ? 0.2 : 0.8));
    }
  }

  std::vector<double> start_ = {0.5, 0.5};
  std::vector<double> transitions_ = {0.7, 0.3, 0.3, 0.7};
  std::vector<double> log_likelihoods_;
};

TEST_F(UmbrellaTest, FilteredAndSmoothedAreTheBooks) {
  const FilterResult filter = Filter({start_, transitions_}, {log_likelihoods_, 2});
  const SmoothResult smooth = Smooth({start_, transitions_}, {log_likelihoods_, 2});
  EXPECT_NEAR(filter.log_likelihood, -3.3725020443, 1e-10);
  const double filtered[] = {.818182, .883357, .190668, .730794, .867339};
  const double smoothed[] = {.867339, .820419, .307484, .820419, .867339};
  for (std::size_t t = 0; t < 5; ++t) {
    EXPECT_NEAR(filter.filtered(t, 0), filtered[t], 5e-7);
    EXPECT_NEAR(smooth.smoothed(t, 0), smoothed[t], 5e-7);
  }
}

// Wikipedia, Viterbi algorithm: healthy or feverish, feeling normal, cold, dizzy.
TEST(FeverTest, ViterbiFindsHealthyHealthyFever) {
  const std::vector<double> start = {0.6, 0.4};
  const std::vector<double> transitions = {0.7, 0.3, 0.4, 0.6};
  std::vector<double> log_likelihoods = {0.5, 0.1, 0.4, 0.3, 0.1, 0.6};
  for (double& value : log_likelihoods) value = std::log(value);
  const ViterbiPath path = Viterbi({start, transitions}, {log_likelihoods, 2});
  EXPECT_EQ(path.states, (std::vector<int>{0, 0, 1}));
  EXPECT_NEAR(std::exp(path.log_probability), 0.01512, 1e-15);
}

// Zucchini and MacDonald, Hidden Markov Models for Time Series: major earthquakes a year,
// 1900-2006, Poisson given the state. EM by hand around Smooth.
class EarthquakesTest : public testing::Test {
 protected:
  static constexpr int kCounts[107] = {
      13, 14, 8,  10, 16, 26, 32, 27, 18, 32, 36, 24, 22, 23, 22, 18, 25, 21, 21, 14, 8,  11,
      14, 23, 18, 17, 19, 20, 22, 19, 13, 26, 13, 14, 22, 24, 21, 22, 26, 21, 23, 24, 27, 41,
      31, 27, 35, 26, 28, 36, 39, 21, 17, 22, 17, 19, 15, 34, 10, 15, 22, 18, 15, 20, 15, 22,
      19, 16, 30, 27, 29, 23, 20, 16, 21, 21, 25, 16, 18, 15, 18, 14, 10, 15, 8,  15, 6,  11,
      8,  7,  18, 16, 13, 12, 13, 20, 15, 16, 12, 18, 15, 16, 13, 15, 16, 11, 11};

  struct Fit {
    double log_likelihood = 0;
    std::vector<double> rates, start, transitions;
  };

  static std::vector<double> Likelihoods(const std::vector<double>& rates) {
    std::vector<double> result;
    for (const int count : kCounts) {
      for (const double rate : rates) {
        result.push_back(count * std::log(rate) - rate - std::lgamma(count + 1.0));
      }
    }
    return result;
  }

  static Fit FitFrom(std::vector<double> rates, StartType start_type = StartType::Free) {
    const std::size_t states = rates.size();
    Fit fit{0, std::move(rates), std::vector<double>(states, 1.0 / static_cast<double>(states)),
            std::vector<double>(states * states, 0.1 / static_cast<double>(states))};
    for (std::size_t i = 0; i < states; ++i) fit.transitions[i * states + i] += 0.9;
    for (int iteration = 0; iteration < 2000; ++iteration) {
      const std::vector<double> likelihoods = Likelihoods(fit.rates);
      const SmoothResult smooth = Smooth({fit.start, fit.transitions}, {likelihoods, states});
      fit.log_likelihood = smooth.log_likelihood;
      for (std::size_t i = 0; i < states; ++i) {
        double weight = 0;
        double sum = 0;
        double row = 0;
        for (std::size_t t = 0; t < 107; ++t) {
          weight += smooth.smoothed(t, i);
          sum += smooth.smoothed(t, i) * kCounts[t];
        }
        for (std::size_t j = 0; j < states; ++j) row += smooth.transition_counts[i * states + j];
        for (std::size_t j = 0; start_type == StartType::Free && j < states; ++j) {
          fit.transitions[i * states + j] = smooth.transition_counts[i * states + j] / row;
        }
        fit.rates[i] = sum / weight;
        fit.start[i] = smooth.smoothed(0, i);
      }
      if (start_type != StartType::Stationary) continue;
      internal::MaximiseStationary(fit.start, smooth.transition_counts, fit.transitions);
      fit.start = StationaryDistribution(fit.transitions);
    }
    return fit;
  }
};

TEST_F(EarthquakesTest, OneStateIsPoisson) {
  EXPECT_NEAR(FitFrom({20}).log_likelihood, -391.9189, 5e-5);
}

TEST_F(EarthquakesTest, TwoStatesAreTheBooks) {
  const Fit fit = FitFrom({15, 25});
  EXPECT_NEAR(fit.log_likelihood, -341.8787, 5e-5);
  EXPECT_NEAR(fit.rates[0], 15.421, 5e-4);
  EXPECT_NEAR(fit.rates[1], 26.018, 5e-4);
  EXPECT_NEAR(fit.transitions[0], .9284, 5e-5);
  EXPECT_NEAR(fit.transitions[3], .8810, 5e-5);
}

TEST_F(EarthquakesTest, ThreeStatesAreTheBooks) {
  const Fit fit = FitFrom({10, 20, 30});
  EXPECT_NEAR(fit.log_likelihood, -328.5275, 5e-5);
  EXPECT_NEAR(fit.rates[0], 13.134, 5e-4);
  EXPECT_NEAR(fit.rates[1], 19.713, 5e-4);
  EXPECT_NEAR(fit.rates[2], 29.710, 5e-4);
}

TEST_F(EarthquakesTest, StationaryStartsAreTheBooks) {
  const Fit two = FitFrom({15, 25}, StartType::Stationary);
  EXPECT_NEAR(two.log_likelihood, -342.3183, 5e-5);
  EXPECT_NEAR(two.rates[0], 15.472, 5e-4);
  EXPECT_NEAR(two.rates[1], 26.125, 5e-4);
  const Fit three = FitFrom({10, 20, 30}, StartType::Stationary);
  EXPECT_NEAR(three.log_likelihood, -329.4603, 5e-5);
  EXPECT_NEAR(three.rates[0], 13.146, 5e-4);
  EXPECT_NEAR(three.rates[1], 19.721, 5e-4);
  EXPECT_NEAR(three.rates[2], 29.714, 5e-4);
}

}  // namespace
}  // namespace regimen::hmm
