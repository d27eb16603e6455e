#include "framework/market/tick_conditions.hpp"

#include <charconv>
#include <map>
#include <mutex>
#include <tuple>

namespace regimen {

namespace {

// LEAN's exchanges of US equities; T is Nasdaq by its older letter.
constexpr std::string_view kKnownExchanges = "ABCDIJKLMNPQSWXYZ";

std::uint32_t ParsedFlags(std::string_view text) {
  std::uint32_t flags = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, flags, 16);
  return error == std::errc() && rest == end ? flags : 0;
}

}  // namespace

std::string_view ExchangeCodeOf(std::string_view exchange) {
  while (!exchange.empty() && exchange.front() == ' ') exchange.remove_prefix(1);
  while (!exchange.empty() && exchange.back() == ' ') exchange.remove_suffix(1);
  if (exchange.size() != 1) return {};
  const char letter = exchange.front() == 'T' ? 'Q' : exchange.front();
  const std::size_t at = kKnownExchanges.find(letter);
  return at == std::string_view::npos ? std::string_view() : kKnownExchanges.substr(at, 1);
}

// All conditions of the process. A global as Symbol's is: ticks outlive runs. It holds texts only.
class TickConditions::Pool {
 public:
  static Pool& Instance() {
    // Never destroyed: ticks in static storage may outlive any destructor's turn.
    static Pool& pool = *new Pool();
    return pool;
  }

  const TickConditions& Intern(std::string_view exchange, std::string_view sale_condition,
                               bool suspicious) {
    const std::scoped_lock lock(mutex_);
    const auto found = all_.find(std::tuple(exchange, sale_condition, suspicious));
    if (found != all_.end()) return found->second;
    const auto key = std::tuple(std::string(exchange), std::string(sale_condition), suspicious);
    return all_.emplace(key, TickConditions(exchange, sale_condition, suspicious)).first->second;
  }

 private:
  std::mutex mutex_;
  // Node based: references stay valid while the pool grows.
  std::map<std::tuple<std::string, std::string, bool>, TickConditions, std::less<>> all_;
};

TickConditions::TickConditions(std::string_view exchange, std::string_view sale_condition,
                               bool suspicious)
    : exchange_code_(ExchangeCodeOf(exchange)),
      sale_condition_(sale_condition),
      flags_(ParsedFlags(sale_condition)),
      suspicious_(suspicious) {}

const TickConditions& TickConditions::Of(std::string_view exchange, std::string_view sale_condition,
                                         bool suspicious) {
  return Pool::Instance().Intern(exchange, sale_condition, suspicious);
}

const TickConditions& TickConditions::None() {
  static const TickConditions& none = Of({}, {}, false);
  return none;
}

}  // namespace regimen
