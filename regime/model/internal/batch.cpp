#include "regime/model/internal/batch.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "regime/model/internal/fit_job.hpp"
#include "regime/model/internal/run_queue.hpp"

namespace regimen::hmm::internal {

// Feeds one thread's lanes: the runs of a task, then those of the next task it gets hold of.
class BatchQueue final : public RunQueue {
 public:
  BatchQueue(Batch& batch, Batch::Group& group) : batch_(batch), group_(group) {}

  EmRun* Next() override {
    while (jobs_.empty() || next_run_ == jobs_.back().job->Runs().size()) {
      if (!OpenTask()) return nullptr;
    }
    return &jobs_.back().job->Runs()[next_run_++];
  }

  void Done(EmRun& run) override {
    const auto open = std::find_if(jobs_.begin(), jobs_.end(), [&run](const OpenJob& candidate) {
      const std::vector<EmRun>& runs = candidate.job->Runs();
      return &run >= runs.data() && &run < runs.data() + runs.size();
    });
    if (--open->left > 0) return;
    batch_.results_[open->task] = open->job->Finish();
    // The newest stays: what is left of its runs is still to be handed out.
    if (open + 1 != jobs_.end()) jobs_.erase(open);
  }

 private:
  struct OpenJob {
    std::size_t task = 0;
    std::size_t left = 0;  // runs not done
    std::unique_ptr<FitJob> job;
  };

  // Prepares the next task that can be fitted. Returns: false when there is none.
  bool OpenTask() {
    while (true) {
      const std::size_t place = group_.next.fetch_add(1, std::memory_order_relaxed);
      if (place >= group_.tasks.size()) return false;
      const std::size_t task = group_.tasks[place];
      try {
        auto job = std::make_unique<FitJob>(batch_.tasks_[task]);
        const std::size_t runs = job->Runs().size();
        if (!jobs_.empty() && jobs_.back().left == 0) jobs_.pop_back();
        jobs_.push_back({task, runs, std::move(job)});
        next_run_ = 0;
        return true;
      } catch (const HmmError& error) {
        batch_.Reject(task, error.Fault(), error.what());
      }
    }
  }

  Batch& batch_;
  Batch::Group& group_;
  std::vector<OpenJob> jobs_;
  std::size_t next_run_ = 0;  // of the last job
};

Batch::Batch(std::span<const FitTask> tasks, InstructionSet instructions)
    : tasks_(tasks), instructions_(instructions), results_(tasks.size()) {
  for (std::size_t index = 0; index < tasks.size(); ++index) AddTask(index);
  for (const std::unique_ptr<Group>& group : groups_) {
    std::stable_sort(
        group->tasks.begin(), group->tasks.end(), [tasks](std::size_t a, std::size_t b) {
          return tasks[a].observations.values.size() > tasks[b].observations.values.size();
        });
  }
}

void Batch::AddTask(std::size_t index) {
  const FitTask& task = tasks_[index];
  try {
    task.options.Validate();
    task.observations.Validate(task.options.missing);
  } catch (const HmmError& error) {
    Reject(index, error.Fault(), error.what());
    return;
  }
  const KernelKind kind = KindOf(task);
  auto group = std::find_if(groups_.begin(), groups_.end(),
                            [&kind](const auto& candidate) { return candidate->kind == kind; });
  if (group == groups_.end()) {
    groups_.push_back(std::make_unique<Group>());
    group = groups_.end() - 1;
    (*group)->kind = kind;
  }
  (*group)->tasks.push_back(index);
}

void Batch::Reject(std::size_t index, HmmFault fault, const char* message) {
  FitReport& report = results_[index].report;
  report.stop = StopReason::Rejected;
  report.fault = fault;
  report.message = message;
}

void Batch::Work() {
  try {
    for (const std::unique_ptr<Group>& group : groups_) WorkOn(*group);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    for (const std::unique_ptr<Group>& group : groups_) group->next = group->tasks.size();
  }
}

void Batch::WorkOn(Group& group) {
  if (group.next.load(std::memory_order_relaxed) >= group.tasks.size()) return;
  BatchQueue queue(*this, group);
  RunLanes(*MakeKernel(group.kind, instructions_), queue);
}

std::vector<FitResult> Batch::TakeResults() {
  if (failure_) std::rethrow_exception(failure_);
  return std::move(results_);
}

}  // namespace regimen::hmm::internal
