#include "framework/engine/missing_data.hpp"

#include <algorithm>
#include <filesystem>

#include "data/lean/price_file.hpp"
#include "framework/algorithm/algorithm_state.hpp"
#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"
#include "framework/engine/data_sources.hpp"

namespace regimen {

namespace {

std::string Sentence(const store::MissingFiles& missing) {
  if (missing.count == 1) return missing.first + " is missing";
  return std::to_string(missing.count) + " files of " + missing.series + " are missing, from " +
         missing.first + " to " + missing.last;
}

std::string WhatItHolds(const DataSources::OwnFile& own) {
  return own.file + " holds " + LowerCase(ToText(own.resolution)) + " bars from " +
         own.first.ToString("yyyy-MM-dd") + " to " + own.last.ToString("yyyy-MM-dd");
}

bool Subscribes(const Security& security, Resolution resolution) {
  return std::ranges::any_of(security.Subscriptions(), [&](const SubscriptionDataConfig& feed) {
    return feed.resolution == resolution;
  });
}

// What a strategy that asks a CSV file for other bars than it has should know.
std::string OtherResolution(const DataSources::OwnFile& own, const SubscriptionDataConfig& feed) {
  if (feed.resolution == own.resolution) return "";
  const std::string asked(ToText(feed.resolution));
  return ", but the strategy asks for " + LowerCase(asked) + " bars; add " + feed.symbol.Value() +
         " with Resolution::" + std::string(ToText(own.resolution));
}

// Empty when the strategy got to see the bars of its file.
std::string UnusedFile(const std::string& ticker, const DataSources::OwnFile& own,
                       const std::vector<Security*>& securities) {
  const auto at = std::ranges::find_if(securities, [&](const Security* security) {
    return security->GetSymbol().Value() == ticker;
  });
  if (at == securities.end()) {
    return "--csv " + ticker + "=" + own.file + ": the strategy does not add " + ticker +
           ", so it saw none of its bars; call AddEquity(\"" + ticker +
           "\", Resolution::" + std::string(ToText(own.resolution)) + ") in Initialize";
  }
  const auto& feeds = (*at)->Subscriptions();
  if (feeds.empty() || Subscribes(**at, own.resolution)) return "";
  return ticker + ": " + WhatItHolds(own) + OtherResolution(own, feeds.front());
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
  for (const std::string& ticker : sources_->OwnTickers()) {
    std::string unused = UnusedFile(ticker, *sources_->FindOwn(ticker), state_->securities.All());
    if (!unused.empty()) warnings.push_back(std::move(unused));
  }
  return warnings;
}

void MissingData::RequireAll() const {
  const std::vector<store::MissingFiles> missing = sources_->Requests().Missing();
  if (missing.empty()) return;
  throw NoDataError("--strict-data: " + Sentence(missing.front()) + "; " +
                    WhatThereIs(sources_->Folder(), missing.front().first));
}

// Rows outside the dates of the map file are never read.
std::string MissingData::OutsideListing(const Symbol& symbol) const {
  const lean::MapFile& map = sources_->MapFiles().Resolve(symbol.ID());
  const bool listed =
      map.FirstDate() <= state_->end_date && state_->start_date <= map.DelistingDate();
  if (listed) return "";
  return ", but its map file lists it from " + map.FirstDate().ToString("yyyy-MM-dd") + " to " +
         map.DelistingDate().ToString("yyyy-MM-dd") + " only";
}

std::string MissingData::DatesThereAre(const SubscriptionDataConfig& feed) const {
  if (const auto* own = sources_->FindOwn(feed.symbol.Value())) {
    return WhatItHolds(*own) + OtherResolution(*own, feed);
  }
  lean::PriceSeries series{feed.symbol.SecurityType(), std::string(feed.symbol.Market()),
                           feed.symbol.Value(), feed.resolution, feed.tick_type};
  const lean::PriceFile file = lean::FileOf(series, state_->start_date);
  if (!file.whole_history) {
    return WhatThereIs(sources_->Folder(), lean::FolderOf(series) + "/" + file.entry);
  }
  const auto rows = sources_->Store().Get<lean::TradeBarColumns>(file);
  if (rows == nullptr || rows->Size() == 0) return file.path + " is missing or empty";
  return file.path + " holds " + rows->Times()[0].ToString("yyyy-MM-dd") + " to " +
         rows->Times()[rows->Size() - 1].ToString("yyyy-MM-dd") + OutsideListing(feed.symbol);
}

void MissingData::RequireAny() const {
  if (points_ != 0 || state_->securities.All().empty()) return;
  std::string text = "no row of data from " + state_->start_date.ToString("yyyy-MM-dd") + " to " +
                     state_->end_date.ToString("yyyy-MM-dd");
  const bool from_folder = std::ranges::any_of(
      state_->securities.All(),
      [&](const Security* security) { return !sources_->IsOwn(security->GetSymbol().Value()); });
  if (from_folder) text += " in " + sources_->Folder().Roots().front().string();
  for (const Security* security : state_->securities.All()) {
    if (security->Subscriptions().empty()) continue;
    text += "; " + security->GetSymbol().Value() + ": " +
            DatesThereAre(security->Subscriptions().front());
  }
  throw NoDataError(text + ". Choose dates that are there with --start and --end, or another " +
                    (from_folder ? "--data-folder" : "file"));
}

}  // namespace regimen
