#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "data/lean/data_folder.hpp"
#include "data/lean/map_file.hpp"
#include "framework/core/error.hpp"
#include "framework/core/security_identifier.hpp"

namespace regimen::lean {

// Which equity a ticker meant at some date: all map files of one market together (LEAN
// LocalDiskMapFileProvider, MapFileResolver).
//
// The folder is read when something is first asked for, every file of it, because any file may hold
// the ticker. A file that cannot be read does not stop the others: it is an error when it is the
// one asked for, and stands in UnreadableFiles. Safe to call from several threads; references are
// valid as long as the provider.
class MapFileProvider {
 public:
  explicit MapFileProvider(DataFolder data, std::string_view market = "usa");

  // The map file of the equity that had `ticker` (any case) on `date`: of all rows with the ticker,
  // the first at or after the date, else the last. An empty file when no row and no file name has
  // the ticker, or when the equity begins after the date (unless it is
  // SecurityIdentifier::DefaultDate).
  const MapFile& Resolve(std::string_view ticker, DateTime date) const;
  // The map file of an equity by its first ticker and date.
  const MapFile& Resolve(const SecurityIdentifier& id) const;
  // The identifier of the equity that had `ticker` on `date`; without map file it has no date.
  SecurityIdentifier Identify(std::string_view ticker, DateTime date) const;

  // What is wrong with the files that were left out, in the order of their names.
  std::vector<std::string> UnreadableFiles() const;

 private:
  // Of rows with one ticker: the date, and the permtick whose file holds it.
  using Dates = std::map<DateTime, std::string>;

  void ReadAll() const;
  void ReadFolder(const std::string& folder) const;
  void Add(MapFile file) const;
  void ThrowIfUnreadable(const std::string& name) const;
  const MapFile& FileOf(const std::string& permtick, DateTime date) const;
  const MapFile& EmptyFile(const std::string& permtick) const;

  DataFolder data_;
  std::string market_;
  mutable std::once_flag read_;
  mutable std::map<std::string, MapFile, std::less<>> files_;
  mutable std::map<std::string, Dates, std::less<>> by_ticker_;
  mutable std::map<std::string, DataError, std::less<>> unreadable_;
  mutable std::mutex empty_mutex_;
  mutable std::map<std::string, MapFile, std::less<>> empty_;
};

}  // namespace regimen::lean
