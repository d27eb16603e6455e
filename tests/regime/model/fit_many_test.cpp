#include "regime/model/fit_many.hpp"

#include <atomic>
#include <cmath>
#include <thread>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <gtest/gtest.h>

#include "tests/regime/model/fit_cases.hpp"

namespace regimen::hmm {
namespace {

// Many windows of one long series, some of them unfit.
class FitManyTest : public testing::Test {
 protected:
  FitManyTest() {
    for (std::size_t i = 0; i < 60; ++i) {
      FitTask task{.observations = {.values = std::span(series_).subspan(5 * i, 120 + i % 3 * 20)}};
      task.options.states = 2 + static_cast<int>(i % 2);
      tasks_.push_back(task);
    }
    tasks_[7].observations.values = constant_;
    tasks_[20].observations.values = holes_;
    tasks_[33].options.states = 9;
  }

  void ExpectResults(const std::vector<FitResult>& results) const {
    ASSERT_EQ(results.size(), tasks_.size());
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      if (i == 7 || i == 20 || i == 33) {
        EXPECT_EQ(results[i].report.stop, StopReason::Rejected);
        EXPECT_FALSE(results[i].parameters);
        EXPECT_FALSE(results[i].report.message.empty());
        continue;
      }
      const FitResult alone = Fit(tasks_[i]);
      EXPECT_EQ(*results[i].parameters, *alone.parameters) << "task " << i;
      EXPECT_EQ(results[i].report.log_likelihood, alone.report.log_likelihood);
    }
  }

  std::vector<double> series_ = tests::Simulated(tests::TwoRegimes(), 600, 31);
  std::vector<double> constant_ = std::vector<double>(100, 1.25);
  std::vector<double> holes_ = {1, 2, tests::kNan, 4, 5, 6, 7, 8, 9, 10};
  std::vector<FitTask> tasks_;
};

TEST_F(FitManyTest, EqualsSingleFitsInTheOrderOfTheTasks) { ExpectResults(FitMany(tasks_)); }

TEST_F(FitManyTest, NamesWhatWasWrongWithEach) {
  const std::vector<FitResult> results = FitMany(tasks_);
  EXPECT_EQ(results[7].report.fault, HmmFault::ConstantSeries);
  EXPECT_EQ(results[20].report.fault, HmmFault::NotFinite);
  EXPECT_EQ(results[33].report.fault, HmmFault::StatesOutOfRange);
}

TEST_F(FitManyTest, DoesNotDependOnThreads) {
  boost::asio::thread_pool pool(4);
  for (const int helpers : {1, 3, 10}) {
    ExpectResults(FitMany(tasks_, {.pool = &pool, .helpers = helpers}));
  }
}

TEST_F(FitManyTest, MayBeCalledFromThePoolItself) {
  boost::asio::thread_pool pool(1);
  std::vector<FitResult> results;
  boost::asio::post(pool, [&] { results = FitMany(tasks_, {.pool = &pool, .helpers = 1}); });
  pool.join();
  ExpectResults(results);
}

TEST_F(FitManyTest, SixteenThreadsMayFitAtOnce) {
  boost::asio::thread_pool pool(4);
  const std::vector<FitResult> expected = FitMany(tasks_);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&] {
      const std::vector<FitResult> results = FitMany(tasks_, {.pool = &pool, .helpers = 2});
      for (std::size_t j = 0; j < results.size(); ++j) {
        if (results[j].parameters != expected[j].parameters) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST_F(FitManyTest, NoTasksMakeNoResults) { EXPECT_TRUE(FitMany({}).empty()); }

}  // namespace
}  // namespace regimen::hmm
