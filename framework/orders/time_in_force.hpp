#pragma once

#include <cstdint>

#include "framework/core/date_time.hpp"

namespace regimen {

// How long an order stays open (LEAN's TimeInForce): until cancelled, until the end of its session,
// or until the end of the session of a date. `IsOrderExpired` (framework/securities) applies it.
class TimeInForce {
 public:
  enum class Kind : std::uint8_t { GoodTilCanceled, Day, GoodTilDate };

  static const TimeInForce GoodTilCanceled;
  static const TimeInForce Day;

  constexpr TimeInForce() = default;
  static constexpr TimeInForce GoodTilDate(DateTime expiry) { return {Kind::GoodTilDate, expiry}; }

  constexpr Kind GetKind() const { return kind_; }
  // The last date, in the exchange's time zone. Requires: a good-til-date order.
  constexpr DateTime Expiry() const { return expiry_; }

  friend constexpr bool operator==(const TimeInForce&, const TimeInForce&) = default;

 private:
  constexpr TimeInForce(Kind kind, DateTime expiry) : kind_(kind), expiry_(expiry) {}

  Kind kind_ = Kind::GoodTilCanceled;
  DateTime expiry_;
};

inline constexpr TimeInForce TimeInForce::GoodTilCanceled{};
inline constexpr TimeInForce TimeInForce::Day{Kind::Day, DateTime()};

}  // namespace regimen
