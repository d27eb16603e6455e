// Real bars of LEAN's data in order of their end, for tests that trade on them without an engine.
#pragma once

#include <charconv>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/lean/zip_reader.hpp"
#include "framework/market/price_adjustment.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen::tests {

class Replay {
 public:
  explicit Replay(std::filesystem::path lean_data)
      : equities_(std::move(lean_data) / "equity/usa") {}

  // Regular-session minute bars, trade and quote, of `days` (yyyyMMdd). Every price x `factor`.
  void AddMinutes(const Symbol& symbol, const std::vector<std::string>& days, Decimal factor) {
    const PriceAdjustment& adjustment = Adjustment(factor);
    for (const std::string& day : days) {
      const auto base = (equities_ / "minute" / Folder(symbol) / day).string();
      const DateTime midnight = DateTime::ParseExact(day, "yyyyMMdd");
      const auto start = [&](std::string_view field) {
        return midnight.AddMilliseconds(Integer(field));
      };
      ForEachRow(base + "_trade.zip", [&](const Row& row) {
        AddTrade(symbol, start(row[0]), TimeSpan::FromMinutes(1), row, adjustment);
      });
      ForEachRow(base + "_quote.zip",
                 [&](const Row& row) { AddQuote(symbol, start(row[0]), row, adjustment); });
    }
  }

  // Regular-session hour bars from `first` to `last` (yyyyMMdd).
  void AddHours(const Symbol& symbol, std::string_view first, std::string_view last,
                Decimal factor) {
    const PriceAdjustment& adjustment = Adjustment(factor);
    ForEachRow((equities_ / "hour" / (Folder(symbol) + ".zip")).string(), [&](const Row& row) {
      const std::string_view day = row[0].substr(0, 8);
      if (day < first || day > last) return;
      AddTrade(symbol, DateTime::ParseExact(row[0], "yyyyMMdd HH:mm"), TimeSpan::FromHours(1), row,
               adjustment);
    });
  }

  // Moves the world's clock from bar to bar: prices, waiting orders, `before_data` (margin calls),
  // `on_data`, then the end of the step.
  void Run(
      TradingWorld& world, const std::function<void()>& on_data,
      const std::function<void()>& before_data = [] {}) {
    for (const auto& [end_local, bars] : steps_) {
      world.MoveTo(ConvertToUtc(end_local, TimeZones::NewYork()));
      for (const TradeBar& bar : bars.trades) world.securities[bar.GetSymbol()].Cache.Store(bar);
      for (const QuoteBar& bar : bars.quotes) world.securities[bar.GetSymbol()].Cache.Store(bar);
      world.portfolio.InvalidateTotalPortfolioValue();
      world.handler.ProcessSynchronousEvents();
      before_data();
      on_data();
      world.handler.ProcessSynchronousEvents();
    }
  }

 private:
  using Row = std::vector<std::string_view>;
  struct Bars {
    std::vector<TradeBar> trades;
    std::vector<QuoteBar> quotes;
  };

  static std::int64_t Integer(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  static std::string Folder(const Symbol& symbol) {
    std::string folder = symbol.Value();
    for (char& c : folder) c = static_cast<char>(c - 'A' + 'a');
    return folder;
  }

  const PriceAdjustment& Adjustment(Decimal factor) {
    return *adjustments_.emplace_back(std::make_unique<PriceAdjustment>(factor));
  }

  // A missing file has no rows.
  static void ForEachRow(const std::string& file, const std::function<void(const Row&)>& use) {
    const auto content = lean::ZipReader::ForThisThread().ReadFirstEntry(file);
    if (!content) return;
    std::string_view text = *content;
    while (!text.empty()) {
      std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      Row row;
      for (std::size_t comma = 0; comma != std::string_view::npos;) {
        comma = line.find(',');
        row.push_back(line.substr(0, comma));
        line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
      }
      use(row);
    }
  }

  static Bar BarAt(const Row& row, std::size_t at, const PriceAdjustment& adjustment) {
    const auto price = [&](std::size_t i) { return Decimal::FromScaled(Integer(row[at + i]), 4); };
    return {price(0), price(1), price(2), price(3), adjustment};
  }

  Bars& StepOf(DateTime start, TimeSpan period) { return steps_[start + period]; }

  static bool InSession(DateTime start) {
    return start.TimeOfDay() >= TimeSpan(9, 0, 0) && start.TimeOfDay() < TimeSpan(16, 0, 0);
  }

  void AddTrade(const Symbol& symbol, DateTime start, TimeSpan period, const Row& row,
                const PriceAdjustment& adjustment) {
    const bool minute = period < TimeSpan::FromHours(1);
    if (!InSession(start) || (minute && start.TimeOfDay() < TimeSpan(9, 30, 0))) return;
    TradeBar bar(start, symbol, Bar(), 0, period);
    bar.SetRow(BarAt(row, 1, adjustment), Integer(row[5]));
    bar.SetAdjustment(adjustment);
    StepOf(start, period).trades.push_back(bar);
  }

  void AddQuote(const Symbol& symbol, DateTime start, const Row& row,
                const PriceAdjustment& adjustment) {
    if (!InSession(start) || start.TimeOfDay() < TimeSpan(9, 30, 0)) return;
    const TimeSpan period = TimeSpan::FromMinutes(1);
    QuoteBar bar(start, symbol, period);
    bar.SetBid(BarAt(row, 1, adjustment), Integer(row[5]));
    bar.SetAsk(BarAt(row, 6, adjustment), Integer(row[10]));
    StepOf(start, period).quotes.push_back(bar);
  }

  std::filesystem::path equities_;
  std::vector<std::unique_ptr<PriceAdjustment>> adjustments_;
  std::map<DateTime, Bars> steps_;
};

}  // namespace regimen::tests
