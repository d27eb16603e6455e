#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "framework/core/security_type.hpp"
#include "framework/core/symbol.hpp"
#include "framework/core/time_zone.hpp"
#include "framework/securities/market_hours_source.hpp"
#include "framework/securities/security_database_key.hpp"
#include "framework/securities/security_exchange_hours.hpp"

namespace regimen {

// The hours and time zones of every market: entries of a source, read when first asked for.
//
// An entry holds what its source says, and adds the holidays, bank holidays, early closes and late
// opens of the `[*]` entry of its market and type (its own times win); an option without any takes
// those of its underlying first. (LEAN: MarketHoursDatabase and its JSON converter.)
//
// Safe to use from several threads. References to entries stay valid as long as the database lives.
class MarketHoursDatabase {
 public:
  struct Entry {
    DateTimeZone data_time_zone;
    std::shared_ptr<const SecurityExchangeHours> exchange_hours;
  };

  explicit MarketHoursDatabase(std::unique_ptr<MarketHoursSource> source);
  ~MarketHoursDatabase();
  MarketHoursDatabase(const MarketHoursDatabase&) = delete;
  MarketHoursDatabase& operator=(const MarketHoursDatabase&) = delete;

  // Looks up the ticker, then `[*]`, then for an option on a future the future, then for custom
  // data named `TICKER.TYPE` the key `TYPE.TYPE`. GetEntry throws ConfigError naming the key if
  // there is none, TryGetEntry returns null; both throw DataError if the entry is malformed.
  const Entry& GetEntry(std::string_view market, std::string_view ticker,
                        SecurityType security_type);
  const Entry* TryGetEntry(std::string_view market, std::string_view ticker,
                           SecurityType security_type);
  const Entry& GetEntry(const Symbol& symbol) {
    return GetEntry(symbol.Market(), SecurityDatabaseKey::SymbolKey(symbol), symbol.SecurityType());
  }

  // Puts an entry in place of the source's, for custom data. Entries handed out before are kept.
  const Entry& SetEntry(std::string_view market, std::string_view ticker,
                        SecurityType security_type, Entry entry);
  const Entry& SetEntryAlwaysOpen(std::string_view market, std::string_view ticker,
                                  SecurityType security_type, DateTimeZone time_zone);

  // From now on every entry found has hours around the clock in its own time zones
  // (`force-exchange-always-open`).
  void ForceAlwaysOpen();

 private:
  const Entry* Find(const SecurityDatabaseKey& key);
  const Entry* FindWithFallback(const SecurityDatabaseKey& key);
  std::unique_ptr<Entry> Load(const SecurityDatabaseKey& key);
  const Entry* Underlying(const SecurityDatabaseKey& key);

  std::mutex mutex_;
  std::unique_ptr<MarketHoursSource> source_;
  // Null: the source has no entry of this key.
  std::map<SecurityDatabaseKey, std::unique_ptr<const Entry>> entries_;
  // Entries that SetEntry or ForceAlwaysOpen replaced: someone may still refer to them.
  std::vector<std::unique_ptr<const Entry>> replaced_;
  bool force_always_open_ = false;
};

}  // namespace regimen
