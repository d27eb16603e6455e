#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "framework/core/security_type.hpp"
#include "framework/securities/security_database_key.hpp"
#include "framework/securities/symbol_properties.hpp"

namespace regimen {

// Where symbol properties come from, e.g. the CSV file of LEAN's data folder.
class SymbolPropertiesSource {
 public:
  virtual ~SymbolPropertiesSource() = default;

  // The properties of exactly this key, or nullopt. Throws DataError if they are malformed.
  virtual std::optional<SymbolProperties> Find(const SecurityDatabaseKey& key) = 0;
  // The first market that lists the ticker under this type, or nullopt.
  virtual std::optional<std::string> FindMarket(std::string_view ticker,
                                                SecurityType security_type) = 0;
};

}  // namespace regimen
