#include "performance/batch_updates/batch_regime_updater.hpp"

#include <algorithm>
#include <thread>

#include <boost/asio/thread_pool.hpp>

#include "regime/model/fit_many.hpp"

namespace regimen {

BatchRegimeUpdater::BatchRegimeUpdater() = default;
BatchRegimeUpdater::~BatchRegimeUpdater() = default;

void BatchRegimeUpdater::Enable(const Options& options) {
  Disable();
  executor_ = options.executor;
  if (executor_ != BatchExecutor::Threads) return;
  const std::size_t cores = std::max<std::size_t>(std::thread::hardware_concurrency(), 2);
  const std::size_t workers = options.max_workers > 0 ? options.max_workers : cores - 1;
  helpers_ = static_cast<int>(workers - 1);
  if (helpers_ > 0) pool_ = std::make_unique<boost::asio::thread_pool>(workers - 1);
}

void BatchRegimeUpdater::Disable() {
  executor_ = BatchExecutor::Sequential;
  pool_.reset();
  helpers_ = 0;
}

std::vector<hmm::FitResult> BatchRegimeUpdater::PerformTogether(
    std::span<const RefitRequest> requests) const {
  const hmm::Workers workers{.pool = pool_.get(), .helpers = helpers_};
  // Those that choose among numbers of states are batches of their own.
  std::vector<hmm::FitTask> tasks;
  for (const RefitRequest& request : requests) {
    if (!request.selection) tasks.push_back(request.task);
  }
  std::vector<hmm::FitResult> fits = hmm::FitMany(tasks, workers);
  std::vector<hmm::FitResult> results;
  std::size_t next = 0;
  for (const RefitRequest& request : requests) {
    results.push_back(request.selection ? PerformRefit(request, workers) : std::move(fits[next++]));
  }
  return results;
}

}  // namespace regimen
