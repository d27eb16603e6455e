#include "regime/bridge/regime_algorithm_base.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "framework/consolidators/identity_data_consolidator.hpp"
#include "framework/core/error.hpp"

namespace regimen {

namespace {

// The subscriptions whose trade bars a consolidator of the security gets.
std::vector<Resolution> TradeResolutions(const Security& security) {
  std::vector<Resolution> resolutions;
  for (const SubscriptionDataConfig& config : security.Subscriptions()) {
    if (config.data_type == MarketDataType::TradeBar && !config.is_internal) {
      resolutions.push_back(config.resolution);
    }
  }
  return resolutions;
}

void CheckFeed(const std::string& ticker, const Security& security, const RegimeOptions& options) {
  const std::vector<Resolution> resolutions = TradeResolutions(security);
  if (resolutions.size() != 1) {
    throw ArgumentError(fmt::format(
        "InitializeRegimeDetection(\"{}\"): one subscription of trade bars was expected, not {}; "
        "set automatic_feeding = false and feed the bars that are meant through OnTradeBar",
        ticker, resolutions.size()));
  }
  const double daily = DetectorOptions().bars_per_year;
  if (resolutions.front() != Resolution::Daily && options.detector.bars_per_year == daily) {
    throw ArgumentError(fmt::format(
        "InitializeRegimeDetection(\"{}\"): set detector.bars_per_year for bars that are not daily "
        "(252 times the bars of a day), by which regimes are named",
        ticker));
  }
}

bool SameTicker(const std::string& left, const std::string& right) {
  return std::ranges::equal(left, right, [](unsigned char a, unsigned char b) {
    return std::toupper(a) == std::toupper(b);
  });
}

}  // namespace

RegimeAlgorithmBase::RegimeAlgorithmBase() = default;
RegimeAlgorithmBase::~RegimeAlgorithmBase() = default;

// ---- Set-up and feeding

void RegimeAlgorithmBase::InitializeRegimeDetection(const std::string& ticker,
                                                    const RegimeOptions& options) {
  if (!Securities.ContainsKey(ticker)) {
    throw ArgumentError("InitializeRegimeDetection(\"" + ticker +
                        "\"): the security is not there; call AddEquity(\"" + ticker + "\") first");
  }
  const Security& security = Securities[ticker];
  for (const auto& series : followed_) {
    if (series->GetSymbol() != security.GetSymbol()) continue;
    throw ArgumentError("InitializeRegimeDetection(\"" + ticker +
                        "\"): its regime is followed already");
  }
  if (options.automatic_feeding) CheckFeed(ticker, security, options);
  followed_.push_back(std::make_unique<FollowedSeries>(security.GetSymbol(), options));
  if (options.automatic_feeding) FeedFrom(security, *followed_.back());
}

void RegimeAlgorithmBase::FeedFrom(const Security& security, FollowedSeries& series) {
  auto feed = std::make_shared<IdentityDataConsolidator>();
  feed->DataConsolidated += [&series](DataConsolidator&, const BaseData& data) {
    if (data.DataType() == MarketDataType::TradeBar) {
      series.Offer(static_cast<const TradeBar&>(data));
    }
  };
  SubscriptionManager.AddConsolidator(security.GetSymbol(), std::move(feed));
}

void RegimeAlgorithmBase::OnTradeBar(const std::string& ticker, const TradeBar& bar) {
  Find(ticker).Offer(bar);
}

FollowedSeries& RegimeAlgorithmBase::Find(const std::string& ticker) const {
  std::string known;
  for (const auto& series : followed_) {
    const std::string& name = series->GetSymbol().Value();
    if (SameTicker(name, ticker)) return *series;
    known += (known.empty() ? "" : ", ") + name;
  }
  throw ArgumentError("the regime of '" + ticker + "' is not followed; InitializeRegimeDetection " +
                      (known.empty() ? "was not called" : "was called for " + known));
}

// ---- Regimes

std::vector<FollowedSeries*> RegimeAlgorithmBase::Followed() const {
  std::vector<FollowedSeries*> all;
  all.reserve(followed_.size());
  for (const auto& series : followed_) all.push_back(series.get());
  return all;
}

void RegimeAlgorithmBase::Update(std::span<FollowedSeries* const> series) {
  std::vector<FollowedSeries*> due;
  std::vector<RefitRequest> requests;
  while (true) {
    due.clear();
    requests.clear();
    for (FollowedSeries* each : series) {
      // A ticker that is named twice is due once.
      if (std::ranges::find(due, each) != due.end() || !each->AdvanceToRefit()) continue;
      due.push_back(each);
      requests.push_back(each->Request());
    }
    if (due.empty()) break;
    const std::vector<hmm::FitResult> results = Refit(requests);
    if (results.size() != due.size()) {
      throw InvalidOperationError(fmt::format(
          "a caching or batching policy gave {} results for {} requests; one for each is its law",
          results.size(), due.size()));
    }
    for (std::size_t i = 0; i < due.size(); ++i) due[i]->Adopt(results[i]);
  }
  for (FollowedSeries* each : series) {
    for (const FollowedSeries::Change& change : each->TakeChanges()) {
      OnRegimeChange(change.before, change.now, change.confidence, each->GetSymbol().Value());
    }
  }
}

void RegimeAlgorithmBase::OnRegimeChange(Regime old_regime, Regime new_regime, double confidence,
                                         const std::string& ticker) {
  Log(fmt::format("Regime of {}: {} -> {} (confidence {:.2f})", ticker, ToText(old_regime),
                  ToText(new_regime), confidence));
}

bool RegimeAlgorithmBase::RegimeIsReady(const std::string& ticker) const {
  return Find(ticker).Snapshot().IsReady();
}

bool RegimeAlgorithmBase::RegimeIsReady() const {
  return !followed_.empty() && std::ranges::all_of(followed_, [](const auto& series) {
    return series->Snapshot().IsReady();
  });
}

Regime RegimeAlgorithmBase::GetCurrentRegime(const std::string& ticker) const {
  return Find(ticker).Snapshot().regime;
}

double RegimeAlgorithmBase::GetConfidence(const std::string& ticker) const {
  return Find(ticker).Snapshot().confidence;
}

Decimal RegimeAlgorithmBase::GetRegimeAllocation(const std::string& ticker) const {
  return Find(ticker).Allocation();
}

const regimen::RegimeDetector& RegimeAlgorithmBase::RegimeDetector(
    const std::string& ticker) const {
  return Find(ticker).Detector();
}

const regimen::RegimeHistory& RegimeAlgorithmBase::RegimeHistory(const std::string& ticker) const {
  return Find(ticker).History();
}

}  // namespace regimen
