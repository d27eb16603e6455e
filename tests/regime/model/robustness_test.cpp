// Series that break fits elsewhere: a finite result, a named status or a typed error, never NaN.
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "regime/model/baum_welch.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/hmm_error.hpp"
#include "tests/regime/model/hmm_data.hpp"

namespace regimen::hmm {
namespace {

void ExpectFinite(const FitResult& result) {
  ASSERT_TRUE(result.parameters);
  EXPECT_NO_THROW(result.parameters->Validate());
  for (const StartReport& start : result.report.starts) {
    EXPECT_TRUE(std::isfinite(start.log_likelihood)) << ToText(start.stop);
    EXPECT_TRUE(std::isfinite(start.objective));
  }
  EXPECT_TRUE(std::isfinite(result.report.log_likelihood));
  EXPECT_TRUE(std::isfinite(result.report.bic));
  EXPECT_TRUE(std::isfinite(result.report.gap_to_next));
}

HmmFault FaultOf(const FitTask& task) {
  try {
    Fit(task);
  } catch (const HmmError& error) {
    EXPECT_GT(std::string(error.what()).size(), 20U);
    return error.Fault();
  }
  ADD_FAILURE() << "the fit was accepted";
  return HmmFault::MalformedText;
}

class RobustnessTest : public testing::Test {
 protected:
  // Fits with priors and without, for several numbers of states.
  static void ExpectFiniteFits(const std::vector<double>& x) {
    for (int states = 1; states <= 4; ++states) {
      for (const Prior prior : {Prior{}, Prior::None()}) {
        FitTask task{.observations = {.values = x}};
        task.options.states = states;
        task.options.prior = prior;
        task.options.random_starts = 4;
        task.options.max_iterations = 150;
        task.options.minimum_observations = 1;
        ExpectFinite(Fit(task));
        task.options.emission_type = EmissionType::StudentT;
        task.options.estimate_degrees_of_freedom = true;
        ExpectFinite(Fit(task));
      }
    }
  }

  std::vector<double> x_ = tests::Simulated(tests::TwoRegimes(), 252, 41);
};

TEST_F(RobustnessTest, AnOutlierOfThirtySigma) {
  x_[100] = 30 * 2;
  ExpectFiniteFits(x_);
}

TEST_F(RobustnessTest, AnOutlierOfAMillionSigma) {
  x_[100] = 1e6;
  ExpectFiniteFits(x_);
}

TEST_F(RobustnessTest, ManyZeros) {
  for (std::size_t t = 0; t < x_.size(); t += 2) x_[t] = 0;
  ExpectFiniteFits(x_);
}

TEST_F(RobustnessTest, TwoValuesOnly) {
  for (std::size_t t = 0; t < x_.size(); ++t) x_[t] = x_[t] > 0 ? 1 : 0;
  ExpectFiniteFits(x_);
}

TEST_F(RobustnessTest, OneValueThatDiffers) {
  std::vector<double> x(100, 0.0);
  x[50] = 1;
  ExpectFiniteFits(x);
}

TEST_F(RobustnessTest, OneObservationMoreThanStates) {
  for (std::size_t count = 2; count <= 5; ++count) {
    ExpectFiniteFits(
        std::vector<double>(x_.begin(), x_.begin() + static_cast<std::ptrdiff_t>(count)));
  }
}

TEST_F(RobustnessTest, ScalesOfAMillionth) {
  for (double& value : x_) value *= 1e-6;
  ExpectFiniteFits(x_);
}

TEST_F(RobustnessTest, ScalesOfAMillion) {
  for (double& value : x_) value *= 1e6;
  ExpectFiniteFits(x_);
}

TEST_F(RobustnessTest, ALevelFarFromZero) {
  for (double& value : x_) value += 1e9;
  ExpectFiniteFits(x_);
}

TEST_F(RobustnessTest, HolesInTheMiddle) {
  for (std::size_t t = 100; t < 180; ++t) x_[t] = tests::kNan;
  FitTask task{.observations = {.values = x_}};
  task.options.missing = MissingPolicy::Skip;
  const FitResult result = Fit(task);
  ExpectFinite(result);
  EXPECT_EQ(result.report.observations, 172);
  const FilterResult filter =
      GaussianHmm(*result.parameters).Filter(task.observations, MissingPolicy::Skip);
  for (std::size_t t = 0; t < x_.size(); ++t) EXPECT_TRUE(std::isfinite(filter.filtered(t, 0)));
}

TEST_F(RobustnessTest, AllButTwoMissing) {
  for (std::size_t t = 0; t < x_.size(); ++t) {
    if (t != 0 && t != 251) x_[t] = tests::kNan;
  }
  FitTask task{.observations = {.values = x_}};
  task.options.missing = MissingPolicy::Skip;
  task.options.minimum_observations = 1;
  ExpectFinite(Fit(task));
}

TEST_F(RobustnessTest, AWarmStartThatWasCertain) {
  FitTask task{.observations = {.values = x_}};
  task.options.starts = {};
  task.warm = MakeUnivariate({0, 1}, {1, 0, 0, 1}, {0, 0}, {1e-3, 1});
  ExpectFinite(Fit(task));
}

TEST_F(RobustnessTest, AStartBelowTheFloorIsRaisedToIt) {
  // Yesterday's calm state on the day of a crash: the floor follows the variance of the series.
  for (const CovarianceType type : {CovarianceType::Diagonal, CovarianceType::Tied}) {
    FitTask task{.observations = {.values = x_}};
    task.options.starts = {};
    task.options.covariance_type = type;
    task.options.prior = Prior::None();
    task.options.variance_floor = 0.05;
    HmmParameters below = MakeUnivariate({0.5, 0.5}, {0.9, 0.1, 0.1, 0.9}, {0, 0.1}, {1e-4, 1e-4});
    below.covariance_type = type;
    for (double& value : x_) value = std::abs(value) < 0.02 ? 0.0 : value;
    task.warm = below;
    task.given = {below};
    const FitResult result = Fit(task);
    ExpectFinite(result);
    for (const StartReport& start : result.report.starts) {
      EXPECT_TRUE(start.stop == StopReason::Converged || start.stop == StopReason::StateDied)
          << ToText(start.stop);
    }
  }
}

TEST_F(RobustnessTest, AStateThatDiesIsNamed) {
  FitTask task{.observations = {.values = x_}};
  task.options.starts = {};
  task.options.prior = Prior::None();
  // Nothing is near the third state, and nothing leads there.
  task.given = {MakeUnivariate({0.5, 0.5, 0}, {0.9, 0.1, 0, 0.1, 0.9, 0, 0.5, 0.5, 0}, {0, 1, 500},
                               {1, 4, 1e-2})};
  task.options.states = 3;
  const FitResult result = Fit(task);
  ExpectFinite(result);
  EXPECT_EQ(result.report.stop, StopReason::StateDied);
}

TEST_F(RobustnessTest, AStateOnTheFloorIsCounted) {
  std::vector<double> x = x_;
  for (std::size_t t = 50; t < 90; ++t) x[t] = 7.25;
  FitTask task{.observations = {.values = x}};
  task.options.prior = Prior::None();
  const FitResult result = Fit(task);
  ExpectFinite(result);
  EXPECT_EQ(result.report.states_on_floor, 1);
}

TEST_F(RobustnessTest, ManyDimensionsAndStates) {
  std::vector<double> wide = tests::Simulated(tests::TwoRegimes(), 3000, 42);
  for (const CovarianceType type : {CovarianceType::Spherical, CovarianceType::Diagonal,
                                    CovarianceType::Full, CovarianceType::Tied}) {
    FitTask task{.observations = {.values = wide, .dimensions = 10}};
    task.options.states = 8;
    task.options.covariance_type = type;
    task.options.max_iterations = 50;
    ExpectFinite(Fit(task));
    task.options.prior = Prior::None();
    ExpectFinite(Fit(task));
  }
}

TEST_F(RobustnessTest, RefusesAConstantSeries) {
  const std::vector<double> constant(100, 0.1);
  EXPECT_EQ(FaultOf({.observations = {.values = constant}}), HmmFault::ConstantSeries);
  const std::vector<double> zeros(100, 0.0);
  EXPECT_EQ(FaultOf({.observations = {.values = zeros}}), HmmFault::ConstantSeries);
}

TEST_F(RobustnessTest, RefusesFewerNumbersThanParameters) {
  const std::vector<double> few(x_.begin(), x_.begin() + 6);  // two states need seven
  EXPECT_EQ(FaultOf({.observations = {.values = few}}), HmmFault::TooFewObservations);
  EXPECT_EQ(FaultOf({}), HmmFault::TooFewObservations);
}

TEST_F(RobustnessTest, RefusesWhatIsNotFinite) {
  x_[3] = tests::kNan;
  EXPECT_EQ(FaultOf({.observations = {.values = x_}}), HmmFault::NotFinite);
  x_[3] = std::numeric_limits<double>::infinity();
  FitTask task{.observations = {.values = x_}};
  task.options.missing = MissingPolicy::Skip;
  EXPECT_EQ(FaultOf(task), HmmFault::NotFinite);
  x_[3] = 1e200;
  EXPECT_EQ(FaultOf(task), HmmFault::NotFinite);  // its square is not
}

TEST_F(RobustnessTest, RefusesStatesAndDimensionsOutOfRange) {
  FitTask task{.observations = {.values = x_}};
  for (const int states : {-1, 0, 9}) {
    task.options.states = states;
    EXPECT_EQ(FaultOf(task), HmmFault::StatesOutOfRange);
  }
  task.options.states = 2;
  for (const int dimensions : {0, 11, 5}) {  // 252 values do not make rows of 5
    task.observations.dimensions = dimensions;
    EXPECT_EQ(FaultOf(task), HmmFault::DimensionMismatch);
  }
}

TEST_F(RobustnessTest, RefusesCollinearDimensions) {
  std::vector<double> pairs;
  for (const double value : x_) pairs.insert(pairs.end(), {value, 2 * value + 1});
  FitTask task{.observations = {.values = pairs, .dimensions = 2}};
  task.options.covariance_type = CovarianceType::Full;
  EXPECT_EQ(FaultOf(task), HmmFault::CollinearDimensions);
  task.options.covariance_type = CovarianceType::Diagonal;
  ExpectFinite(Fit(task));
}

TEST_F(RobustnessTest, RefusesLengthsAndWeightsThatDoNotFit) {
  const std::vector<std::size_t> lengths = {100, 100};
  EXPECT_EQ(FaultOf({.observations = {.values = x_, .lengths = lengths}}),
            HmmFault::DimensionMismatch);
  std::vector<double> weights(100, 1.0);
  EXPECT_EQ(FaultOf({.observations = {.values = x_, .weights = weights}}),
            HmmFault::DimensionMismatch);
  weights.assign(252, -1.0);
  EXPECT_EQ(FaultOf({.observations = {.values = x_, .weights = weights}}), HmmFault::NotFinite);
}

TEST_F(RobustnessTest, RefusesStartsOfAnotherShape) {
  FitTask task{.observations = {.values = x_}};
  task.given = {tests::ThreeRegimes()};
  EXPECT_EQ(FaultOf(task), HmmFault::DimensionMismatch);
  task.given = {};
  task.options.starts = {};
  EXPECT_EQ(FaultOf(task), HmmFault::InvalidOption);
}

TEST_F(RobustnessTest, RefusesOptionsOutOfRange) {
  const FitTask good{.observations = {.values = x_}};
  FitTask task = good;
  task.options.tolerance = tests::kNan;
  EXPECT_EQ(FaultOf(task), HmmFault::InvalidOption);
  task = good;
  task.options.variance_floor = 0;
  EXPECT_EQ(FaultOf(task), HmmFault::InvalidOption);
  task = good;
  task.options.prior.sticky_count = -1;
  EXPECT_EQ(FaultOf(task), HmmFault::InvalidOption);
  task = good;
  task.options.degrees_of_freedom = 0;
  EXPECT_EQ(FaultOf(task), HmmFault::InvalidOption);
  task = good;
  task.options.starts = {InitMethod::Warm};
  EXPECT_EQ(FaultOf(task), HmmFault::InvalidOption);
}

}  // namespace
}  // namespace regimen::hmm
