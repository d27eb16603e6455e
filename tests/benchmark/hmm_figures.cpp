#include "tests/benchmark/hmm_figures.hpp"

#include <cmath>
#include <cstdint>

#include <boost/asio/thread_pool.hpp>

#include "regime/model/fit_many.hpp"
#include "regime/model/gaussian_hmm.hpp"
#include "regime/model/online_hmm.hpp"
#include "tests/benchmark/stopwatch.hpp"
#include "tests/benchmark/textbook_hmm.hpp"

namespace regimen::bench {
namespace {

using hmm::InstructionSet;

constexpr int kRunsPerLane = 2;  // so that lanes are refilled
constexpr int kManyModels = 64;

double SecondsPerStep(PreparedRuns runs, InstructionSet set, double budget) {
  const auto kernel = hmm::internal::MakeKernel(runs.Kind(), set);
  int steps = 1;
  const double seconds = LeastSeconds(budget, [&] { steps = runs.Run(*kernel); });
  return seconds / steps;
}

// FitMany over many series of one size.
class ManyFits {
 public:
  explicit ManyFits(const ModelSize& size) {
    for (int i = 0; i < kManyModels; ++i) {
      series_.push_back(SimulatedReturns(size, static_cast<std::uint64_t>(i) + 1));
    }
    for (const std::vector<double>& values : series_) tasks_.push_back(MakeTask(size, values, 1));
  }

  double SecondsPerStep(const hmm::Workers& workers, double budget) const {
    std::vector<hmm::FitResult> results;
    const double seconds = LeastSeconds(budget, [&] { results = hmm::FitMany(tasks_, workers); });
    int steps = 0;
    for (const hmm::FitResult& result : results) steps += result.report.iterations + 1;
    return seconds / steps;
  }

 private:
  std::vector<std::vector<double>> series_;
  std::vector<hmm::FitTask> tasks_;
};

// Puts the textbook model at the start that the others have.
void Begin(TextbookHmm& model, const ModelSize& size) {
  const hmm::HmmParameters start = StartOf(size);
  model.start = start.start;
  model.transitions = start.transitions;
  model.means = start.means;
  auto variance = model.variances.begin();
  for (int k = 0; k < size.states; ++k) {
    for (int d = 0; d < size.dimensions; ++d) *variance++ = start.Variance(k, d);
  }
}

}  // namespace

HmmFigures MeasureModels(const ModelSize& size, InstructionSet set, double budget) {
  const int lanes =
      hmm::internal::MakeKernel({.plain = true, .shape = {.states = 1}}, set)->Lanes();
  HmmFigures figures;
  figures.alone = SecondsPerStep(PreparedRuns(size, 1, 1), set, budget);
  figures.with_starts = SecondsPerStep(PreparedRuns(size, 1, lanes), set, budget) * lanes;
  figures.batch = SecondsPerStep(PreparedRuns(size, kRunsPerLane * lanes, 1), set, budget);
  const ManyFits many(size);
  boost::asio::thread_pool pool(1);
  figures.fit_many = many.SecondsPerStep({.instructions = set}, budget);
  // Both threads must have a processor in one of the rounds, on a machine that others use too.
  figures.two_threads =
      many.SecondsPerStep({.pool = &pool, .helpers = 1, .instructions = set}, 4 * budget);
  return figures;
}

double MeasureTextbook(const ModelSize& size, double budget) {
  const std::vector<double> values = SimulatedReturns(size, 1);
  TextbookHmm model(values, static_cast<std::size_t>(size.states),
                    static_cast<std::size_t>(size.dimensions));
  volatile double sink = 0;
  const double seconds = LeastSeconds(budget, [&] {
    Begin(model, size);
    for (int i = 0; i < kIterations; ++i) sink = model.Iterate();
  });
  return seconds / kIterations;
}

double TextbookDisagreement() {
  const ModelSize size{3, 252};
  const std::vector<double> values = SimulatedReturns(size, 1);
  TextbookHmm model(values, 3, 1);
  Begin(model, size);
  double textbook = 0;
  for (int i = 0; i < kIterations; ++i) textbook = model.Iterate();
  hmm::FitTask task = MakeTask(size, values, 1);
  task.options.prior = hmm::Prior::None();
  // The last iteration's log-likelihood is that before its M-step.
  task.options.max_iterations = kIterations - 1;
  return std::abs(hmm::FitMany({&task, 1}).front().report.log_likelihood - textbook);
}

double MeasureOnline(double budget) {
  const ModelSize size{3, 10000};
  const std::vector<double> values = SimulatedReturns(size, 9);
  hmm::OnlineHmm online{hmm::GaussianHmm(StartOf(size))};
  const double seconds = LeastSeconds(budget, [&] {
    for (const double value : values) online.AddObservation(value);
  });
  return seconds / size.times;
}

}  // namespace regimen::bench
