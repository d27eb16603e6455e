#include "data/lean/map_file_provider.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "data/lean/file_reader.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::lean {
namespace {

// File names in a fixed order: of two equities that claim one ticker for one date, the first
// counts.
std::vector<std::string> CsvFilesOf(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code no_folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder, no_folder)) {
    if (entry.path().extension() == ".csv") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

MapFileProvider::MapFileProvider(DataFolder data, std::string_view market)
    : data_(std::move(data)), market_(LowerCase(market)) {}

void MapFileProvider::ReadAll() const {
  std::call_once(read_, [this] {
    for (const auto& folder : data_.Candidates("equity/" + market_ + "/map_files")) {
      ReadFolder(folder);
    }
  });
}

void MapFileProvider::ReadFolder(const std::string& folder) const {
  ByteBuffer buffer;
  for (const auto& path : CsvFilesOf(folder)) {
    const std::string permtick = UpperCase(std::filesystem::path(path).stem().string());
    if (files_.contains(permtick) || unreadable_.contains(permtick)) continue;
    try {
      if (const auto text = ReadFile(path, buffer)) Add(MapFile::Parse(*text, permtick, path));
    } catch (const DataError& error) {
      unreadable_.emplace(permtick, error);
    }
  }
}

void MapFileProvider::Add(MapFile file) const {
  for (const MapRow& row : file.Rows())
    by_ticker_[row.ticker].try_emplace(row.date, file.Permtick());
  const std::string permtick = file.Permtick();
  files_.emplace(permtick, std::move(file));
}

const MapFile& MapFileProvider::Resolve(std::string_view ticker, DateTime date) const {
  ReadAll();
  const std::string name = UpperCase(ticker);
  ThrowIfUnreadable(name);
  const auto dates = by_ticker_.find(name);
  if (dates == by_ticker_.end()) return FileOf(name, date);
  const auto row = dates->second.lower_bound(date);
  return FileOf(row == dates->second.end() ? dates->second.rbegin()->second : row->second, date);
}

// A file that was left out may be the very one that says who has the ticker: `name` or `name.1`.
void MapFileProvider::ThrowIfUnreadable(const std::string& name) const {
  const auto bad = unreadable_.lower_bound(name);
  if (bad == unreadable_.end() || !bad->first.starts_with(name)) return;
  if (bad->first.size() == name.size() || bad->first[name.size()] == '.') throw bad->second;
}

const MapFile& MapFileProvider::Resolve(const SecurityIdentifier& id) const {
  return Resolve(id.Symbol(), id.Date());
}

const MapFile& MapFileProvider::FileOf(const std::string& permtick, DateTime date) const {
  const auto file = files_.find(permtick);
  const bool begins_later = file != files_.end() && file->second.FirstDate() > date &&
                            date != SecurityIdentifier::DefaultDate();
  return file == files_.end() || begins_later ? EmptyFile(permtick) : file->second;
}

const MapFile& MapFileProvider::EmptyFile(const std::string& permtick) const {
  const std::scoped_lock lock(empty_mutex_);
  return empty_.try_emplace(permtick, MapFile(permtick)).first->second;
}

SecurityIdentifier MapFileProvider::Identify(std::string_view ticker, DateTime date) const {
  const MapFile& file = Resolve(ticker, date);
  return file.IsEmpty()
             ? SecurityIdentifier::GenerateEquity(SecurityIdentifier::DefaultDate(), ticker,
                                                  market_)
             : SecurityIdentifier::GenerateEquity(file.FirstDate(), file.FirstTicker(), market_);
}

std::vector<std::string> MapFileProvider::UnreadableFiles() const {
  ReadAll();
  std::vector<std::string> messages;
  messages.reserve(unreadable_.size());
  for (const auto& [permtick, error] : unreadable_) messages.emplace_back(error.what());
  return messages;
}

}  // namespace regimen::lean
