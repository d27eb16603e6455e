#include "data/store/pending_loads.hpp"

#include <utility>

namespace regimen::store {

void PendingLoads::AddTask(Task task) {
  const std::scoped_lock lock(mutex_);
  // Those that were used and dropped: the list is no longer than what is told ahead.
  while (!tasks_.empty() && tasks_.front().loading.expired()) tasks_.pop_front();
  tasks_.push_back(std::move(task));
}

bool PendingLoads::RunOne() {
  for (;;) {
    Task task;
    {
      const std::scoped_lock lock(mutex_);
      if (tasks_.empty()) return false;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    if (task.run()) return true;
  }
}

}  // namespace regimen::store
