// The batching policy that fits several models at once.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "regime/detector/refit_request.hpp"

namespace boost::asio {
class thread_pool;  // NOLINT(readability-identifier-naming): Boost's name
}

namespace regimen {

// Who does the work of a batch.
enum class BatchExecutor : unsigned char {
  Sequential,  // one fit after the other
  Lanes,       // side by side in the lanes of one thread's vectors
  Threads,     // the same on several threads
};

struct BatchUpdateOptions {
  BatchExecutor executor = BatchExecutor::Threads;

  // Threads that work, the strategy's own included. 0: as many as the machine has cores but one, at
  // least one.
  std::size_t max_workers = 0;
};

// Does the refits that are due on one bar together (a BatchingPolicy). Results come by request and
// are the same for every executor and number of workers; what is wrong with one request is in its
// own result. Off, and then sequential, until Enable. The threads live as long as it is on. One
// thread at a time.
class BatchRegimeUpdater {
 public:
  using Options = BatchUpdateOptions;

  BatchRegimeUpdater();
  ~BatchRegimeUpdater();
  BatchRegimeUpdater(const BatchRegimeUpdater&) = delete;
  BatchRegimeUpdater& operator=(const BatchRegimeUpdater&) = delete;

  void Enable(const Options& options);
  void Disable();

  template <class Work>
  std::vector<hmm::FitResult> Perform(std::span<const RefitRequest> requests, Work perform) {
    if (executor_ != BatchExecutor::Sequential) return PerformTogether(requests);
    std::vector<hmm::FitResult> results;
    for (const RefitRequest& request : requests) results.push_back(perform(request));
    return results;
  }

 private:
  std::vector<hmm::FitResult> PerformTogether(std::span<const RefitRequest> requests) const;

  BatchExecutor executor_ = BatchExecutor::Sequential;
  std::unique_ptr<boost::asio::thread_pool> pool_;  // Threads only
  int helpers_ = 0;                                 // threads of the pool
};

}  // namespace regimen
