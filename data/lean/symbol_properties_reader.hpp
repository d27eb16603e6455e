#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "framework/securities/symbol_properties_source.hpp"

namespace regimen::lean {

// Where the file stands in a data folder.
inline constexpr char kSymbolPropertiesFile[] = "symbol-properties/symbol-properties-database.csv";

// LEAN's symbol-properties file: rows of market,symbol,type,description,quote_currency,
// contract_multiplier,minimum_price_variation,lot_size[,market_ticker,minimum_order_size,
// price_magnifier,strike_multiplier] after a header line; lines that are blank or begin with # do
// not count.
//
// Opening it finds the rows' keys, a row is parsed when it is asked for: about a millisecond for
// the ten thousand rows of LEAN's file. Not thread-safe; SymbolPropertiesDatabase guards it.
class SymbolPropertiesReader : public SymbolPropertiesSource {
 public:
  // Throws DataError if the file is missing or unreadable, a row has no three columns, or two rows
  // have the same market, symbol and type.
  explicit SymbolPropertiesReader(std::string path);
  ~SymbolPropertiesReader() override;

  // Throws DataError naming the line and column if the row is malformed.
  std::optional<SymbolProperties> Find(const SecurityDatabaseKey& key) override;
  std::optional<std::string> FindMarket(std::string_view ticker,
                                        SecurityType security_type) override;

 private:
  class Rows;

  std::string path_;
  std::unique_ptr<const Rows> rows_;
};

}  // namespace regimen::lean
