#include "data/generator/generator.hpp"

#include <algorithm>
#include <cctype>
#include <span>

#include <fmt/format.h>

#include "data/generator/date_text.hpp"
#include "data/generator/folder_writer.hpp"
#include "data/generator/market_model.hpp"
#include "data/generator/reference_files.hpp"
#include "data/generator/symbol_files.hpp"
#include "data/generator/symbol_history.hpp"
#include "framework/core/error.hpp"

namespace regimen {
namespace generator {
namespace {

void MakeLower(std::string& text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
}

// LEAN's paths are lower case, and random streams are named by ticker.
GeneratorOptions WithLowerCaseTickers(GeneratorOptions options) {
  for (GeneratedSymbol& symbol : options.symbols) {
    MakeLower(symbol.ticker);
    MakeLower(symbol.former_ticker);
  }
  return options;
}

// The days on which the market's regime changed, with the new one.
std::string RegimesText(std::span<const TradingDay> sessions, std::span<const MarketDay> market) {
  std::string text = "date,regime\n";
  for (std::size_t i = 0; i < market.size(); ++i) {
    if (i > 0 && market[i].regime == market[i - 1].regime) continue;
    text += fmt::format("{},{}\n", CompactDate(sessions[i].date), ToText(market[i].regime));
  }
  return text;
}

std::string NoticeText(const GeneratorOptions& options) {
  std::string tickers;
  for (const GeneratedSymbol& symbol : options.symbols) tickers += " " + symbol.ticker;
  return fmt::format(
      "# Simulated data\n\n"
      "No price, volume, dividend, split or interest rate in this folder ever happened. All of it "
      "was drawn by\nRegimen's generator (`regimen data generate`, `data/generator`) from seed {}, "
      "{} to {}.\nTickers are labels only:{}\n\n"
      "The market's true regime of each day stands in `simulated-regimes.csv` (first day of each "
      "spell). Trading days\nand hours follow the exchange's rules.\n",
      options.seed, DashedDate(options.start), DashedDate(options.end), tickers);
}

void WriteFolderFiles(const GeneratorOptions& options, std::span<const TradingDay> sessions,
                      std::span<const MarketDay> market, FolderWriter& writer) {
  WriteReferenceFiles(writer);
  writer.WriteText("alternative/interest-rate/usa/interest-rate.csv",
                   InterestRateText(sessions, market));
  writer.WriteText("simulated-regimes.csv", RegimesText(sessions, market));
  writer.WriteText("SIMULATED.md", NoticeText(options));
}

}  // namespace
}  // namespace generator

GeneratorReport Generate(const GeneratorOptions& wanted, const std::filesystem::path& folder) {
  using generator::DashedDate;
  using generator::FolderWriter;
  using generator::MarketDay;
  using generator::SymbolHistory;
  using generator::TradingDay;

  Validate(wanted);
  const GeneratorOptions options = generator::WithLowerCaseTickers(wanted);
  const std::vector<TradingDay> sessions = generator::TradingDays(options.start, options.end);
  if (sessions.empty()) {
    throw UsageError(fmt::format("cannot generate data: the exchange is closed from {} to {}",
                                 DashedDate(options.start), DashedDate(options.end)));
  }
  const std::vector<MarketDay> market = generator::SimulateMarket(options.seed, sessions.size());

  GeneratorReport report;
  FolderWriter writer(folder);
  generator::WriteFolderFiles(options, sessions, market, writer);
  for (const GeneratedSymbol& symbol : options.symbols) {
    const SymbolHistory history = generator::SimulateSymbol(options, symbol, sessions, market);
    if (history.days.empty()) {
      throw UsageError(
          fmt::format("cannot generate data: the exchange is closed from {}, the first day of {}, "
                      "to {}",
                      DashedDate(symbol.first_day.value_or(options.start)), symbol.ticker,
                      DashedDate(options.end)));
    }
    generator::SymbolFiles(options, symbol, writer).Write(history);
  }
  for (const MarketDay& day : market) ++report.regime_days.at(static_cast<std::size_t>(day.regime));
  report.symbols = options.symbols.size();
  report.trading_days = sessions.size();
  report.rows = writer.Rows();
  report.files = writer.Files();
  report.bytes = writer.Bytes();
  return report;
}

}  // namespace regimen
