#include "data/store/bar_store.hpp"

#include <type_traits>
#include <utility>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "data/lean/bar_decoder.hpp"
#include "data/lean/tick_decoder.hpp"
#include "data/lean/zip_reader.hpp"
#include "data/store/split_by_date.hpp"

namespace regimen::store {
namespace {

template <typename Columns>
Columns Decode(std::string_view text, const lean::PriceFile& file, std::string_view path) {
  if constexpr (std::is_same_v<Columns, lean::TradeBarColumns>) {
    return lean::DecodeTradeBars(text, file.format, path);
  } else if constexpr (std::is_same_v<Columns, lean::QuoteBarColumns>) {
    return lean::DecodeQuoteBars(text, file.format, path);
  } else {
    return file.tick_type == TickType::Trade ? lean::DecodeTradeTicks(text, file.format, path)
                                             : lean::DecodeQuoteTicks(text, file.format, path);
  }
}

template <typename Columns>
std::shared_ptr<const Columns> Read(const lean::DataFolder& data, const lean::PriceFile& file) {
  lean::ZipReader& reader = lean::ZipReader::ForThisThread();
  for (const auto& path : data.Candidates(file.path)) {
    const auto text = reader.ReadFirstEntry(path);
    if (!text) continue;
    return std::make_shared<const Columns>(Decode<Columns>(*text, file, path));
  }
  return nullptr;
}

// Around the need for a file.
class WaitScope {
 public:
  explicit WaitScope(LoadWatch* watch) : watch_(watch) {
    if (watch_ != nullptr) watch_->BeginWaiting();
  }
  ~WaitScope() {
    if (watch_ != nullptr) watch_->EndWaiting();
  }
  WaitScope(const WaitScope&) = delete;
  WaitScope& operator=(const WaitScope&) = delete;

 private:
  LoadWatch* watch_;
};

}  // namespace

BarStore::BarStore(lean::DataFolder data, boost::asio::thread_pool* pool)
    : data_(std::make_shared<const lean::DataFolder>(std::move(data))), pool_(pool) {}

template <typename Columns>
FileCache<Columns>& BarStore::CacheOf() {
  if constexpr (std::is_same_v<Columns, lean::TradeBarColumns>) {
    return trades_;
  } else if constexpr (std::is_same_v<Columns, lean::QuoteBarColumns>) {
    return quotes_;
  } else {
    return ticks_;
  }
}

// Holds all that loading needs, since the store may be gone when a pool gets to it.
template <typename Columns>
typename FileCache<Columns>::Load BarStore::LoadOf(const lean::PriceFile& file) const {
  const std::scoped_lock lock(mutex_);
  if (own_securities_.contains(file.security)) {
    std::shared_ptr<const Columns> own;
    if constexpr (std::is_same_v<Columns, lean::TradeBarColumns>) {
      const auto bars = own_files_.find(file.path);
      if (bars != own_files_.end()) own = bars->second;
    }
    return [own] { return own; };
  }
  return [data = data_, file] { return Read<Columns>(*data, file); };
}

template <typename Columns>
std::shared_ptr<const Columns> BarStore::Get(const lean::PriceFile& file) {
  const WaitScope waiting(watch_);
  auto columns = CacheOf<Columns>().Get(file.path, file.whole_history, LoadOf<Columns>(file),
                                        [this] { return pending_.RunOne(); });
  const std::scoped_lock lock(mutex_);
  requests_.Count(file, columns != nullptr);
  return columns;
}

template std::shared_ptr<const lean::TradeBarColumns> BarStore::Get(const lean::PriceFile&);
template std::shared_ptr<const lean::QuoteBarColumns> BarStore::Get(const lean::PriceFile&);
template std::shared_ptr<const lean::TickColumns> BarStore::Get(const lean::PriceFile&);

template <typename Columns>
void BarStore::PrefetchColumns(const lean::PriceFile& file) {
  auto loading = CacheOf<Columns>().Announce(file.path, LoadOf<Columns>(file));
  if (loading == nullptr) return;
  pending_.Add(loading);
  boost::asio::post(*pool_, [loading] { loading->Run(); });
}

void BarStore::Prefetch(const lean::PriceFile& file) {
  if (pool_ == nullptr) return;
  if (file.ticks) {
    PrefetchColumns<lean::TickColumns>(file);
  } else if (file.tick_type == TickType::Trade) {
    PrefetchColumns<lean::TradeBarColumns>(file);
  } else {
    PrefetchColumns<lean::QuoteBarColumns>(file);
  }
}

void BarStore::ReadPrefetched() {
  const WaitScope waiting(watch_);
  while (pending_.RunOne()) {
  }
}

void BarStore::AddOwn(const lean::PriceSeries& series, lean::TradeBarColumns bars) {
  const std::scoped_lock lock(mutex_);
  own_securities_.insert(lean::FileOf(series, DateTime()).security);
  const auto add = [&](DateTime date, lean::TradeBarColumns part) {
    own_files_[lean::FileOf(series, date).path] =
        std::make_shared<const lean::TradeBarColumns>(std::move(part));
  };
  if (series.IsWholeHistory()) {
    add(DateTime(), std::move(bars));
  } else {
    for (auto& [date, part] : SplitByDate(bars)) add(date, std::move(part));
  }
}

DataRequests BarStore::Requests() const {
  const std::scoped_lock lock(mutex_);
  return requests_;
}

}  // namespace regimen::store
