#include "data/lean/market_hours_reader.hpp"

#include <array>
#include <utility>
#include <vector>

#include "data/lean/byte_buffer.hpp"
#include "data/lean/file_reader.hpp"
#include "framework/core/error.hpp"
#include "framework/core/json_value.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::lean {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr std::string_view kDateFormat = "M/d/yyyy";

// Turns the tree of one entry into a record.
class EntryParser {
 public:
  EntryParser(const std::string& file, std::string entry) : file_(file), entry_(std::move(entry)) {}

  MarketHoursRecord Parse(const JsonValue& json) const {
    if (!json.IsObject()) Fail(json, "an object {...}");
    MarketHoursRecord record;
    record.data_time_zone = TimeZone(json, "dataTimeZone");
    ExchangeSchedule& schedule = record.schedule;
    schedule.time_zone = TimeZone(json, "exchangeTimeZone");
    for (std::size_t day = 0; day < kWeekdays.size(); ++day) {
      schedule.week[day] = Weekday(json, kWeekdays[day]);
    }
    schedule.holidays = Dates(json, "holidays");
    schedule.bank_holidays = Dates(json, "bankHolidays");
    schedule.early_closes = TimesByDate(json, "earlyCloses");
    schedule.late_opens = TimesByDate(json, "lateOpens");
    return record;
  }

 private:
  [[noreturn]] void Fail(const JsonValue& where, const std::string& expected) const {
    std::string subject = "the entry " + entry_;
    if (!where.name.empty()) subject += ", \"" + where.name + "\"";
    if (!where.text.empty()) subject += ", '" + where.text + "'";
    throw DataError(file_, where.line, subject + ": expected " + expected);
  }
  // The member of that name, or null if it is not there or says null.
  static const JsonValue* Member(const JsonValue& json, std::string_view name) {
    const JsonValue* const member = json.Find(name);
    return member == nullptr || member->IsNull() ? nullptr : member;
  }
  DateTimeZone TimeZone(const JsonValue& json, std::string_view name) const {
    const JsonValue* const member = Member(json, name);
    const std::string expected =
        '"' + std::string(name) + R"(" with the id of a time zone, e.g. "America/New_York")";
    if (member == nullptr) Fail(json, expected);
    if (!member->IsString()) Fail(*member, expected);
    try {
      return DateTimeZone::Get(member->text);
    } catch (const ConfigError&) {
      Fail(*member, expected);
    }
  }
  TimeSpan TimeOfDay(const JsonValue& json) const {
    const auto time = json.IsString() ? TimeSpan::TryParse(json.text) : std::nullopt;
    if (time && *time >= TimeSpan() && *time <= TimeSpan::FromDays(1)) return *time;
    Fail(json, R"(a time of day from "00:00:00" to "1.00:00:00")");
  }
  MarketHoursState State(const JsonValue& json) const {
    const std::string text = LowerCase(json.text);
    for (const MarketHoursState state : {MarketHoursState::Closed, MarketHoursState::PreMarket,
                                         MarketHoursState::Market, MarketHoursState::PostMarket}) {
      if (json.IsString() && text == LowerCase(ToText(state))) return state;
    }
    Fail(json, "closed, premarket, market or postmarket");
  }
  MarketHoursSegment Segment(const JsonValue& json) const {
    const JsonValue* const start = Member(json, "start");
    const JsonValue* const end = Member(json, "end");
    const JsonValue* const state = Member(json, "state");
    if (start == nullptr || end == nullptr || state == nullptr) {
      Fail(json, R"(an object with "start", "end" and "state")");
    }
    return {State(*state), TimeOfDay(*start), TimeOfDay(*end)};
  }
  LocalMarketHours Weekday(const JsonValue& json, std::string_view name) const {
    const JsonValue* const member = Member(json, name);
    if (member == nullptr) return LocalMarketHours();
    if (!member->IsArray()) Fail(*member, "a list of {start, end, state}");
    std::vector<MarketHoursSegment> segments;
    for (const JsonValue& item : member->children) {
      const MarketHoursSegment segment = Segment(item);
      const bool follows = segments.empty() || segments.back().End() <= segment.Start();
      if (segment.End() < segment.Start() || !follows) {
        Fail(item, "sessions in order of time without overlap, each ending after it starts");
      }
      segments.push_back(segment);
    }
    return LocalMarketHours(std::move(segments));
  }
  DateTime Date(const JsonValue& where, std::string_view text) const {
    const auto date = DateTime::TryParseExact(text, kDateFormat);
    if (!date) Fail(where, "dates of the form month/day/year, e.g. 12/25/2013");
    return *date;
  }
  std::set<DateTime> Dates(const JsonValue& json, std::string_view name) const {
    std::set<DateTime> dates;
    const JsonValue* const member = Member(json, name);
    if (member == nullptr) return dates;
    if (!member->IsArray()) Fail(*member, "a list of dates");
    for (const JsonValue& item : member->children) dates.insert(Date(item, item.text));
    return dates;
  }
  std::map<DateTime, TimeSpan> TimesByDate(const JsonValue& json, std::string_view name) const {
    std::map<DateTime, TimeSpan> times;
    const JsonValue* const member = Member(json, name);
    if (member == nullptr) return times;
    if (!member->IsObject()) Fail(*member, "an object of dates and times");
    for (const JsonValue& item : member->children) times[Date(item, item.name)] = TimeOfDay(item);
    return times;
  }

  const std::string& file_;
  std::string entry_;
};

std::string_view Read(const std::string& path, ByteBuffer& buffer) {
  if (const auto text = ReadFile(path, buffer)) return *text;
  throw DataError(path, 0,
                  std::string("there is no such file: expected LEAN's ") + kMarketHoursFile +
                      " in the data folder");
}

}  // namespace

struct MarketHoursReader::Content {
  explicit Content(const std::string& path)
      : text(Read(path, buffer)), index(text, "entries", path) {}

  ByteBuffer buffer;
  std::string_view text;
  JsonIndex index;
};

MarketHoursReader::MarketHoursReader(std::string path)
    : path_(std::move(path)), content_(std::make_unique<const Content>(path_)) {}

MarketHoursReader::~MarketHoursReader() = default;

std::optional<MarketHoursRecord> MarketHoursReader::Find(const SecurityDatabaseKey& key) {
  const std::string_view body = content_->index.Find(LowerCase(key.ToString()));
  if (body.empty()) return std::nullopt;
  const JsonValue json = ParseJson(body, path_, LineOf(content_->text, body));
  return EntryParser(path_, key.ToString()).Parse(json);
}

}  // namespace regimen::lean
