#include "regime/model/fit_many.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "regime/model/internal/batch.hpp"

namespace regimen::hmm {
namespace {

// Lets helpers in while the batch lasts, and the caller out once all who came in have left.
// Outlives the batch in the helpers that the pool gets to only later: they find it closed.
class Gate {
 public:
  bool Enter() {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    ++inside_;
    return true;
  }

  void Leave() {
    const std::lock_guard lock(mutex_);
    if (--inside_ == 0) empty_.notify_all();
  }

  void CloseAndWait() {
    std::unique_lock lock(mutex_);
    closed_ = true;
    empty_.wait(lock, [this] { return inside_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_;
  int inside_ = 0;
  bool closed_ = false;
};

}  // namespace

std::vector<FitResult> FitMany(std::span<const FitTask> tasks, const Workers& workers) {
  internal::Batch batch(tasks, workers.instructions);
  const auto gate = std::make_shared<Gate>();
  for (int i = 0; workers.pool != nullptr && i < workers.helpers; ++i) {
    boost::asio::post(*workers.pool, [gate, &batch] {
      if (!gate->Enter()) return;
      batch.Work();
      gate->Leave();
    });
  }
  batch.Work();
  gate->CloseAndWait();
  return batch.TakeResults();
}

}  // namespace regimen::hmm
