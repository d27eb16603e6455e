#include "data/generator/symbol_history.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "data/generator/portable_math.hpp"
#include "data/generator/random.hpp"

namespace regimen::generator {
namespace {

using std::chrono::year_month_day;

constexpr double kMinimumPrice = 1.0;
constexpr std::int64_t kLot = 100;

Price ToCents(double dollars) {
  return static_cast<Price>(std::floor(dollars * 100.0 + 0.5)) * kCent;
}

double ToDollars(Price price) { return static_cast<double>(price) / kDollar; }

// Draws one symbol's days one after the other.
class Simulation {
 public:
  Simulation(const GeneratorOptions& options, const GeneratedSymbol& symbol)
      : symbol_(symbol),
        pays_dividends_(options.dividends && symbol.dividend_yield > 0.0),
        splits_(options.splits && symbol.split_above > 0.0),
        daily_(options.seed, symbol.ticker + " days"),
        corporate_(options.seed, symbol.ticker + " corporate actions"),
        price_(symbol.start_price),
        dividend_month_(static_cast<unsigned>(corporate_.Between(0, 2))),
        dividend_day_(static_cast<unsigned>(corporate_.Between(8, 21))) {}

  void Add(const TradingDay& session, const MarketDay& market) {
    if (!history_.days.empty()) TakeCorporateAction(session);
    const double noise =
        symbol_.volatility * ParametersOf(market.regime).own_volatility / std::sqrt(kDaysPerYear);
    const double drift = symbol_.drift / kDaysPerYear;
    const double overnight = symbol_.beta * market.overnight + kOvernightShare * drift +
                             noise * std::sqrt(kOvernightShare) * daily_.FatTailed();
    const double intraday = symbol_.beta * market.intraday + (1.0 - kOvernightShare) * drift +
                            noise * std::sqrt(1.0 - kOvernightShare) * daily_.FatTailed();
    const double open = std::max(price_ * Exp(overnight), kMinimumPrice);
    price_ = std::max(open * Exp(intraday), kMinimumPrice);
    history_.days.push_back(MakeDay(session, market.regime, open, noise));
  }

  SymbolHistory Take() { return std::move(history_); }

 private:
  // A quarter's dividend on the first trading day on or after the symbol's day of the month; a
  // split on the first trading day of a month. The days of the month cannot meet.
  void TakeCorporateAction(const TradingDay& session) {
    const year_month_day before(history_.days.back().session.date);
    const year_month_day today(session.date);
    const bool new_month = before.month() != today.month();
    const unsigned month = static_cast<unsigned>(today.month()) % 3;
    const std::chrono::day due(dividend_day_);
    if (pays_dividends_ && month == dividend_month_ && today.day() >= due &&
        (new_month || before.day() < due)) {
      PayDividend();
    } else if (splits_ && new_month && price_ > symbol_.split_above) {
      Split();
    }
  }

  void PayDividend() {
    const double share = symbol_.dividend_yield / 4.0 * (0.9 + 0.2 * corporate_.Uniform());
    const Price dividend = ToCents(price_ * share);
    if (dividend == 0) return;
    history_.actions.push_back({.ex_day = history_.days.size(), .dividend = dividend});
    price_ -= ToDollars(dividend);
  }

  void Split() {
    constexpr std::array kRatios = {2, 3, 4, 5, 7, 10, 20};
    const auto enough = [this](int ratio) { return price_ / ratio <= symbol_.split_above / 3.0; };
    const auto found = std::find_if(kRatios.begin(), kRatios.end(), enough);
    const int ratio = found == kRatios.end() ? kRatios.back() : *found;
    history_.actions.push_back({.ex_day = history_.days.size(), .new_shares = ratio});
    price_ /= ratio;
    shares_ *= ratio;
  }

  SymbolDay MakeDay(const TradingDay& session, MarketRegime regime, double open, double noise) {
    const RegimeParameters& parameters = ParametersOf(regime);
    const double market = symbol_.beta * parameters.yearly_volatility / std::sqrt(kDaysPerYear);
    const double variance = (market * market + noise * noise) * (1.0 - kOvernightShare);
    SymbolDay day{.session = session,
                  .open = ToCents(open),
                  .high = ToCents(BridgeExtreme(open, variance, 1.0)),
                  .low = ToCents(BridgeExtreme(open, variance, -1.0)),
                  .close = ToCents(price_),
                  .volume = 0,
                  .regime = regime};
    day.high = std::max({day.high, day.open, day.close});
    day.low = std::max(std::min({day.low, day.open, day.close}), kCent);
    const double move = std::abs(price_ / open - 1.0) / std::sqrt(variance);
    const double shares = static_cast<double>(symbol_.volume) * shares_ * parameters.volume *
                          (0.75 + 0.3 * move) * Exp(0.22 * daily_.Normal());
    day.volume = std::max(static_cast<std::int64_t>(shares) / kLot, std::int64_t{10}) * kLot;
    return day;
  }

  // The highest (side 1) or lowest (side -1) price between the open and price_: the extreme of a
  // Brownian bridge, whose distribution is exp(-2 (m - a)(m - b) / variance) for extreme m and ends
  // a and b (Rayleigh), in log prices relative to the open.
  double BridgeExtreme(double open, double variance, double side) {
    const double end = side * Log(price_ / open);
    const double u = 1.0 - daily_.Uniform();
    const double extreme = 0.5 * (end + std::sqrt(end * end - 2.0 * variance * Log(u)));
    return open * Exp(side * extreme);
  }

  const GeneratedSymbol& symbol_;
  bool pays_dividends_;
  bool splits_;
  Random daily_;
  Random corporate_;
  double price_;         // dollars, unrounded, last close
  double shares_ = 1.0;  // today's shares for each one of the first day
  unsigned dividend_month_;
  unsigned dividend_day_;
  SymbolHistory history_;
};

}  // namespace

SymbolHistory SimulateSymbol(const GeneratorOptions& options, const GeneratedSymbol& symbol,
                             std::span<const TradingDay> sessions,
                             std::span<const MarketDay> market) {
  Simulation simulation(options, symbol);
  const Date first = symbol.first_day.value_or(options.start);
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    if (sessions[i].date >= first) simulation.Add(sessions[i], market[i]);
  }
  return simulation.Take();
}

}  // namespace regimen::generator
