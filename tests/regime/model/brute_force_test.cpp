// Inference against the sum over every path: exact, and too slow for anything else.
#include <cmath>
#include <tuple>

#include <gtest/gtest.h>

#include "regime/model/forward_backward.hpp"
#include "regime/model/hmm_error.hpp"
#include "regime/model/random_stream.hpp"
#include "regime/model/viterbi.hpp"
#include "tests/regime/model/hmm_data.hpp"

namespace regimen::hmm {
namespace {

struct Problem {
  std::size_t states, times;
  std::vector<double> start, transitions, log_likelihoods;

  MarkovChain Chain() const { return {start, transitions}; }
  LogLikelihoods Likelihoods() const { return {log_likelihoods, states}; }
};

Problem RandomProblem(std::size_t states, std::size_t times, std::uint64_t seed) {
  RandomStream random(seed);
  Problem problem{states, times, std::vector<double>(states), std::vector<double>(states * states),
                  std::vector<double>(times * states)};
  random.Dirichlet(1, problem.start);
  for (std::size_t i = 0; i < states; ++i) {
    random.Dirichlet(1, std::span(problem.transitions).subspan(i * states, states));
  }
  for (double& value : problem.log_likelihoods) value = 3 * random.Normal();
  return problem;
}

struct Enumeration {
  double likelihood = 0;
  double best = -1;
  std::vector<int> best_path;
  std::vector<double> gamma, filtered, pairs;
};

double PathProbability(const Problem& problem, const std::vector<int>& path, std::size_t times) {
  double probability = 1;
  for (std::size_t t = 0; t < times; ++t) {
    const auto now = static_cast<std::size_t>(path[t]);
    probability *=
        t == 0 ? problem.start[now]
               : problem.transitions[static_cast<std::size_t>(path[t - 1]) * problem.states + now];
    probability *= std::exp(problem.log_likelihoods[t * problem.states + now]);
  }
  return probability;
}

template <typename Visit>
void ForEachPath(std::size_t states, std::size_t times, Visit visit) {
  std::vector<int> path(times, 0);
  while (true) {
    visit(path);
    std::size_t t = 0;
    while (t < times && ++path[t] == static_cast<int>(states)) path[t++] = 0;
    if (t == times) return;
  }
}

Enumeration Enumerate(const Problem& problem) {
  Enumeration result;
  result.gamma.assign(problem.times * problem.states, 0.0);
  result.filtered.assign(problem.times * problem.states, 0.0);
  result.pairs.assign(problem.states * problem.states, 0.0);
  ForEachPath(problem.states, problem.times, [&](const std::vector<int>& path) {
    const double probability = PathProbability(problem, path, problem.times);
    result.likelihood += probability;
    if (probability > result.best) {
      result.best = probability;
      result.best_path = path;
    }
    for (std::size_t t = 0; t < problem.times; ++t) {
      const auto now = static_cast<std::size_t>(path[t]);
      result.gamma[t * problem.states + now] += probability;
      if (t > 0)
        result.pairs[static_cast<std::size_t>(path[t - 1]) * problem.states + now] += probability;
    }
  });
  for (std::size_t length = 1; length <= problem.times; ++length) {
    double sum = 0;
    ForEachPath(problem.states, length, [&](const std::vector<int>& path) {
      const double probability = PathProbability(problem, path, length);
      sum += probability;
      result.filtered[(length - 1) * problem.states + static_cast<std::size_t>(path.back())] +=
          probability;
    });
    for (std::size_t k = 0; k < problem.states; ++k)
      result.filtered[(length - 1) * problem.states + k] /= sum;
  }
  return result;
}

class BruteForceTest : public testing::TestWithParam<std::tuple<int, int>> {
 protected:
  Problem problem_ = RandomProblem(static_cast<std::size_t>(std::get<0>(GetParam())),
                                   static_cast<std::size_t>(std::get<1>(GetParam())), 7);
  Enumeration truth_ = Enumerate(problem_);
};

TEST_P(BruteForceTest, FilterAgrees) {
  const FilterResult result = Filter(problem_.Chain(), problem_.Likelihoods());
  EXPECT_NEAR(result.log_likelihood, std::log(truth_.likelihood), 1e-12);
  for (std::size_t t = 0; t < problem_.times; ++t) {
    for (std::size_t k = 0; k < problem_.states; ++k) {
      EXPECT_NEAR(result.filtered(t, k), truth_.filtered[t * problem_.states + k], 1e-12);
      double predicted = problem_.start[k];
      if (t > 0) {
        predicted = 0;
        for (std::size_t i = 0; i < problem_.states; ++i) {
          predicted += truth_.filtered[(t - 1) * problem_.states + i] *
                       problem_.transitions[i * problem_.states + k];
        }
      }
      EXPECT_NEAR(result.predicted(t, k), predicted, 1e-12);
    }
  }
}

TEST_P(BruteForceTest, SmoothingAgrees) {
  const SmoothResult result = Smooth(problem_.Chain(), problem_.Likelihoods());
  for (std::size_t t = 0; t < problem_.times; ++t) {
    for (std::size_t k = 0; k < problem_.states; ++k) {
      EXPECT_NEAR(result.smoothed(t, k), truth_.gamma[t * problem_.states + k] / truth_.likelihood,
                  1e-12);
    }
  }
  for (std::size_t i = 0; i < truth_.pairs.size(); ++i) {
    EXPECT_NEAR(result.transition_counts[i], truth_.pairs[i] / truth_.likelihood, 1e-12);
  }
}

TEST_P(BruteForceTest, ViterbiAgrees) {
  const ViterbiPath path = Viterbi(problem_.Chain(), problem_.Likelihoods());
  EXPECT_NEAR(path.log_probability, std::log(truth_.best), 1e-12);
  EXPECT_EQ(path.states, truth_.best_path);
}

INSTANTIATE_TEST_SUITE_P(SmallProblems, BruteForceTest,
                         testing::Combine(testing::Values(1, 2, 3), testing::Values(1, 2, 5, 8)));

TEST(ForwardBackwardTest, SequencesBeginAnew) {
  const Problem whole = RandomProblem(3, 9, 11);
  const std::vector<std::size_t> lengths = {4, 5};
  const SmoothResult joint = Smooth(whole.Chain(), {whole.log_likelihoods, 3, lengths});
  const SmoothResult first = Smooth(whole.Chain(), {std::span(whole.log_likelihoods).first(12), 3});
  const SmoothResult second =
      Smooth(whole.Chain(), {std::span(whole.log_likelihoods).subspan(12), 3});
  EXPECT_NEAR(joint.log_likelihood, first.log_likelihood + second.log_likelihood, 1e-12);
  EXPECT_NEAR(joint.smoothed(3, 1), first.smoothed(3, 1), 1e-15);
  EXPECT_NEAR(joint.smoothed(4, 1), second.smoothed(0, 1), 1e-15);
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_NEAR(joint.transition_counts[i],
                first.transition_counts[i] + second.transition_counts[i], 1e-12);
  }
}

TEST(ForwardBackwardTest, NamesAnObservationThatCannotBe) {
  const std::vector<double> start = {1, 0};
  const std::vector<double> transitions = {1, 0, 0, 1};
  const std::vector<double> values = {0, 0, -tests::kInfinity, 0};
  try {
    Filter({start, transitions}, {values, 2});
    FAIL() << "accepted it";
  } catch (const HmmError& error) {
    EXPECT_EQ(error.Fault(), HmmFault::ImpossibleObservation);
    EXPECT_NE(std::string(error.what()).find("observation 1"), std::string::npos);
  }
}

TEST(ForwardBackwardTest, IgnoresLikelihoodsOfStatesOutOfReach) {
  const std::vector<double> start = {1, 0};
  const std::vector<double> transitions = {1, 0, 0, 1};
  const std::vector<double> values = {-2000, 700, -2000, 700};
  const FilterResult result = Filter({start, transitions}, {values, 2});
  EXPECT_DOUBLE_EQ(result.log_likelihood, -4000);
  EXPECT_EQ(result.filtered(1, 0), 1);
}

TEST(ForwardBackwardTest, RefusesWhatIsNoProbability) {
  const std::vector<double> start = {0.5, 0.4};
  const std::vector<double> transitions = {1, 0, 0, 1};
  const std::vector<double> values = {0, 0};
  EXPECT_THROW(Filter({start, transitions}, {values, 2}), HmmError);
}

TEST(StationaryDistributionTest, IsLeftAloneByAStep) {
  const std::vector<double> a = {0.9, 0.1, 0.0, 0.05, 0.9, 0.05, 0.2, 0.0, 0.8};
  const std::vector<double> d = StationaryDistribution(a);
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_NEAR(d[0] * a[j] + d[1] * a[3 + j] + d[2] * a[6 + j], d[j], 1e-15);
  }
}

TEST(StationaryDistributionTest, KeepsRareStatesExact) {
  // By hand: d1 = p / (p + q) with p = 1e-20 and q = 1/2.
  const std::vector<double> d =
      StationaryDistribution(std::vector<double>{1 - 1e-20, 1e-20, 0.5, 0.5});
  EXPECT_NEAR(d[1] / 2e-20, 1, 1e-12);
}

TEST(StationaryDistributionTest, BearsStatesThatAreNextToNeverLeft) {
  // A ladder: what goes up a rung comes down it, d(i) up(i) = d(i + 1) down(i + 1).
  const std::vector<double> d = StationaryDistribution(std::vector<double>{
      0.25, 0.75, 0, 0, 4e-241, 0.25, 0.75, 0, 0, 5e-241, 0.25, 0.75, 0, 0, 6e-241, 1});
  EXPECT_NEAR(d[3], 1, 1e-15);
  EXPECT_NEAR(d[2] / (6e-241 / 0.75), 1, 1e-12);
  EXPECT_EQ(d[0], 0);  // e-722
  const std::vector<double> slow =
      StationaryDistribution(std::vector<double>{1, 1e-310, 0, 2e-310, 1, 1e-310, 0, 2e-310, 1});
  for (const double probability : slow) EXPECT_TRUE(std::isfinite(probability));
}

TEST(StationaryDistributionTest, HasAnAnswerForAChainThatFallsApart) {
  const std::vector<double> d = StationaryDistribution(std::vector<double>{1, 0, 0, 1});
  EXPECT_NEAR(d[0], 0.5, 1e-12);
  const std::vector<double> absorbed = StationaryDistribution(std::vector<double>{0.9, 0.1, 0, 1});
  EXPECT_NEAR(absorbed[1], 1, 1e-12);
}

}  // namespace
}  // namespace regimen::hmm
