#include "framework/feed/feed_factory.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "framework/core/error.hpp"

namespace regimen {

namespace {

// Data before the first date of the factor or map file are not read (LEAN raises the start).
DateTime RaisedStart(DateTime start, const lean::FactorFile& factors,
                     const lean::MapFile& map_file) {
  if (const auto minimum = factors.MinimumDate()) start = std::max(start, *minimum);
  return map_file.IsEmpty() ? start : std::max(start, map_file.FirstDate());
}

}  // namespace

AnySubscription FeedFactory::Make(Security& security, const SubscriptionDataConfig& config,
                                  const Window& window) const {
  if (config.resolution == Resolution::Tick) return MakeOf<Tick>(security, config, window);
  if (config.tick_type == TickType::Quote) return MakeOf<QuoteBar>(security, config, window);
  return MakeOf<TradeBar>(security, config, window);
}

const lean::MapFile& FeedFactory::MapFileOf(const Symbol& symbol) const {
  static const lean::MapFile kNone{""};
  const bool mapped = symbol.SecurityType() == SecurityType::Equity && !HasOwnData(symbol);
  return mapped ? sources_.map_files->Resolve(symbol.ID()) : kNone;
}

const lean::FactorFile& FeedFactory::FactorFileOf(const Symbol& symbol,
                                                  const lean::MapFile& map_file) const {
  static const lean::FactorFile kNone;
  if (symbol.SecurityType() != SecurityType::Equity) return kNone;
  if (HasOwnData(symbol)) return kNone;
  return sources_.factor_files->Get(map_file.Permtick().empty() ? symbol.Value()
                                                                : map_file.Permtick());
}

void FeedFactory::Announce(const Security& security, const SubscriptionDataConfig& config,
                           const Window& window) const {
  const DateTime start = ConvertFromUtc(window.start_utc, config.exchange_time_zone);
  DateTime date = start.Date();
  while (!security.Exchange.Hours().IsDateOpen(date, config.extended_market_hours) &&
         date - start < TimeSpan::FromDays(14)) {
    date = date + TimeSpan::FromDays(1);
  }
  const lean::MapFile& map_file = MapFileOf(config.symbol);
  sources_.store->Prefetch(
      lean::FileOf({config.symbol.SecurityType(), std::string(config.symbol.Market()),
                    std::string(map_file.MappedTicker(date, config.symbol.Value())),
                    config.resolution, config.tick_type},
                   date));
}

template <class BarType>
std::unique_ptr<Subscription<BarType>> FeedFactory::MakeOf(Security& security,
                                                           const SubscriptionDataConfig& config,
                                                           const Window& window) const {
  const SecurityExchangeHours& hours = security.Exchange.Hours();
  const lean::MapFile& map_file = MapFileOf(config.symbol);
  const lean::FactorFile& factors = FactorFileOf(config.symbol, map_file);
  const bool strict = UsesStrictDailyEndTimes(config, hours, window.daily_precise_end_time);
  const DateTimeZone zone = config.exchange_time_zone;
  const FeedPeriod period{RaisedStart(ConvertFromUtc(window.start_utc, zone), factors, map_file),
                          ConvertFromUtc(window.end_utc, zone)};
  CorporateEvents events(config.symbol, factors, map_file);
  PriceReader<BarType> reader(config, hours, std::move(events), *sources_.store, period, strict);
  PriceAdjuster adjuster(factors, config.normalization, *sources_.adjustments);
  auto subscription = std::make_unique<Subscription<BarType>>(
      security, config, std::move(reader), std::move(adjuster),
      typename Subscription<BarType>::Options{period, window.fill_forward_interval, strict});
  subscription->MoveNext();
  return subscription;
}

}  // namespace regimen
