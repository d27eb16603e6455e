#include "data/store/data_requests.hpp"

namespace regimen::store {
namespace {

// The path without its date: folder/20131007_trade.zip -> folder/*_trade.zip.
std::string SeriesOf(const lean::PriceFile& file) {
  if (file.whole_history) return file.path;
  const std::size_t name = file.path.rfind('/') + 1;
  const std::size_t kind = file.path.find('_', name);
  return file.path.substr(0, name) + "*" + file.path.substr(kind);
}

}  // namespace

void DataRequests::Count(const lean::PriceFile& file, bool found) {
  if (found) {
    ++succeeded_;
    return;
  }
  ++failed_;
  const std::string series = SeriesOf(file);
  MissingFiles& missing = missing_[series];
  missing.series = series;
  // Two feeds of one series ask for the same dates, each in ascending order: only what lies beyond
  // the dates seen so far is new. Names of files sort like their dates.
  if (missing.count == 0 || file.path > missing.last) {
    ++missing.count;
    missing.last = file.path;
  }
  if (missing.first.empty()) missing.first = file.path;
}

std::vector<MissingFiles> DataRequests::Missing() const {
  std::vector<MissingFiles> all;
  all.reserve(missing_.size());
  for (const auto& [series, missing] : missing_) all.push_back(missing);
  return all;
}

}  // namespace regimen::store
