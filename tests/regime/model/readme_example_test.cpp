// The example of regime/model/README.md, as it stands there.
#include <cstdio>
#include <vector>

#include <gtest/gtest.h>

#include "regime/model/baum_welch.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/hmm_filter.hpp"
#include "tests/regime/model/hmm_data.hpp"

namespace {

using namespace regimen::hmm;

TEST(ReadmeExampleTest, Runs) {
  std::vector<double> returns = regimen::tests::Simulated(regimen::tests::TwoRegimes(), 500, 1);
  FitTask task{.observations = {.values = returns}};
  task.options.states = 2;
  task.options.prior.sticky_count = 10;

  FitResult result = Fit(task);
  if (result.report.stop != StopReason::Converged) std::puts(ToText(result.report.stop));
  GaussianHmm model(*result.parameters);

  HmmFilter filter(model);
  for (double value : returns) filter.Update(value);
  double calm = filter.Predicted()[0];

  FitTask tomorrow = task;
  tomorrow.warm = result.parameters;

  EXPECT_EQ(result.report.stop, StopReason::Converged);
  EXPECT_GT(calm, 0);
  EXPECT_LT(calm, 1);
  EXPECT_EQ(Fit(tomorrow).report.best_start, 0);
}

}  // namespace
