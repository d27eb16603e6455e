#include "framework/securities/market_hours_database.hpp"

#include <optional>
#include <string>
#include <utility>

#include "framework/core/error.hpp"

namespace regimen {
namespace {

bool IsOption(SecurityType type) {
  return type == SecurityType::Option || type == SecurityType::IndexOption ||
         type == SecurityType::FutureOption;
}

SecurityType UnderlyingType(SecurityType option) {
  switch (option) {
    case SecurityType::IndexOption:
      return SecurityType::Index;
    case SecurityType::FutureOption:
      return SecurityType::Future;
    default:
      return SecurityType::Equity;
  }
}

// An option without own dates takes its underlying's.
void Inherit(ExchangeSchedule& schedule, const ExchangeSchedule& underlying) {
  if (schedule.holidays.empty()) schedule.holidays = underlying.holidays;
  if (schedule.bank_holidays.empty()) schedule.bank_holidays = underlying.bank_holidays;
  if (schedule.early_closes.empty()) schedule.early_closes = underlying.early_closes;
  if (schedule.late_opens.empty()) schedule.late_opens = underlying.late_opens;
}

// The dates of the whole market, where the entry has no own.
void AddMarket(ExchangeSchedule& schedule, const ExchangeSchedule& market) {
  schedule.holidays.insert(market.holidays.begin(), market.holidays.end());
  schedule.bank_holidays.insert(market.bank_holidays.begin(), market.bank_holidays.end());
  schedule.early_closes.insert(market.early_closes.begin(), market.early_closes.end());
  schedule.late_opens.insert(market.late_opens.begin(), market.late_opens.end());
}

}  // namespace

MarketHoursDatabase::MarketHoursDatabase(std::unique_ptr<MarketHoursSource> source)
    : source_(std::move(source)) {}

MarketHoursDatabase::~MarketHoursDatabase() = default;

const MarketHoursDatabase::Entry& MarketHoursDatabase::GetEntry(std::string_view market,
                                                                std::string_view ticker,
                                                                SecurityType security_type) {
  if (const Entry* entry = TryGetEntry(market, ticker, security_type)) return *entry;
  const SecurityDatabaseKey key(market, ticker, security_type);
  throw ConfigError(key.ToString(), "the market-hours database has neither this entry nor " +
                                        key.CommonKey().ToString() +
                                        ": add one of them, or check market and security type");
}

const MarketHoursDatabase::Entry* MarketHoursDatabase::TryGetEntry(std::string_view market,
                                                                   std::string_view ticker,
                                                                   SecurityType security_type) {
  const std::lock_guard lock(mutex_);
  return FindWithFallback(SecurityDatabaseKey(market, ticker, security_type));
}

const MarketHoursDatabase::Entry* MarketHoursDatabase::FindWithFallback(
    const SecurityDatabaseKey& key) {
  if (const Entry* entry = Find(key)) return entry;
  if (const Entry* entry = Find(key.CommonKey())) return entry;
  if (key.security_type == SecurityType::FutureOption) {
    return FindWithFallback({key.market, key.symbol, SecurityType::Future});
  }
  const std::size_t point = key.symbol.rfind('.');
  if (key.security_type == SecurityType::Base && point != std::string::npos) {
    return Find({key.market, "type" + key.symbol.substr(point), SecurityType::Base});
  }
  return nullptr;
}

const MarketHoursDatabase::Entry* MarketHoursDatabase::Find(const SecurityDatabaseKey& key) {
  if (const auto known = entries_.find(key); known != entries_.end()) return known->second.get();
  std::unique_ptr<const Entry> entry = Load(key);
  return entries_.emplace(key, std::move(entry)).first->second.get();
}

std::unique_ptr<MarketHoursDatabase::Entry> MarketHoursDatabase::Load(
    const SecurityDatabaseKey& key) {
  std::optional<MarketHoursRecord> record = source_->Find(key);
  if (!record) return nullptr;
  if (force_always_open_) {
    const auto always = SecurityExchangeHours::AlwaysOpen(record->schedule.time_zone);
    return std::make_unique<Entry>(
        Entry{record->data_time_zone, std::make_shared<const SecurityExchangeHours>(always)});
  }
  if (const Entry* underlying = Underlying(key)) {
    Inherit(record->schedule, underlying->exchange_hours->Schedule());
  }
  if (!key.IsWildcard()) {
    if (const Entry* market = Find(key.CommonKey())) {
      AddMarket(record->schedule, market->exchange_hours->Schedule());
    }
  }
  return std::make_unique<Entry>(
      Entry{record->data_time_zone,
            std::make_shared<const SecurityExchangeHours>(std::move(record->schedule))});
}

const MarketHoursDatabase::Entry* MarketHoursDatabase::Underlying(const SecurityDatabaseKey& key) {
  if (!IsOption(key.security_type)) return nullptr;
  const SecurityDatabaseKey underlying(key.market, key.symbol, UnderlyingType(key.security_type));
  const Entry* const entry = Find(underlying);
  return entry != nullptr ? entry : Find(underlying.CommonKey());
}

const MarketHoursDatabase::Entry& MarketHoursDatabase::SetEntry(std::string_view market,
                                                                std::string_view ticker,
                                                                SecurityType security_type,
                                                                Entry entry) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<const Entry>& slot = entries_[{market, ticker, security_type}];
  if (slot) replaced_.push_back(std::move(slot));
  slot = std::make_unique<const Entry>(std::move(entry));
  return *slot;
}

const MarketHoursDatabase::Entry& MarketHoursDatabase::SetEntryAlwaysOpen(
    std::string_view market, std::string_view ticker, SecurityType security_type,
    DateTimeZone time_zone) {
  return SetEntry(market, ticker, security_type,
                  {time_zone, std::make_shared<const SecurityExchangeHours>(
                                  SecurityExchangeHours::AlwaysOpen(time_zone))});
}

void MarketHoursDatabase::ForceAlwaysOpen() {
  const std::lock_guard lock(mutex_);
  force_always_open_ = true;
  for (auto& [key, entry] : entries_) {
    if (entry) replaced_.push_back(std::move(entry));
  }
  entries_.clear();
}

}  // namespace regimen
