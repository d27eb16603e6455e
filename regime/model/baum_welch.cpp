#include "regime/model/baum_welch.hpp"

#include "regime/model/internal/fit_job.hpp"
#include "regime/model/internal/kernel_kind.hpp"
#include "regime/model/internal/run_queue.hpp"

namespace regimen::hmm {
namespace {

// The runs of one job, in order.
class JobQueue final : public internal::RunQueue {
 public:
  explicit JobQueue(internal::FitJob& job) : job_(job) {}

  internal::EmRun* Next() override {
    return next_ < job_.Runs().size() ? &job_.Runs()[next_++] : nullptr;
  }
  void Done(internal::EmRun& /*run*/) override {}

 private:
  internal::FitJob& job_;
  std::size_t next_ = 0;
};

}  // namespace

FitResult Fit(const FitTask& task, InstructionSet instructions) {
  internal::FitJob job(task);
  JobQueue queue(job);
  internal::RunLanes(*internal::MakeKernel(internal::KindOf(task), instructions), queue);
  return job.Finish();
}

}  // namespace regimen::hmm
