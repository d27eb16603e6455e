// Time zones: from UTC to local time and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "framework/core/date_time.hpp"

namespace regimen {

struct TimeZoneTable;

// A stretch of time in which a zone's offset does not change.
struct ZoneInterval {
  DateTime start;   // UTC, included; DateTime::MinValue for the first interval
  DateTime end;     // UTC, excluded; DateTime::MaxValue for the last one
  TimeSpan offset;  // local time - UTC

  // The local times that ToUtc maps by this offset. Those from local_end up to the next interval's
  // local_start are skipped by the clocks.
  DateTime local_start;
  DateTime local_end;
};

// A time zone of the tz database (IANA), or one at a fixed distance from UTC.
//
// A cheap handle: one pointer to an immutable table that lives as long as the process; copy it
// freely, use it from any thread. Lookups are binary searches over some 300 offset changes; code
// that converts times one after the other keeps a `ZoneCursor`. Results beyond the range of
// DateTime are cut to its ends.
class DateTimeZone {
 public:
  // UTC.
  DateTimeZone();

  // `id` is of the tz database (America/New_York) or UTC, UTC-05, UTC+05:30. Throws ConfigError
  // (key: the id) if there is no such zone or the database is not installed.
  static DateTimeZone Get(std::string_view id);
  static DateTimeZone Utc() { return DateTimeZone(); }

  const std::string& Id() const;

  TimeSpan OffsetAtUtc(DateTime utc) const { return IntervalAtUtc(utc).offset; }
  DateTime ToLocal(DateTime utc) const;
  // Of a local time that occurs twice, the later instant; for one that the clocks skip, the first
  // instant after the skipped hour. (LEAN: AtLeniently of NodaTime 1.)
  DateTime ToUtc(DateTime local) const;
  // The first change of the offset after `utc`; DateTime::MaxValue if there is none.
  DateTime NextTransitionUtc(DateTime utc) const { return IntervalAtUtc(utc).end; }

  ZoneInterval IntervalAtUtc(DateTime utc) const;
  // The interval by which ToUtc maps `local`: the last one that has begun by then.
  ZoneInterval IntervalAtLocal(DateTime local) const;

  friend bool operator==(DateTimeZone a, DateTimeZone b) { return a.table_ == b.table_; }

 private:
  friend struct std::hash<DateTimeZone>;
  explicit DateTimeZone(const TimeZoneTable* table) : table_(table) {}

  const TimeZoneTable* table_;
};

// As Extensions.ConvertToUtc, ConvertFromUtc and ConvertTo of LEAN.
inline DateTime ConvertToUtc(DateTime local, DateTimeZone zone) { return zone.ToUtc(local); }
inline DateTime ConvertFromUtc(DateTime utc, DateTimeZone zone) { return zone.ToLocal(utc); }
inline DateTime ConvertTo(DateTime time, DateTimeZone from, DateTimeZone to) {
  return from == to ? time : to.ToLocal(from.ToUtc(time));
}

// Converts as its DateTimeZone does, and remembers the interval that it found last: O(1) while the
// times stay in it. One owner, one thread.
class ZoneCursor {
 public:
  explicit ZoneCursor(DateTimeZone zone);

  DateTimeZone Zone() const { return zone_; }
  DateTime ToLocal(DateTime utc) {
    if (utc < interval_.start || utc >= interval_.end) interval_ = zone_.IntervalAtUtc(utc);
    return Shifted(utc, interval_.offset.Ticks());
  }
  DateTime ToUtc(DateTime local) {
    if (local < interval_.local_start || local >= interval_.local_end) return SeekLocal(local);
    return Shifted(local, -interval_.offset.Ticks());
  }

 private:
  static DateTime Shifted(DateTime time, std::int64_t ticks) {
    const std::int64_t last = DateTime::MaxValue.Ticks();
    const std::int64_t shifted = time.Ticks() + ticks;
    return DateTime(shifted < 0 ? 0 : (shifted > last ? last : shifted));
  }
  DateTime SeekLocal(DateTime local);

  DateTimeZone zone_;
  ZoneInterval interval_;
};

// The zones that LEAN names; EasternStandard is UTC-05 all year.
namespace TimeZones {

DateTimeZone Utc();
DateTimeZone EasternStandard();
DateTimeZone NewYork();
DateTimeZone London();
DateTimeZone HongKong();
DateTimeZone Tokyo();
DateTimeZone Rome();
DateTimeZone Sydney();
DateTimeZone Vancouver();
DateTimeZone Toronto();
DateTimeZone Chicago();
DateTimeZone LosAngeles();
DateTimeZone Phoenix();
DateTimeZone Auckland();
DateTimeZone Moscow();
DateTimeZone Madrid();
DateTimeZone BuenosAires();
DateTimeZone Brisbane();
DateTimeZone SaoPaulo();
DateTimeZone Cairo();
DateTimeZone Johannesburg();
DateTimeZone Anchorage();
DateTimeZone Denver();
DateTimeZone Detroit();
DateTimeZone MexicoCity();
DateTimeZone Jerusalem();
DateTimeZone Shanghai();
DateTimeZone Melbourne();
DateTimeZone Amsterdam();
DateTimeZone Athens();
DateTimeZone Berlin();
DateTimeZone Bucharest();
DateTimeZone Dublin();
DateTimeZone Helsinki();
DateTimeZone Istanbul();
DateTimeZone Minsk();
DateTimeZone Paris();
DateTimeZone Zurich();
DateTimeZone Honolulu();
DateTimeZone Kolkata();

}  // namespace TimeZones

}  // namespace regimen

template <>
struct std::hash<regimen::DateTimeZone> {
  std::size_t operator()(regimen::DateTimeZone zone) const noexcept {
    return std::hash<const void*>()(zone.table_);
  }
};
