#include "regime/model/internal/run_queue.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace regimen::hmm::internal {
namespace {

// A kernel of one lane whose scores are written down; its parameters count its M-steps.
class ScriptedKernel final : public LaneKernel {
 public:
  explicit ScriptedKernel(std::vector<LaneScore> scores) : scores_(std::move(scores)) {}

  int Lanes() const override { return 1; }
  void Load(int, const EmRun&) override { loads_ += 1; }
  void Clear(int) override {}
  void EStep() override {
    now_ = scores_.at(next_);
    next_ += 1;
  }
  LaneScore Score(int) const override { return now_; }
  void Extract(int, HmmParameters& parameters) const override {
    parameters.means = {static_cast<double>(steps_)};
    parameters.covariances = {1};
  }
  void MStep() override { steps_ += 1; }

  int Steps() const { return steps_; }
  int Loads() const { return loads_; }

 private:
  std::vector<LaneScore> scores_;
  std::size_t next_ = 0;
  LaneScore now_;
  int steps_ = 0;
  int loads_ = 0;
};

class RunQueueTest : public testing::Test, public RunQueue {
 protected:
  RunQueueTest() {
    settings_.max_iterations = 5;
    settings_.tolerance = 1e-3;
    settings_.variance_floor = 1e-6;
    settings_.keep_history = true;
    series_.length = 100;
    run_.series = &series_;
    run_.settings = &settings_;
    run_.parameters.means = {-1};
    run_.parameters.covariances = {1};
  }

  EmRun* Next() override { return handed_out_++ == 0 ? &run_ : nullptr; }
  void Done(EmRun& run) override { done_ += &run == &run_ ? 1 : 0; }

  void RunWith(const std::vector<double>& objectives) {
    std::vector<LaneScore> scores;
    for (const double objective : objectives) scores.push_back({.log_likelihood = objective});
    RunWith(scores);
  }
  void RunWith(const std::vector<LaneScore>& scores) {
    ScriptedKernel kernel(scores);
    RunLanes(kernel, *this);
    EXPECT_EQ(kernel.Loads(), 1);
    EXPECT_EQ(done_, 1);
    steps_ = kernel.Steps();
  }

  WorkingSeries series_;
  EmSettings settings_;
  EmRun run_;
  int handed_out_ = 0;
  int done_ = 0;
  int steps_ = 0;
};

TEST_F(RunQueueTest, ConvergesWhenAGainIsTooSmall) {
  RunWith({-10.0, -9.0, -8.9995});
  EXPECT_EQ(run_.report.stop, StopReason::Converged);
  EXPECT_EQ(run_.report.iterations, 2);
  EXPECT_EQ(steps_, 2);
  EXPECT_EQ(run_.report.objective, -8.9995);
  EXPECT_EQ(run_.parameters.means[0], 2);  // those that the last score belongs to
  EXPECT_EQ(run_.history.size(), 3U);
}

TEST_F(RunQueueTest, RunsOutOfIterations) {
  RunWith({-10.0, -9.0, -8.0, -7.0, -6.0, -5.0});
  EXPECT_EQ(run_.report.stop, StopReason::IterationLimit);
  EXPECT_EQ(run_.report.iterations, 5);
}

TEST_F(RunQueueTest, CallsAFallAFall) {
  RunWith({-10.0, -9.0, -9.1});
  EXPECT_EQ(run_.report.stop, StopReason::Decreased);
  EXPECT_EQ(run_.report.objective, -9.1);
}

TEST_F(RunQueueTest, CallsAFallByRoundingConvergence) {
  RunWith({-10.0, -9.0, -9.0 - 1e-12});
  EXPECT_EQ(run_.report.stop, StopReason::Converged);
}

TEST_F(RunQueueTest, KeepsWhatWasFinite) {
  RunWith({-10.0, -9.0, std::nan("")});
  EXPECT_EQ(run_.report.stop, StopReason::NotFinite);
  EXPECT_EQ(run_.report.objective, -9);
  EXPECT_EQ(run_.report.log_likelihood, -9);
}

TEST_F(RunQueueTest, NamesADeadState) {
  RunWith(
      std::vector<LaneScore>{{.log_likelihood = -10}, {.log_likelihood = -9, .state_died = true}});
  EXPECT_EQ(run_.report.stop, StopReason::StateDied);
  EXPECT_EQ(run_.report.objective, -9);
}

TEST_F(RunQueueTest, CountsThePriorIn) {
  RunWith(std::vector<LaneScore>{{.log_likelihood = -10, .log_prior = -1},
                                 {.log_likelihood = -10.5, .log_prior = -0.4995}});
  EXPECT_EQ(run_.report.stop, StopReason::Converged);
  EXPECT_EQ(run_.report.log_likelihood, -10.5);
  EXPECT_EQ(run_.report.objective, -10.9995);
}

}  // namespace
}  // namespace regimen::hmm::internal
