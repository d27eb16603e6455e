#include "regime/bridge/regime_algorithm.hpp"

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

RegimeAlgorithm::RegimeAlgorithm() = default;
RegimeAlgorithm::~RegimeAlgorithm() = default;

// ---- Set-up and feeding

void RegimeAlgorithm::InitializeRegimeDetection(const std::string& ticker,
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

void RegimeAlgorithm::FeedFrom(const Security& security, FollowedSeries& series) {
  auto feed = std::make_shared<IdentityDataConsolidator>();
  feed->DataConsolidated += [&series](DataConsolidator&, const BaseData& data) {
    if (data.DataType() == MarketDataType::TradeBar) {
      series.Offer(static_cast<const TradeBar&>(data));
    }
  };
  SubscriptionManager.AddConsolidator(security.GetSymbol(), std::move(feed));
}

void RegimeAlgorithm::OnTradeBar(const std::string& ticker, const TradeBar& bar) {
  Find(ticker).Offer(bar);
}

FollowedSeries& RegimeAlgorithm::Find(const std::string& ticker) const {
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

const RegimeSnapshot& RegimeAlgorithm::UpdateRegime(const std::string& ticker) {
  FollowedSeries& series = Find(ticker);
  while (series.HasWaiting()) {
    if (const auto change = series.Advance()) {
      OnRegimeChange(change->before, change->now, series.Snapshot().confidence,
                     series.GetSymbol().Value());
    }
  }
  return series.Snapshot();
}

void RegimeAlgorithm::UpdateRegime() {
  for (const auto& series : followed_) UpdateRegime(series->GetSymbol().Value());
}

void RegimeAlgorithm::OnRegimeChange(Regime old_regime, Regime new_regime, double confidence,
                                     const std::string& ticker) {
  Log(fmt::format("Regime of {}: {} -> {} (confidence {:.2f})", ticker, ToText(old_regime),
                  ToText(new_regime), confidence));
}

bool RegimeAlgorithm::RegimeIsReady(const std::string& ticker) const {
  return Find(ticker).Snapshot().IsReady();
}

bool RegimeAlgorithm::RegimeIsReady() const {
  return std::ranges::all_of(followed_,
                             [](const auto& series) { return series->Snapshot().IsReady(); });
}

Regime RegimeAlgorithm::GetCurrentRegime(const std::string& ticker) const {
  return Find(ticker).Snapshot().regime;
}

double RegimeAlgorithm::GetConfidence(const std::string& ticker) const {
  return Find(ticker).Snapshot().confidence;
}

Decimal RegimeAlgorithm::GetRegimeAllocation(const std::string& ticker) const {
  return Find(ticker).Allocation();
}

const regimen::RegimeDetector& RegimeAlgorithm::RegimeDetector(const std::string& ticker) const {
  return Find(ticker).Detector();
}

const regimen::RegimeHistory& RegimeAlgorithm::RegimeHistory(const std::string& ticker) const {
  return Find(ticker).History();
}

}  // namespace regimen
