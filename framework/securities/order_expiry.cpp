#include "framework/securities/order_expiry.hpp"

#include "framework/core/time_zone.hpp"
#include "framework/orders/order.hpp"
#include "framework/securities/security.hpp"

namespace regimen {

namespace {

// The hour, in New York, at which a currency trading day ends.
constexpr TimeSpan kForexCutOff = TimeSpan::FromHours(17);

// The cut-off, in UTC, of the order's day (Day) or of its last date (good-til-date). One day later
// for an order that came after the cut-off of that date.
DateTime ForexExpiryUtc(const Order& order) {
  const DateTimeZone zone = TimeZones::NewYork();
  const DateTime local_order_time = ConvertFromUtc(order.Time(), zone);
  const bool day_order = order.TimeInForce().GetKind() == TimeInForce::Kind::Day;
  const DateTime date = day_order ? local_order_time.Date() : order.TimeInForce().Expiry().Date();
  // LEAN compares the date of a good-til-date order with the order's UTC date.
  const bool same_day = day_order || order.Time().Date() == date;
  DateTime expiry = date + kForexCutOff;
  if (same_day && local_order_time.TimeOfDay() > kForexCutOff) expiry = expiry.AddDays(1);
  return ConvertToUtc(expiry, zone);
}

}  // namespace

bool IsOrderExpired(const Security& security, const Order& order) {
  const TimeInForce time_in_force = order.TimeInForce();
  if (time_in_force.GetKind() == TimeInForce::Kind::GoodTilCanceled) return false;
  const bool day_order = time_in_force.GetKind() == TimeInForce::Kind::Day;
  const DateTimeZone zone = security.Exchange.TimeZone();
  const DateTime now = security.LocalTime();
  const DateTime order_time = ConvertFromUtc(order.Time(), zone);
  switch (order.SecurityType()) {
    case SecurityType::Forex:
    case SecurityType::Cfd:
      return security.UtcTime() >= ForexExpiryUtc(order);
    case SecurityType::Crypto:
    case SecurityType::CryptoFuture:
      return now.Date() > (day_order ? order_time : time_in_force.Expiry()).Date();
    default:
      return now >= security.Exchange.Hours().GetLastDailyMarketClose(
                        day_order ? order_time : time_in_force.Expiry().Date(), false);
  }
}

}  // namespace regimen
