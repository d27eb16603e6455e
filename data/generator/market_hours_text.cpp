#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "data/generator/date_text.hpp"
#include "data/generator/reference_files.hpp"

namespace regimen::generator {
namespace {

constexpr std::chrono::year kFirstYear{1998};
constexpr std::chrono::year kLastYear{2035};

constexpr std::array<std::string_view, 7> kWeek = {"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};

struct Segment {
  std::string_view start;
  std::string_view end;
  std::string_view state;
};
using Segments = std::vector<Segment>;

struct Entry {
  std::string_view key;  // SecurityType-market-symbol
  std::string_view data_zone;
  std::string_view exchange_zone;
  std::array<Segments, 7> week;  // from Sunday
  std::vector<Date> holidays;
  std::vector<Date> early_closes;
  std::string_view early_time;
};

std::array<Segments, 7> WeekdaysOnly(const Segments& day) {
  return {Segments{}, day, day, day, day, day, Segments{}};
}

std::array<Segments, 7> EveryDay(const Segments& day) {
  return {day, day, day, day, day, day, day};
}

template <typename DaysOfYear>
std::vector<Date> AllYears(DaysOfYear days_of_year) {
  std::vector<Date> all;
  for (std::chrono::year year = kFirstYear; year <= kLastYear; ++year) {
    for (const Date date : days_of_year(year)) all.push_back(date);
  }
  return all;
}

// Fixed-date days that fall on a weekday.
std::vector<Date> Weekdays(std::chrono::year year,
                           std::initializer_list<std::chrono::month_day> days) {
  std::vector<Date> dates;
  for (const std::chrono::month_day day : days) {
    const Date date = year / day;
    if (std::chrono::weekday(date).iso_encoding() <= 5) dates.push_back(date);
  }
  return dates;
}

std::vector<Entry> UsEntries() {
  using namespace std::string_view_literals;
  constexpr auto kNewYork = "America/New_York"sv;
  constexpr auto kChicago = "America/Chicago"sv;
  const std::vector<Date> holidays = AllYears(Holidays);
  const std::vector<Date> early = AllYears(EarlyCloses);
  const Segments equity = {{"04:00:00", "09:30:00", "premarket"},
                           {"09:30:00", "16:00:00", "market"},
                           {"16:00:00", "20:00:00", "postmarket"}};
  const Segments option = {{"09:30:00", "16:00:00", "market"}};
  const Segments index = {{"08:30:00", "15:15:00", "market"}};
  return {
      {"Equity-usa-[*]", kNewYork, kNewYork, WeekdaysOnly(equity), holidays, early, "13:00:00"},
      {"Option-usa-[*]", kNewYork, kNewYork, WeekdaysOnly(option), holidays, early, "13:00:00"},
      {"Index-usa-[*]", kChicago, kChicago, WeekdaysOnly(index), holidays, early, "12:00:00"},
      {"IndexOption-usa-[*]", kChicago, kChicago, WeekdaysOnly(index), holidays, early, "12:00:00"},
  };
}

// Currencies trade from Sunday 17:00 to Friday 17:00 New York time; Oanda pauses at 17:00 each day.
std::vector<Entry> ForexEntries() {
  using std::chrono::December;
  using std::chrono::January;
  using std::chrono::year;
  const std::vector<Date> holidays = AllYears([](year y) {
    return Weekdays(y, {January / 1, December / 25});
  });
  const std::vector<Date> early = AllYears([](year y) {
    return Weekdays(y, {December / 24, December / 31});
  });
  const Segments oanda = {{"00:00:00", "16:58:00", "market"}, {"17:03:00", "1.00:00:00", "market"}};
  const Segments all_day = {{"00:00:00", "1.00:00:00", "market"}};
  const Segments friday = {{"00:00:00", "17:00:00", "market"}};
  const Segments sunday = {{"17:00:00", "1.00:00:00", "market"}};
  const std::array<Segments, 7> with_pause = {Segments{oanda[1]}, oanda,     oanda, oanda, oanda,
                                              Segments{oanda[0]}, Segments{}};
  const std::array<Segments, 7> without_pause = {sunday,  all_day, all_day,   all_day,
                                                 all_day, friday,  Segments{}};
  return {
      {"Forex-oanda-[*]", "UTC", "America/New_York", with_pause, holidays, early, "17:00:00"},
      {"Forex-fxcm-[*]", "UTC-05", "America/New_York", without_pause, holidays, early, "17:00:00"},
      {"Cfd-oanda-[*]", "UTC", "America/New_York", without_pause, holidays, early, "17:00:00"},
  };
}

std::vector<Entry> AlwaysOpenEntries() {
  std::vector<Entry> entries;
  for (const std::string_view key :
       {"Crypto-coinbase-[*]", "Crypto-binance-[*]", "Crypto-bitfinex-[*]", "Crypto-kraken-[*]",
        "CryptoFuture-binance-[*]", "Base-empty-[*]"}) {
    entries.push_back(
        {key, "UTC", "UTC", EveryDay({{"00:00:00", "1.00:00:00", "market"}}), {}, {}, {}});
  }
  return entries;
}

std::string JsonOf(const Segments& segments) {
  std::string text;
  for (const Segment& segment : segments) {
    text += fmt::format(R"({}{{"start": "{}", "end": "{}", "state": "{}"}})",
                        text.empty() ? "" : ", ", segment.start, segment.end, segment.state);
  }
  return "[" + text + "]";
}

std::string JsonOf(const Entry& entry) {
  std::string text =
      fmt::format("    \"{}\": {{\n      \"dataTimeZone\": \"{}\",\n", entry.key, entry.data_zone);
  text += fmt::format("      \"exchangeTimeZone\": \"{}\",\n", entry.exchange_zone);
  for (std::size_t day = 0; day < kWeek.size(); ++day) {
    text += fmt::format("      \"{}\": {},\n", kWeek[day], JsonOf(entry.week[day]));
  }
  std::string holidays;
  for (const Date date : entry.holidays) {
    holidays += fmt::format("{}\n        \"{}\"", holidays.empty() ? "" : ",", SlashedDate(date));
  }
  std::string early;
  for (const Date date : entry.early_closes) {
    early += fmt::format("{}\n        \"{}\": \"{}\"", early.empty() ? "" : ",", SlashedDate(date),
                         entry.early_time);
  }
  text += "      \"holidays\": [" + holidays + "],\n";
  return text + "      \"earlyCloses\": {" + early + "}\n    }";
}

}  // namespace

std::string MarketHoursText() {
  std::string text;
  for (const auto& group : {UsEntries(), ForexEntries(), AlwaysOpenEntries()}) {
    for (const Entry& entry : group) text += (text.empty() ? "" : ",\n") + JsonOf(entry);
  }
  return "{\n  \"entries\": {\n" + text + "\n  }\n}\n";
}

}  // namespace regimen::generator
