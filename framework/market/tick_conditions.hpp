#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace regimen {

// Where a tick came from and under which conditions: exchange, condition flags, and whether its
// source doubts it.
//
// Interned: there are few of them and millions of ticks, so a tick keeps a reference. Entries live
// for the whole process; equal ones are one object. Safe from several threads.
class TickConditions {
 public:
  // The one object that says this; made when it is asked for the first time. Takes a lock.
  static const TickConditions& Of(std::string_view exchange, std::string_view sale_condition,
                                  bool suspicious);
  // Nothing is known.
  static const TickConditions& None();

  // The exchange's letter, "N"; empty for one that LEAN does not know (Common/Exchange.cs).
  const std::string& ExchangeCode() const { return exchange_code_; }
  // The flags as they stand in the file, hexadecimal.
  const std::string& SaleCondition() const { return sale_condition_; }
  // The flags as a number; 0 where they are none.
  std::uint32_t Flags() const { return flags_; }
  bool Suspicious() const { return suspicious_; }

 private:
  TickConditions(std::string_view exchange, std::string_view sale_condition, bool suspicious);
  class Pool;

  std::string exchange_code_;
  std::string sale_condition_;
  std::uint32_t flags_ = 0;
  bool suspicious_ = false;
};

// The letter under which LEAN knows an exchange; empty when it is not known.
std::string_view ExchangeCodeOf(std::string_view exchange);

}  // namespace regimen
