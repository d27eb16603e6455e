#include "framework/core/time_zone_table.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "framework/core/date_time.hpp"
#include "framework/core/error.hpp"
#include "framework/core/time_zone_rule.hpp"

namespace regimen {
namespace {

// The last year whose changes by rule are listed; beyond Time.EndOfTime (2050) of LEAN.
constexpr int kLastRuleYear = 2100;

std::int64_t TicksOfUnix(std::int64_t seconds) {
  // Some files begin with a change before the Big Bang.
  const std::int64_t first = -DateTime::UnixEpoch.Ticks() / TimeSpan::kTicksPerSecond;
  return DateTime::UnixEpoch.Ticks() + std::max(seconds, first) * TimeSpan::kTicksPerSecond;
}

// Reads big-endian numbers of a TZif file, and fails with its name beyond the end.
class TzifReader {
 public:
  TzifReader(std::string file, std::string bytes)
      : file_(std::move(file)), bytes_(std::move(bytes)) {}

  std::string_view Take(std::size_t count) {
    if (count > bytes_.size() - position_) Fail("the file ends early");
    const std::string_view taken = std::string_view(bytes_).substr(position_, count);
    position_ += count;
    return taken;
  }
  std::uint8_t Byte() { return static_cast<std::uint8_t>(Take(1).front()); }
  std::int64_t Number(std::size_t size) {
    std::uint64_t value = 0;
    for (const char c : Take(size)) value = (value << 8) | static_cast<std::uint8_t>(c);
    const std::size_t unused = 64 - 8 * size;
    return static_cast<std::int64_t>(value << unused) >> unused;
  }
  std::size_t Count() { return static_cast<std::size_t>(static_cast<std::uint32_t>(Number(4))); }
  // The text between two line feeds that ends a file of version 2 and later.
  std::string_view Footer() {
    if (Byte() != '\n') Fail("the rule at the end is missing");
    const std::string_view rest = std::string_view(bytes_).substr(position_);
    return rest.substr(0, rest.find('\n'));
  }
  [[noreturn]] void Fail(const std::string& why) const {
    throw DataError(file_, 0,
                    why +
                        ": expected a time zone in the form TZif, version 2 or later (RFC 8536); "
                        "install the package tzdata again");
  }

 private:
  std::string file_;
  std::string bytes_;
  std::size_t position_ = 0;
};

struct TzifHeader {
  char version = '\0';
  std::size_t ut_flags = 0;
  std::size_t standard_flags = 0;
  std::size_t leap_seconds = 0;
  std::size_t changes = 0;
  std::size_t types = 0;
  std::size_t letters = 0;

  // Bytes of the block that follows, with times of `time_size` bytes.
  std::size_t BlockSize(std::size_t time_size) const {
    return changes * (time_size + 1) + types * 6 + letters + leap_seconds * (time_size + 4) +
           standard_flags + ut_flags;
  }
};

TzifHeader ReadHeader(TzifReader& reader) {
  if (reader.Take(4) != "TZif") reader.Fail("the file does not begin with 'TZif'");
  TzifHeader header;
  header.version = reader.Take(1).front();
  reader.Take(15);
  header.ut_flags = reader.Count();
  header.standard_flags = reader.Count();
  header.leap_seconds = reader.Count();
  header.changes = reader.Count();
  header.types = reader.Count();
  header.letters = reader.Count();
  return header;
}

void AppendChanges(TzifReader& reader, const TzifHeader& header, TimeZoneTable& table) {
  std::vector<std::int64_t> times(header.changes);
  for (std::int64_t& time : times) time = reader.Number(8);
  std::vector<std::uint8_t> types(header.changes);
  for (std::uint8_t& type : types) type = reader.Byte();
  std::vector<std::int64_t> offsets(header.types);
  for (std::int64_t& offset : offsets) {
    offset = reader.Number(4) * TimeSpan::kTicksPerSecond;
    reader.Take(2);
  }
  if (offsets.empty()) reader.Fail("the file has no offset from UTC");
  table.Append(0, offsets.front());
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (types[i] >= offsets.size()) reader.Fail("a change names an offset that is not in the file");
    table.Append(TicksOfUnix(times[i]), offsets[types[i]]);
  }
  reader.Take(header.letters + header.leap_seconds * 12 + header.standard_flags + header.ut_flags);
}

void AppendRule(const TimeZoneRule& rule, TimeZoneTable& table) {
  if (!rule.has_daylight) return;
  struct Change {
    std::int64_t start;
    std::int64_t offset;
  };
  const std::int64_t listed = table.starts.back();
  for (int year = DateTime(listed).Year(); year <= kLastRuleYear; ++year) {
    Change first{TicksOfUnix(rule.ToDaylight(year)), rule.daylight_offset};
    Change second{TicksOfUnix(rule.ToStandard(year)), rule.standard_offset};
    if (second.start < first.start) std::swap(first, second);
    for (const Change& change : {first, second}) {
      if (change.start > listed) {
        table.Append(change.start, change.offset * TimeSpan::kTicksPerSecond);
      }
    }
  }
}

std::filesystem::path DatabaseFolder() {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in the program changes the environment.
  const char* const folder = std::getenv("TZDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/usr/share/zoneinfo";
}

bool IsPlainId(std::string_view id) {
  const auto is_plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '-' || c == '+';
  };
  return !id.empty() && id.front() != '/' && std::all_of(id.begin(), id.end(), is_plain);
}

std::string ReadZoneFile(std::string_view id, const std::filesystem::path& file) {
  std::error_code ignored;
  if (!IsPlainId(id) || !std::filesystem::is_regular_file(file, ignored)) {
    std::string message =
        "there is no such time zone: expected an id of the tz database such as America/New_York, "
        "or UTC, or a fixed offset such as UTC-05";
    if (!std::filesystem::is_directory(DatabaseFolder(), ignored)) {
      message += "; the database itself is missing at " + DatabaseFolder().string() +
                 ": install the package tzdata";
    }
    throw ConfigError(std::string(id), message);
  }
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Reads two digits and removes them; -1 if there are none.
int TakeTwoDigits(std::string_view& text) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
    return -1;
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return value;
}

}  // namespace

void TimeZoneTable::Append(std::int64_t start, std::int64_t offset) {
  if (!starts.empty() && start <= starts.back()) {
    starts.pop_back();
    offsets.pop_back();
    local_starts.pop_back();
    start = starts.empty() ? 0 : start;
  }
  if (!offsets.empty() && offsets.back() == offset) return;
  starts.push_back(start);
  offsets.push_back(offset);
  local_starts.push_back(start + offset);
}

TimeZoneTable ReadTimeZoneTable(std::string_view id) {
  const std::filesystem::path file = DatabaseFolder() / id;
  TzifReader reader(file.string(), ReadZoneFile(id, file));
  TzifHeader header = ReadHeader(reader);
  if (header.version < '2') reader.Fail("the file is of version 1");
  reader.Take(header.BlockSize(4));
  header = ReadHeader(reader);
  TimeZoneTable table;
  table.id = id;
  AppendChanges(reader, header, table);
  const std::string_view footer = reader.Footer();
  if (footer.empty()) return table;
  const auto rule = TimeZoneRule::Parse(footer);
  if (!rule) reader.Fail("the rule '" + std::string(footer) + "' at the end is malformed");
  AppendRule(*rule, table);
  return table;
}

TimeZoneTable FixedTimeZoneTable(std::string_view id) {
  TimeZoneTable table;
  table.id = id;
  if (!id.starts_with("UTC")) return table;
  std::string_view rest = id.substr(3);
  if (rest.empty()) {
    table.Append(0, 0);
    return table;
  }
  const char sign = rest.front();
  if (sign != '+' && sign != '-') return table;
  rest.remove_prefix(1);
  const int hours = TakeTwoDigits(rest);
  int minutes = 0;
  if (!rest.empty() && rest.front() == ':') {
    rest.remove_prefix(1);
    minutes = TakeTwoDigits(rest);
  }
  if (!rest.empty() || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return table;
  const std::int64_t offset = TimeSpan(hours, minutes, 0).Ticks();
  table.Append(0, sign == '-' ? -offset : offset);
  return table;
}

}  // namespace regimen
