#include "framework/engine/end_of_day_events.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "framework/core/error.hpp"

namespace regimen {

namespace {

constexpr TimeSpan kBeforeClose = TimeSpan::FromMinutes(10);
constexpr TimeSpan kBeforeMidnight = TimeSpan::FromMinutes(2);
constexpr TimeSpan kDay = TimeSpan::FromDays(1);

// The close of a date, or nullopt when the exchange is closed all day.
std::optional<DateTime> EventOf(const Security& security, DateTime date) {
  const SecurityExchangeHours& hours = security.Exchange.Hours();
  if (!hours.IsDateOpen(date)) return std::nullopt;
  if (hours.IsMarketAlwaysOpen()) return date + kDay;
  return hours.GetLastDailyMarketClose(date, security.IsExtendedMarketHours()) - kBeforeClose;
}

}  // namespace

TimeSequence EndOfDayEvents::TimesOf(const Security& security) const {
  const auto exchange_date = [&](DateTime algorithm_time) {
    return ConvertTo(algorithm_time, state_->TimeZone(), security.Exchange.TimeZone()).Date();
  };
  const DateTime last = exchange_date(state_->end_date);
  DateTime date = exchange_date(state_->start_date) - kDay;
  return [&security, last, date, now = state_->UtcTime()]() mutable -> std::optional<DateTime> {
    while (date < last) {
      date = date + kDay;
      const std::optional<DateTime> local = EventOf(security, date);
      if (!local) continue;
      const DateTime utc = ConvertToUtc(*local, security.Exchange.TimeZone());
      if (utc > now) return utc;
    }
    return std::nullopt;
  };
}

TimeSequence EndOfDayEvents::TimesOfAnyExchange() const {
  DateTime date = state_->start_date.Date() - kDay;
  return [this, date, now = state_->UtcTime()]() mutable -> std::optional<DateTime> {
    while (date < state_->end_date.Date()) {
      date = date + kDay;
      const auto is_open = [&](Security* security) {
        return security->Exchange.Hours().IsDateOpen(date);
      };
      if (std::ranges::none_of(state_->securities.Values(), is_open)) continue;
      const DateTime utc = ConvertToUtc(date + kDay - kBeforeMidnight, state_->TimeZone());
      if (utc > now) return utc;
    }
    return std::nullopt;
  };
}

void EndOfDayEvents::Call(const std::function<void()>& handler) {
  try {
    handler();
  } catch (...) {
    state_->SendMessage(LogLevel::Error, "error in OnEndOfDay: " + TextOfCurrentException());
  }
}

void EndOfDayEvents::ScheduleAlgorithmHandler() {
  if (!state_->traits.overrides_end_of_day) return;
  state_->schedule.Make(
      "Algorithm.OnEndOfDay", TimesOfAnyExchange(),
      [this](const std::string&, DateTime) { Call([this] { algorithm_->OnEndOfDay(); }); });
}

void EndOfDayEvents::OnSecuritiesChanged(const std::vector<Security*>& added,
                                         const std::vector<Security*>& removed) {
  if (!state_->traits.overrides_end_of_day_symbol) return;
  for (const Security* security : added) {
    if (events_.contains(security)) continue;
    const Symbol symbol = security->GetSymbol();
    events_[security] =
        &state_->schedule.Make("Security." + symbol.Value() + ".EndOfDay", TimesOf(*security),
                               [this, symbol](const std::string&, DateTime) {
                                 Call([&] { algorithm_->OnEndOfDay(symbol); });
                               });
  }
  for (const Security* security : removed) {
    const auto found = events_.find(security);
    if (found == events_.end()) continue;
    state_->schedule.Remove(*found->second);
    events_.erase(found);
  }
}

}  // namespace regimen
