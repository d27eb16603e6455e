#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "data/lean/data_folder.hpp"
#include "data/lean/price_file.hpp"
#include "data/lean/quote_bar_columns.hpp"
#include "data/lean/tick_columns.hpp"
#include "data/lean/trade_bar_columns.hpp"
#include "data/store/data_requests.hpp"
#include "data/store/file_cache.hpp"
#include "data/store/load_watch.hpp"
#include "data/store/pending_loads.hpp"

namespace boost::asio {
class thread_pool;  // NOLINT(readability-identifier-naming): Boost's name
}

namespace regimen::store {

// Hands out the columns of price files, read ahead on other threads where there are any.
//
// Hour and daily files are kept for the run. A file of one date is dropped when its last user drops
// it, so memory does not grow with the number of dates; who asks meanwhile shares it. What comes
// out does not depend on the number of threads. Who must wait for a file that another thread reads
// reads the next ones meanwhile. All members may be called from several threads.
class BarStore {
 public:
  // With `pool` null every file is read when it is asked for. The pool must outlive the store's
  // last Prefetch; tasks still queued in it may outlive the store.
  explicit BarStore(lean::DataFolder data, boost::asio::thread_pool* pool = nullptr);

  // The columns of `file`: TickColumns, else TradeBarColumns or QuoteBarColumns, as it says.
  // nullptr when no root of the data folder has the file, which is counted and is no error. Throws
  // DataError, whatever thread met it, when the file cannot be read.
  template <typename Columns>
  std::shared_ptr<const Columns> Get(const lean::PriceFile& file);

  // Begins to read `file` on another thread; Get will find it ready or under way.
  void Prefetch(const lean::PriceFile& file);
  // Helps to read what was told ahead until nobody need begin any more of it.
  void ReadPrefetched();

  // Makes `bars` the only data of a security (--csv): no file of the data folder is read for it any
  // more. Bars finer than an hour are cut into dates as in LEAN's layout. To be called before the
  // security's first Get.
  void AddOwn(const lean::PriceSeries& series, lean::TradeBarColumns bars);

  // Who is told that a file is needed; null: nobody. To be called before the first Get.
  void SetWatch(LoadWatch* watch) { watch_ = watch; }

  // What was asked for so far.
  DataRequests Requests() const;

 private:
  template <typename Columns>
  FileCache<Columns>& CacheOf();
  template <typename Columns>
  typename FileCache<Columns>::Load LoadOf(const lean::PriceFile& file) const;
  template <typename Columns>
  void PrefetchColumns(const lean::PriceFile& file);

  const std::shared_ptr<const lean::DataFolder> data_;
  boost::asio::thread_pool* const pool_;
  LoadWatch* watch_ = nullptr;
  PendingLoads pending_;
  FileCache<lean::TradeBarColumns> trades_;
  FileCache<lean::QuoteBarColumns> quotes_;
  FileCache<lean::TickColumns> ticks_;
  mutable std::mutex mutex_;
  DataRequests requests_;
  // What AddOwn gave: whose it is, and the bars under the paths that LEAN's layout would have.
  std::set<std::string> own_securities_;
  std::map<std::string, std::shared_ptr<const lean::TradeBarColumns>> own_files_;
};

}  // namespace regimen::store
