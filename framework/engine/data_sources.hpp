#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "data/lean/data_folder.hpp"
#include "data/lean/factor_file_provider.hpp"
#include "data/lean/map_file_provider.hpp"
#include "data/store/bar_store.hpp"
#include "framework/engine/engine_config.hpp"
#include "framework/feed/price_adjuster.hpp"
#include "framework/securities/market_hours_database.hpp"
#include "framework/securities/symbol_properties_database.hpp"
#include "framework/statistics/interest_rate_provider.hpp"

namespace boost::asio {
class thread_pool;
}

namespace regimen {

// Everything a run reads: the data folders' databases, corporate actions and price files, and the
// user's own CSV files.
//
// Opened once before the strategy is made; it outlives the strategy, whose bars point into it.
class DataSources {
 public:
  // Throws DataError naming a folder or database that is missing or cannot be read. `pool` decodes
  // ahead; null: files are read when they are needed.
  DataSources(const EngineConfig& config, boost::asio::thread_pool* pool);

  const lean::DataFolder& Folder() const { return folder_; }
  MarketHoursDatabase& MarketHours() { return market_hours_; }
  SymbolPropertiesDatabase& SymbolProperties() { return symbol_properties_; }
  const InterestRateProvider& InterestRates() const { return interest_rates_; }
  const lean::MapFileProvider& MapFiles() const { return map_files_; }
  const lean::FactorFileProvider& FactorFiles() const { return factor_files_; }
  store::BarStore& Store() { return store_; }
  AdjustmentPool& Adjustments() { return adjustments_; }
  // A CSV file of the user's, which has at least one bar.
  struct OwnFile {
    std::string file;
    Resolution resolution;
    DateTime first;
    DateTime last;
  };
  // Tickers (upper case) whose only data are a CSV file of the user's, in the order given.
  const std::vector<std::string>& OwnTickers() const { return own_tickers_; }
  bool IsOwn(const std::string& ticker) const { return FindOwn(ticker) != nullptr; }
  // Null for a ticker of the data folder's.
  const OwnFile* FindOwn(const std::string& ticker) const;

  // What the user should know about how the own files were taken.
  store::DataRequests Requests() const { return store_.Requests(); }
  const std::vector<std::string>& Notes() const { return notes_; }

  // The identifier a ticker has today; one without date for own tickers and unknown ones.
  Symbol Resolve(const std::string& ticker, const std::string& market, SecurityType type) const;
  // Letter of the exchange that lists it today; empty for own tickers and unknown ones.
  std::string PrimaryExchange(const Symbol& symbol) const;

 private:
  void ReadOwnFiles(const EngineConfig& config);

  lean::DataFolder folder_;
  MarketHoursDatabase market_hours_;
  SymbolPropertiesDatabase symbol_properties_;
  InterestRateProvider interest_rates_;
  lean::MapFileProvider map_files_;
  lean::FactorFileProvider factor_files_;
  store::BarStore store_;
  AdjustmentPool adjustments_;
  std::vector<std::string> own_tickers_;
  std::vector<OwnFile> own_files_;
  std::vector<std::string> notes_;
};

}  // namespace regimen
