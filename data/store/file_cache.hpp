#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "data/store/loading.hpp"

namespace regimen::store {

// The files of one kind of columns that are loaded, being loaded or told ahead, by path.
//
// A file that is kept stays for good. Any other stays until it has been asked for, and then only as
// long as someone holds its columns: whoever asks meanwhile shares them. All members may be called
// from several threads.
template <typename Columns>
class FileCache {
 public:
  using Result = std::shared_ptr<const Columns>;
  using Load = std::function<Result()>;

  // Returns the columns of `path`, loading them with `load` where nobody has; while another thread
  // does, `do_something_else` is called until it returns false. Rethrows what loading threw, to
  // each who asks.
  template <typename Work>
  Result Get(const std::string& path, bool keep, const Load& load, Work do_something_else) {
    std::shared_ptr<Loading<Columns>> loading;
    {
      const std::scoped_lock lock(mutex_);
      Entry& entry = EntryOf(path);
      if (auto shared = entry.shared.lock()) return shared;
      if (entry.loading == nullptr) entry.loading = std::make_shared<Loading<Columns>>(load);
      loading = entry.loading;
    }
    loading->Run();
    while (loading->IsUnderWay() && do_something_else()) {
    }
    Result result = loading->Get();
    if (!keep) Release(path, *loading, result);
    return result;
  }

  Result Get(const std::string& path, bool keep, const Load& load) {
    return Get(path, keep, load, [] { return false; });
  }

  // Returns what will load `path`, for a reader thread to run; nullptr when it is loaded or told
  // ahead already.
  std::shared_ptr<Loading<Columns>> Announce(const std::string& path, const Load& load) {
    const std::scoped_lock lock(mutex_);
    Entry& entry = EntryOf(path);
    if (entry.loading != nullptr || !entry.shared.expired()) return nullptr;
    entry.loading = std::make_shared<Loading<Columns>>(load);
    return entry.loading;
  }

  // Files held, spent ones that were not swept out yet included.
  std::size_t Size() const {
    const std::scoped_lock lock(mutex_);
    return entries_.size();
  }

 private:
  struct Entry {
    std::shared_ptr<Loading<Columns>> loading;
    std::weak_ptr<const Columns> shared;
    bool IsSpent() const { return loading == nullptr && shared.expired(); }
  };

  // Requires the lock. Spent entries are swept out when their number may have doubled, which makes
  // it O(1) on average and keeps the map as small as what is in use.
  Entry& EntryOf(const std::string& path) {
    if (entries_.size() >= sweep_at_) {
      std::erase_if(entries_, [](const auto& entry) { return entry.second.IsSpent(); });
      sweep_at_ = std::max(kSmallestSweep, 2 * entries_.size());
    }
    return entries_[path];
  }

  void Release(const std::string& path, const Loading<Columns>& loading, const Result& result) {
    const std::scoped_lock lock(mutex_);
    const auto entry = entries_.find(path);
    if (entry == entries_.end() || entry->second.loading.get() != &loading) return;
    entry->second.shared = result;
    entry->second.loading = nullptr;
  }

  static constexpr std::size_t kSmallestSweep = 256;

  mutable std::mutex mutex_;
  // Never iterated over for results.
  std::unordered_map<std::string, Entry> entries_;
  std::size_t sweep_at_ = kSmallestSweep;
};

}  // namespace regimen::store
