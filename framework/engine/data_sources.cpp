#include "framework/engine/data_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "data/csv/csv_bars.hpp"
#include "data/lean/interest_rate_reader.hpp"
#include "data/lean/market_hours_reader.hpp"
#include "data/lean/symbol_properties_reader.hpp"
#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"
#include "framework/market/tick_conditions.hpp"

namespace regimen {

namespace {

// LEAN resolves tickers as of today; every ticker in use is mapped up to this date.
constexpr DateTime kToday(2050, 12, 31);

lean::DataFolder OpenFolders(const EngineConfig& config) {
  std::vector<std::filesystem::path> roots;
  for (const std::filesystem::path& root : config.data_folders) {
    if (std::filesystem::is_directory(root)) roots.push_back(root);
  }
  if (!roots.empty()) return lean::DataFolder(std::move(roots));
  std::string looked_for;
  for (const auto& root : config.data_folders) {
    looked_for += (looked_for.empty() ? "" : ", ") + root.string();
  }
  throw DataError(looked_for, 0,
                  "there is no such data folder; give --data-folder a folder in LEAN's layout, or "
                  "make one with `regimen data generate`");
}

std::string Require(const lean::DataFolder& folder, std::string_view file) {
  if (auto found = folder.Find(file)) return *found;
  throw DataError(folder.Candidates(file).front(), 0,
                  "the file is missing; a data folder needs it. Copy it from LEAN's Data folder or "
                  "make a folder with `regimen data generate`");
}

std::string FirstCandidate(const lean::DataFolder& folder, std::string_view file) {
  const auto found = folder.Find(file);
  return found ? *found : folder.Candidates(file).front();
}

}  // namespace

DataSources::DataSources(const EngineConfig& config, boost::asio::thread_pool* pool)
    : folder_(OpenFolders(config)),
      market_hours_(
          std::make_unique<lean::MarketHoursReader>(Require(folder_, lean::kMarketHoursFile))),
      symbol_properties_(std::make_unique<lean::SymbolPropertiesReader>(
          Require(folder_, lean::kSymbolPropertiesFile))),
      interest_rates_(lean::ReadInterestRates(FirstCandidate(folder_, lean::kInterestRateFile))),
      map_files_(folder_),
      factor_files_(folder_),
      store_(folder_, pool) {
  if (config.force_exchange_always_open) market_hours_.ForceAlwaysOpen();
  ReadOwnFiles(config);
}

void DataSources::ReadOwnFiles(const EngineConfig& config) {
  for (const CsvInput& input : config.csv_inputs) {
    csv::CsvBars csv = csv::ReadCsvFile(input.file.string());
    own_tickers_.push_back(UpperCase(input.symbol));
    own_files_.push_back({input.file.string(), csv.resolution, csv.bars.Times()[0],
                          csv.bars.Times()[csv.bars.Size() - 1]});
    store_.AddOwn(
        {SecurityType::Equity, "usa", own_tickers_.back(), csv.resolution, TickType::Trade},
        std::move(csv.bars));
    for (const std::string& note : csv.notes) notes_.push_back(own_tickers_.back() + ": " + note);
  }
}

const DataSources::OwnFile* DataSources::FindOwn(const std::string& ticker) const {
  const auto at = std::ranges::find(own_tickers_, ticker);
  if (at == own_tickers_.end()) return nullptr;
  return &own_files_[static_cast<std::size_t>(at - own_tickers_.begin())];
}

Symbol DataSources::Resolve(const std::string& ticker, const std::string& market,
                            SecurityType type) const {
  if (type != SecurityType::Equity) {
    throw ArgumentError(std::string(ToText(type)) +
                        " securities cannot be added yet; AddEquity "
                        "adds equities");
  }
  const std::string name = UpperCase(ticker);
  if (market != "usa" || IsOwn(name)) {
    return Symbol(
        SecurityIdentifier::GenerateEquity(SecurityIdentifier::DefaultDate(), name, market), name);
  }
  return Symbol(map_files_.Identify(name, kToday), name);
}

std::string DataSources::PrimaryExchange(const Symbol& symbol) const {
  if (symbol.SecurityType() != SecurityType::Equity || IsOwn(symbol.Value())) return {};
  return std::string(ExchangeCodeOf(map_files_.Resolve(symbol.ID()).PrimaryExchange()));
}

}  // namespace regimen
