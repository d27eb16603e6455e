#include "data/generator/symbol_files.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "data/generator/corporate_files.hpp"
#include "data/generator/date_text.hpp"

namespace regimen::generator {
namespace {

constexpr std::int64_t kMillisecondsPerMinute = 60'000;

double ShareOf(DataDensity density) {
  switch (density) {
    case DataDensity::Dense:
      return 1.0;
    case DataDensity::Sparse:
      return 0.2;
    case DataDensity::VerySparse:
      return 0.02;
  }
  return 1.0;
}

bool Contains(const auto& list, auto value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

SymbolFiles::SymbolFiles(const GeneratorOptions& options, const GeneratedSymbol& symbol,
                         FolderWriter& writer)
    : options_(options), symbol_(symbol), writer_(writer), path_(ShareOf(options.density)) {}

void SymbolFiles::Write(const SymbolHistory& history) {
  Date previous = history.days.front().session.date;
  for (const SymbolDay& day : history.days) {
    const Date date = day.session.date;
    if (TickerOn(date) != TickerOn(previous)) FinishLongFiles(TickerOn(previous), previous);
    AddDay(day);
    previous = date;
  }
  FinishLongFiles(TickerOn(previous), previous);
  const std::string name = symbol_.ticker + ".csv";
  writer_.WriteText("equity/usa/factor_files/" + name, FactorFileText(history));
  writer_.WriteText("equity/usa/map_files/" + name, MapFileText(symbol_, history));
}

void SymbolFiles::AddDay(const SymbolDay& day) {
  const Date date = day.session.date;
  if (Writes(Resolution::Daily)) {
    daily_.Add(CompactDate(date) + " 00:00", {day.open, day.high, day.low, day.close, day.volume});
  }
  const bool writes_minutes = WritesMinutesOf(date);
  if (!writes_minutes && !Writes(Resolution::Hour)) return;

  Random random(options_.seed, symbol_.ticker + " minutes",
                static_cast<std::uint64_t>(date.time_since_epoch().count()));
  const std::vector<MinuteBar>& bars = path_.Draw(day, random);
  if (Writes(Resolution::Hour)) AddHours(day, bars);
  if (!writes_minutes) return;
  const std::string& ticker = TickerOn(date);
  if (Writes(TickType::Trade)) WriteTrades(ticker, date, bars);
  if (Writes(TickType::Quote)) WriteQuotes(ticker, date, bars);
}

// An hour starts on the clock's full hour: the first one holds the half hour from 09:30.
void SymbolFiles::AddHours(const SymbolDay& day, const std::vector<MinuteBar>& bars) {
  const std::string date = CompactDate(day.session.date);
  for (std::size_t i = 0; i < bars.size();) {
    const int hour = bars[i].minute / 60;
    MinuteBar sum = bars[i];
    for (++i; i < bars.size() && bars[i].minute / 60 == hour; ++i) {
      sum.high = std::max(sum.high, bars[i].high);
      sum.low = std::min(sum.low, bars[i].low);
      sum.close = bars[i].close;
      sum.volume += bars[i].volume;
    }
    hours_.Add(fmt::format("{} {:02}:00", date, hour),
               {sum.open, sum.high, sum.low, sum.close, sum.volume});
  }
}

void SymbolFiles::WriteTrades(const std::string& ticker, Date date,
                              const std::vector<MinuteBar>& bars) {
  for (const MinuteBar& bar : bars) {
    minutes_.Add(
        {bar.minute * kMillisecondsPerMinute, bar.open, bar.high, bar.low, bar.close, bar.volume});
  }
  writer_.WriteEquity(ticker, Resolution::Minute, TickType::Trade, date, minutes_);
}

void SymbolFiles::WriteQuotes(const std::string& ticker, Date date,
                              const std::vector<MinuteBar>& bars) {
  for (const MinuteBar& bar : bars) {
    const Price bid = bar.bid_offset;
    const Price ask = bar.ask_offset;
    minutes_.Add({bar.minute * kMillisecondsPerMinute, bar.open + bid, bar.high + bid,
                  bar.low + bid, bar.close + bid, bar.bid_size, bar.open + ask, bar.high + ask,
                  bar.low + ask, bar.close + ask, bar.ask_size});
  }
  writer_.WriteEquity(ticker, Resolution::Minute, TickType::Quote, date, minutes_);
}

void SymbolFiles::FinishLongFiles(const std::string& ticker, Date date) {
  if (daily_.Rows() > 0) {
    writer_.WriteEquity(ticker, Resolution::Daily, TickType::Trade, date, daily_);
  }
  if (hours_.Rows() > 0) {
    writer_.WriteEquity(ticker, Resolution::Hour, TickType::Trade, date, hours_);
  }
}

bool SymbolFiles::Writes(Resolution resolution) const {
  const bool has_own = !symbol_.resolutions.empty();
  return Contains(has_own ? symbol_.resolutions : options_.resolutions, resolution);
}

bool SymbolFiles::Writes(TickType type) const { return Contains(options_.tick_types, type); }

bool SymbolFiles::WritesMinutesOf(Date date) const {
  return Writes(Resolution::Minute) && date >= symbol_.first_minute_day.value_or(Date::min()) &&
         date <= symbol_.last_minute_day.value_or(Date::max());
}

const std::string& SymbolFiles::TickerOn(Date date) const {
  return symbol_.renamed && date <= *symbol_.renamed ? symbol_.former_ticker : symbol_.ticker;
}

}  // namespace regimen::generator
