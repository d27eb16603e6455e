// An algorithm as schedules see it, for tests.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framework/core/error.hpp"
#include "framework/scheduling/schedule_context.hpp"
#include "framework/scheduling/time_sequence.hpp"

namespace regimen::tests {

inline TimeSpan ClockTime(int hour, int minute = 0) { return TimeSpan(hour, minute, 0); }

// US equities: closed on Thanksgiving and Christmas 2013, half days on the days after and before.
inline SecurityExchangeHours EquityHours() {
  ExchangeSchedule schedule;
  schedule.time_zone = TimeZones::NewYork();
  for (std::size_t day = 1; day <= 5; ++day) {
    schedule.week[day] =
        LocalMarketHours({{MarketHoursState::PreMarket, ClockTime(4), ClockTime(9, 30)},
                          {MarketHoursState::Market, ClockTime(9, 30), ClockTime(16)},
                          {MarketHoursState::PostMarket, ClockTime(16), ClockTime(20)}});
  }
  schedule.holidays = {DateTime(2013, 11, 28), DateTime(2013, 12, 25), DateTime(2014, 1, 1)};
  schedule.early_closes = {{DateTime(2013, 11, 29), ClockTime(13)},
                           {DateTime(2013, 12, 24), ClockTime(13)}};
  return SecurityExchangeHours(std::move(schedule));
}

// A future: open from Sunday 18:00 to Friday 17:00, Sunday in extended hours only.
inline SecurityExchangeHours FutureHours() {
  ExchangeSchedule schedule;
  schedule.time_zone = TimeZones::Chicago();
  schedule.week[0] =
      LocalMarketHours({{MarketHoursState::PreMarket, ClockTime(18), TimeSpan::FromDays(1)}});
  for (std::size_t day = 1; day <= 5; ++day) {
    schedule.week[day] =
        LocalMarketHours({{MarketHoursState::Market, ClockTime(8), ClockTime(17)}});
  }
  return SecurityExchangeHours(std::move(schedule));
}

class FakeContext : public ScheduleContext {
 public:
  explicit FakeContext(DateTime utc_now, DateTimeZone zone = TimeZones::NewYork())
      : utc_now_(utc_now), zone_(zone) {
    Add("AIG", SecurityType::Equity, EquityHours());
    Add("SPY", SecurityType::Equity, EquityHours());
    Add("ES", SecurityType::Future, FutureHours());
    Add("BTCUSD", SecurityType::Crypto, SecurityExchangeHours::AlwaysOpen(TimeZones::Utc()));
    exchanges = {&ExchangeHours(SymbolOf("SPY"))};
  }

  DateTime UtcNow() const override { return utc_now_; }
  void SetUtcNow(DateTime utc_now) { utc_now_ = utc_now; }
  DateTimeZone TimeZone() const override { return zone_; }
  void SetTimeZone(DateTimeZone zone) { zone_ = zone; }
  const SecurityExchangeHours& ExchangeHours(const Symbol& symbol) const override {
    return *hours_.at(symbol.Value());
  }
  Symbol SymbolOf(std::string_view ticker) const override {
    return symbols_.at(std::string(ticker));
  }
  std::vector<const SecurityExchangeHours*> DefaultExchangeHours() const override {
    return exchanges;
  }

  std::vector<const SecurityExchangeHours*> exchanges;

 private:
  void Add(const std::string& ticker, SecurityType type, SecurityExchangeHours hours) {
    const char* const market = type == SecurityType::Crypto ? "coinbase" : "usa";
    symbols_[ticker] = Symbol(SecurityIdentifier::Generate(type, ticker, market), ticker);
    hours_[ticker] = std::make_unique<SecurityExchangeHours>(std::move(hours));
  }

  DateTime utc_now_;
  DateTimeZone zone_;
  std::map<std::string, Symbol> symbols_;
  std::map<std::string, std::unique_ptr<SecurityExchangeHours>> hours_;
};

// The first `count` times, as text.
inline std::vector<std::string> Texts(TimeSequence times, std::size_t count,
                                      std::string_view format) {
  std::vector<std::string> texts;
  while (texts.size() < count) {
    const auto time = times();
    if (!time) break;
    texts.push_back(time->ToString(format));
  }
  return texts;
}

}  // namespace regimen::tests
