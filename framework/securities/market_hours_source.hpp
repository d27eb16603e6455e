#pragma once

#include <optional>

#include "framework/core/time_zone.hpp"
#include "framework/securities/security_database_key.hpp"
#include "framework/securities/security_exchange_hours.hpp"

namespace regimen {

// What a source says of one key.
struct MarketHoursRecord {
  DateTimeZone data_time_zone;  // of the times in data files
  ExchangeSchedule schedule;
};

// Where market hours come from, e.g. the JSON file of LEAN's data folder.
class MarketHoursSource {
 public:
  virtual ~MarketHoursSource() = default;

  // The entry of exactly this key as it is written, or nullopt. Throws DataError if it is
  // malformed.
  virtual std::optional<MarketHoursRecord> Find(const SecurityDatabaseKey& key) = 0;
};

}  // namespace regimen
