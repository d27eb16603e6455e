// Every kind of model on its way through EM, step by step beside the textbook's.
#include "tests/regime/model/textbook_map.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "regime/model/baum_welch.hpp"
#include "tests/regime/model/fit_cases.hpp"

namespace regimen::hmm {
namespace {

using tests::FitCase;
using tests::Matrix;
using tests::Shape;
using tests::TextbookMap;
using tests::TextbookSeries;
using tests::Vector;

// Some start of that shape: correlated, unequal, and not near the end.
HmmParameters StartOf(const FitTask& task) {
  const auto k = static_cast<std::size_t>(task.options.states);
  const auto d = static_cast<std::size_t>(task.observations.dimensions);
  const CovarianceType type = task.options.covariance_type;
  HmmParameters start;
  start.states = task.options.states;
  start.dimensions = task.observations.dimensions;
  start.covariance_type = type;
  start.emission_type = task.options.emission_type;
  start.start.assign(k, 1.0 / static_cast<double>(k));
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      const double leaving = k == 1 ? 0 : 0.2 / static_cast<double>(k - 1);
      start.transitions.push_back(i == j ? 1 - leaving * static_cast<double>(k - 1) : leaving);
    }
    const double state = static_cast<double>(i);
    const double scale = type == CovarianceType::Tied ? 2.0 : 1 + 0.5 * state;
    for (std::size_t a = 0; a < d; ++a) {
      const auto dimension = static_cast<double>(a);
      start.means.push_back(1 - 0.9 * state + 0.1 * dimension);
      const double stretch = type == CovarianceType::Spherical ? 1 : 1 + 0.2 * dimension;
      for (std::size_t b = 0; b < d; ++b) {
        const bool correlated = type == CovarianceType::Full || type == CovarianceType::Tied;
        start.covariances.push_back(a == b ? scale * stretch : (correlated ? 0.3 : 0.0));
      }
    }
    if (task.options.emission_type == EmissionType::StudentT) {
      start.degrees_of_freedom.push_back(4 + state);
    }
  }
  return start;
}

TextbookMap TextbookOf(const HmmParameters& start, const Prior& prior) {
  const auto k = static_cast<std::size_t>(start.states);
  const auto d = static_cast<std::size_t>(start.dimensions);
  TextbookMap book;
  switch (start.covariance_type) {
    case CovarianceType::Spherical:
      book.shape = Shape::Spherical;
      break;
    case CovarianceType::Diagonal:
      book.shape = Shape::Diagonal;
      break;
    case CovarianceType::Full:
      book.shape = Shape::Full;
      break;
    case CovarianceType::Tied:
      book.shape = Shape::Tied;
      break;
  }
  book.start = start.start;
  book.nu = start.degrees_of_freedom;
  book.prior = {prior.variance_observations, prior.mean_observations, prior.scatter,
                prior.transition_count,      prior.sticky_count,      prior.start_count};
  for (std::size_t i = 0; i < k; ++i) {
    book.transitions.emplace_back();
    for (std::size_t j = 0; j < k; ++j) {
      book.transitions[i].push_back(start.transitions[i * k + j]);
    }
    book.means.emplace_back(start.Mean(static_cast<int>(i)).begin(),
                            start.Mean(static_cast<int>(i)).end());
    Matrix covariance(d, Vector(d));
    for (std::size_t a = 0; a < d; ++a) {
      for (std::size_t b = 0; b < d; ++b) {
        covariance[a][b] = start.covariances[(i * d + a) * d + b];
      }
    }
    book.covariances.push_back(covariance);
  }
  return book;
}

TextbookSeries SeriesOf(const FitTask& task) {
  TextbookSeries series;
  for (std::size_t t = 0; t < task.observations.Count(); ++t) {
    series.rows.emplace_back(task.observations.Row(t).begin(), task.observations.Row(t).end());
    series.weights.push_back(task.observations.weights.empty() ? 1.0
                                                               : task.observations.weights[t]);
  }
  series.lengths.assign(task.observations.lengths.begin(), task.observations.lengths.end());
  if (series.lengths.empty()) series.lengths = {series.rows.size()};
  return series;
}

void ExpectClose(double actual, double expected, const char* name) {
  EXPECT_NEAR(actual, expected, 1e-8 * (1 + std::abs(expected))) << name;
}

void ExpectEqual(const HmmParameters& model, const TextbookMap& book) {
  const auto k = static_cast<std::size_t>(model.states);
  const auto d = static_cast<std::size_t>(model.dimensions);
  for (std::size_t i = 0; i < k; ++i) {
    ExpectClose(model.start[i], book.start[i], "start");
    for (std::size_t j = 0; j < k; ++j) {
      ExpectClose(model.transitions[i * k + j], book.transitions[i][j], "transition");
    }
    for (std::size_t a = 0; a < d; ++a) {
      ExpectClose(model.means[i * d + a], book.means[i][a], "mean");
      for (std::size_t b = 0; b < d; ++b) {
        ExpectClose(model.covariances[(i * d + a) * d + b], book.covariances[i][a][b],
                    "covariance");
      }
    }
  }
}

class TextbookMapTest : public testing::TestWithParam<FitCase> {};

TEST_P(TextbookMapTest, TheKernelsGoTheSameWay) {
  constexpr int kIterations = 8;
  FitTask task = GetParam().Task();
  task.options.estimate_degrees_of_freedom = false;
  task.options.starts = {};
  task.options.tolerance = 0;
  task.options.variance_floor = 1e-9;
  task.options.max_iterations = kIterations;
  task.options.keep_history = true;
  task.given = {StartOf(task)};
  const TextbookSeries series = SeriesOf(task);
  for (const InstructionSet set : AvailableInstructionSets()) {
    const FitResult result = Fit(task, set);
    TextbookMap book = TextbookOf(task.given[0], task.options.prior);
    const std::vector<FitStep>& history = result.report.history;
    // One state alone has converged before.
    ASSERT_TRUE(task.options.states == 1 || history.size() == kIterations + 1) << ToText(set);
    double constant = 0;
    for (std::size_t i = 0; i + 1 < history.size(); ++i) {
      const FitStep& step = history[i];
      TextbookMap next = book;
      const double log_likelihood = next.Iterate(series);
      EXPECT_NEAR(step.log_likelihood, log_likelihood, 1e-8) << "iteration " << i;
      // The prior is compared in its changes: its constant is nobody's business. The book knows the
      // mean of the series only after its first pass.
      if (i > 0) {
        const double difference = step.objective - step.log_likelihood - book.LogPrior();
        if (i == 1) constant = difference;
        EXPECT_NEAR(difference, constant, 1e-8) << "iteration " << i;
      }
      book = next;
    }
    ExpectEqual(*result.parameters, book);
  }
}

// All but those whose M-step has no closed form.
std::vector<FitCase> ClosedCases() {
  std::vector<FitCase> cases = tests::AllFitCases();
  std::erase_if(cases, [](const FitCase& fit_case) {
    return fit_case.task.options.start_type == StartType::Stationary;
  });
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Kinds, TextbookMapTest, testing::ValuesIn(ClosedCases()),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
}  // namespace regimen::hmm
