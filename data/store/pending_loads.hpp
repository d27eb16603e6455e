#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace regimen::store {

// The files that were told ahead and that nobody has begun to read, in the order in which they will
// be needed: a thread that must wait for one file reads others meanwhile.
//
// Keeps no file in memory. All members may be called from several threads; RunOne does its work
// outside the lock.
class PendingLoads {
 public:
  // `loading`: a Loading, which the caller keeps until it has run.
  template <typename Columns>
  void Add(const std::shared_ptr<Columns>& loading) {
    const std::weak_ptr<Columns> weak = loading;
    AddTask({weak, [weak] {
               const std::shared_ptr<Columns> alive = weak.lock();
               return alive != nullptr && alive->Run();
             }});
  }

  // Reads the first that is still to be read; false when there is none.
  bool RunOne();

 private:
  struct Task {
    std::weak_ptr<void> loading;
    // Whether there was anything to do.
    std::function<bool()> run;
  };

  void AddTask(Task task);

  std::mutex mutex_;
  std::deque<Task> tasks_;
};

}  // namespace regimen::store
