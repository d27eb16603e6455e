#include "framework/engine/missing_data.hpp"

#include <algorithm>
#include <filesystem>

#include "data/lean/price_file.hpp"
#include "framework/algorithm/algorithm_state.hpp"
#include "framework/core/error.hpp"
#include "framework/engine/data_sources.hpp"

namespace regimen {

namespace {

std::string Sentence(const store::MissingFiles& missing) {
  if (missing.count == 1) return missing.first + " is missing";
  return std::to_string(missing.count) + " files of " + missing.series + " are missing, from " +
         missing.first + " to " + missing.last;
}

// The first and last file that a folder of the data folder does hold, e.g. the dates there are.
std::string WhatThereIs(const lean::DataFolder& folder, const std::string& missing_file) {
  const std::string parent = std::filesystem::path(missing_file).parent_path().string();
  std::vector<std::string> names;
  for (const std::string& candidate : folder.Candidates(parent)) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(candidate, error)) {
      names.push_back(entry.path().filename().string());
    }
  }
  if (names.empty()) return parent + " is empty or not there";
  const auto [first, last] = std::ranges::minmax(names);
  return parent + " holds " + first + " to " + last;
}

}  // namespace

std::vector<std::string> MissingData::Warnings() const {
  std::vector<std::string> warnings;
  for (const store::MissingFiles& missing : sources_->Requests().Missing()) {
    warnings.push_back(Sentence(missing) + "; the run went on without");
  }
  return warnings;
}

void MissingData::RequireAll() const {
  const std::vector<store::MissingFiles> missing = sources_->Requests().Missing();
  if (missing.empty()) return;
  throw NoDataError("--strict-data: " + Sentence(missing.front()) + "; " +
                    WhatThereIs(sources_->Folder(), missing.front().first));
}

std::string MissingData::DatesThereAre(const SubscriptionDataConfig& feed) const {
  lean::PriceSeries series{feed.symbol.SecurityType(), std::string(feed.symbol.Market()),
                           feed.symbol.Value(), feed.resolution, feed.tick_type};
  const lean::PriceFile file = lean::FileOf(series, state_->start_date);
  if (!file.whole_history) {
    return WhatThereIs(sources_->Folder(), lean::FolderOf(series) + "/" + file.entry);
  }
  const auto rows = sources_->Store().Get<lean::TradeBarColumns>(file);
  if (rows == nullptr || rows->Size() == 0) return file.path + " is missing or empty";
  return file.path + " holds " + rows->Times()[0].ToString("yyyy-MM-dd") + " to " +
         rows->Times()[rows->Size() - 1].ToString("yyyy-MM-dd");
}

void MissingData::RequireAny() const {
  if (points_ != 0 || state_->securities.All().empty()) return;
  std::string text = "no row of data from " + state_->start_date.ToString("yyyy-MM-dd") + " to " +
                     state_->end_date.ToString("yyyy-MM-dd") + " in " +
                     sources_->Folder().Roots().front().string();
  for (const Security* security : state_->securities.All()) {
    if (security->Subscriptions().empty()) continue;
    text += "; " + security->GetSymbol().Value() + ": " +
            DatesThereAre(security->Subscriptions().front());
  }
  throw NoDataError(
      text + ". Choose dates that are there with --start and --end, or another --data-folder");
}

}  // namespace regimen
