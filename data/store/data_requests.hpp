#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/lean/price_file.hpp"

namespace regimen::store {

// The files of one series that were asked for and not there.
struct MissingFiles {
  // Folder and kind of the files of single dates, "equity/usa/minute/foxa *_trade.zip", or the one
  // file of a whole history, "equity/usa/hour/foxa.zip".
  std::string series;
  // Files, each counted once however often it was asked for.
  std::size_t count = 0;
  // Paths below the data folder, the earliest and the latest date's.
  std::string first;
  std::string last;
};

// What was asked of the data folder (as LEAN's data monitor counts it). A missing file is no error;
// the run names it. Memory grows with the number of series, not of dates. Not thread-safe.
class DataRequests {
 public:
  void Count(const lean::PriceFile& file, bool found);

  // Requests, repeated ones included.
  std::size_t Total() const { return succeeded_ + failed_; }
  std::size_t Succeeded() const { return succeeded_; }
  std::size_t Failed() const { return failed_; }
  // In the order of the series' names.
  std::vector<MissingFiles> Missing() const;

 private:
  std::size_t succeeded_ = 0;
  std::size_t failed_ = 0;
  std::map<std::string, MissingFiles, std::less<>> missing_;
};

}  // namespace regimen::store
