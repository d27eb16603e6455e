#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "framework/core/symbol.hpp"
#include "framework/securities/security_database_key.hpp"
#include "framework/securities/symbol_properties.hpp"
#include "framework/securities/symbol_properties_source.hpp"

namespace regimen {

// The properties of every security: rows of a source, read when first asked for. (LEAN:
// SymbolPropertiesDatabase.)
//
// Safe to use from several threads.
class SymbolPropertiesDatabase {
 public:
  explicit SymbolPropertiesDatabase(std::unique_ptr<SymbolPropertiesSource> source);
  ~SymbolPropertiesDatabase();
  SymbolPropertiesDatabase(const SymbolPropertiesDatabase&) = delete;
  SymbolPropertiesDatabase& operator=(const SymbolPropertiesDatabase&) = delete;

  // Looks up the ticker, then `[*]`; without either the default with this quote currency. Throws
  // DataError if the row is malformed.
  std::shared_ptr<const SymbolProperties> GetSymbolProperties(
      std::string_view market, std::string_view ticker, SecurityType security_type,
      std::string_view default_quote_currency);
  std::shared_ptr<const SymbolProperties> GetSymbolProperties(
      const Symbol& symbol, std::string_view default_quote_currency) {
    return GetSymbolProperties(symbol.Market(), SecurityDatabaseKey::SymbolKey(symbol),
                               symbol.SecurityType(), default_quote_currency);
  }
  // Whether there is a row of exactly this ticker: crypto cannot be traded without one.
  bool ContainsKey(std::string_view market, std::string_view ticker, SecurityType security_type);
  // The first market that lists the ticker, or nullopt.
  std::optional<std::string> TryGetMarket(std::string_view ticker, SecurityType security_type);

  // Puts properties in place of the source's.
  void SetEntry(std::string_view market, std::string_view ticker, SecurityType security_type,
                SymbolProperties properties);

 private:
  std::shared_ptr<const SymbolProperties> Find(const SecurityDatabaseKey& key);

  std::mutex mutex_;
  std::unique_ptr<SymbolPropertiesSource> source_;
  // Null: the source has no row of this key.
  std::map<SecurityDatabaseKey, std::shared_ptr<const SymbolProperties>> entries_;
};

}  // namespace regimen
