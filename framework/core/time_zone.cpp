#include "framework/core/time_zone.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "framework/core/time_zone_table.hpp"

namespace regimen {
namespace {

const TimeZoneTable* UtcTable() {
  static const TimeZoneTable kTable = FixedTimeZoneTable("UTC");
  return &kTable;
}

// All zones that were asked for. Process-wide and never emptied, so that a zone is one pointer
// wherever it came from and handles need no owner.
class Registry {
 public:
  static Registry& Instance() {
    static Registry& registry = *new Registry;
    return registry;
  }

  const TimeZoneTable* Find(std::string_view id) {
    const std::lock_guard lock(mutex_);
    if (const auto found = tables_.find(id); found != tables_.end()) return found->second.get();
    auto table = std::make_unique<TimeZoneTable>(FixedTimeZoneTable(id));
    if (table->starts.empty()) *table = ReadTimeZoneTable(id);
    return tables_.emplace(id, std::move(table)).first->second.get();
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const TimeZoneTable>, std::less<>> tables_;
};

DateTime Clamped(std::int64_t ticks) {
  return DateTime(std::clamp(ticks, DateTime::MinValue.Ticks(), DateTime::MaxValue.Ticks()));
}

ZoneInterval IntervalAt(const TimeZoneTable& table, std::size_t index) {
  const bool is_last = index + 1 == table.starts.size();
  const std::int64_t offset = table.offsets[index];
  ZoneInterval interval;
  interval.start = DateTime(table.starts[index]);
  interval.end = is_last ? DateTime::MaxValue : DateTime(table.starts[index + 1]);
  interval.offset = TimeSpan(offset);
  interval.local_start = index == 0 ? DateTime::MinValue : DateTime(table.local_starts[index]);
  // Where the clocks go back, the repeated hour belongs to the next interval.
  interval.local_end =
      is_last ? DateTime::MaxValue
              : DateTime(std::min(table.starts[index + 1] + offset, table.local_starts[index + 1]));
  return interval;
}

// The last index whose start is at or before `ticks`; 0 if there is none.
std::size_t LastStarted(const std::vector<std::int64_t>& starts, DateTime time) {
  const auto after = std::upper_bound(starts.begin() + 1, starts.end(), time.Ticks());
  return static_cast<std::size_t>(after - starts.begin()) - 1;
}

// `local` by the offset of the last interval that has begun by then, or the next interval's start
// where the clocks skip it.
DateTime ToUtcBy(const ZoneInterval& interval, DateTime local) {
  if (local >= interval.local_end && interval.end != DateTime::MaxValue) return interval.end;
  return Clamped(local.Ticks() - interval.offset.Ticks());
}

}  // namespace

DateTimeZone::DateTimeZone() : table_(UtcTable()) {}

DateTimeZone DateTimeZone::Get(std::string_view id) {
  return DateTimeZone(id == "UTC" ? UtcTable() : Registry::Instance().Find(id));
}

const std::string& DateTimeZone::Id() const { return table_->id; }

ZoneInterval DateTimeZone::IntervalAtUtc(DateTime utc) const {
  return IntervalAt(*table_, LastStarted(table_->starts, utc));
}

ZoneInterval DateTimeZone::IntervalAtLocal(DateTime local) const {
  return IntervalAt(*table_, LastStarted(table_->local_starts, local));
}

DateTime DateTimeZone::ToLocal(DateTime utc) const {
  const std::size_t index = LastStarted(table_->starts, utc);
  return Clamped(utc.Ticks() + table_->offsets[index]);
}

DateTime DateTimeZone::ToUtc(DateTime local) const {
  return ToUtcBy(IntervalAtLocal(local), local);
}

ZoneCursor::ZoneCursor(DateTimeZone zone)
    : zone_(zone), interval_(zone.IntervalAtUtc(DateTime::UnixEpoch)) {}

DateTime ZoneCursor::SeekLocal(DateTime local) {
  interval_ = zone_.IntervalAtLocal(local);
  return ToUtcBy(interval_, local);
}

}  // namespace regimen
