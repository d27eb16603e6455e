#pragma once

#include <memory>
#include <optional>
#include <string>

#include "data/lean/json_index.hpp"
#include "framework/securities/market_hours_source.hpp"

namespace regimen::lean {

// Where the file stands in a data folder.
inline constexpr char kMarketHoursFile[] = "market-hours/market-hours-database.json";

// LEAN's market-hours file: {"entries": {"Equity-usa-[*]": {...}, ...}}, with comments allowed.
//
// Opening it finds where each entry stands, an entry is parsed when it is asked for: a few
// milliseconds for the three megabytes of LEAN's file. Not thread-safe; MarketHoursDatabase guards
// it.
class MarketHoursReader : public MarketHoursSource {
 public:
  // Throws DataError if the file is missing, unreadable or no JSON of this form.
  explicit MarketHoursReader(std::string path);
  ~MarketHoursReader() override;

  // Throws DataError naming file, line, entry and what was expected if the entry is malformed: time
  // zones, per weekday a list of {start, end, state} in order of time, holidays and bankHolidays
  // as lists of M/d/yyyy, earlyCloses and lateOpens as {"M/d/yyyy": "hh:mm:ss"}.
  std::optional<MarketHoursRecord> Find(const SecurityDatabaseKey& key) override;

 private:
  struct Content;

  std::string path_;
  std::unique_ptr<const Content> content_;
};

}  // namespace regimen::lean
