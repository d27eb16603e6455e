#include "framework/securities/symbol_properties_database.hpp"

#include <utility>

namespace regimen {

SymbolPropertiesDatabase::SymbolPropertiesDatabase(std::unique_ptr<SymbolPropertiesSource> source)
    : source_(std::move(source)) {}

SymbolPropertiesDatabase::~SymbolPropertiesDatabase() = default;

std::shared_ptr<const SymbolProperties> SymbolPropertiesDatabase::GetSymbolProperties(
    std::string_view market, std::string_view ticker, SecurityType security_type,
    std::string_view default_quote_currency) {
  const std::lock_guard lock(mutex_);
  const SecurityDatabaseKey key(market, ticker, security_type);
  if (auto own = Find(key)) return own;
  if (security_type == SecurityType::FutureOption) {
    if (auto future = Find({market, ticker, SecurityType::Future})) return future;
  }
  if (auto common = Find(key.CommonKey())) return common;
  return std::make_shared<const SymbolProperties>(
      SymbolProperties::GetDefault(default_quote_currency));
}

bool SymbolPropertiesDatabase::ContainsKey(std::string_view market, std::string_view ticker,
                                           SecurityType security_type) {
  const std::lock_guard lock(mutex_);
  return Find({market, ticker, security_type}) != nullptr;
}

std::optional<std::string> SymbolPropertiesDatabase::TryGetMarket(std::string_view ticker,
                                                                  SecurityType security_type) {
  const std::lock_guard lock(mutex_);
  return source_->FindMarket(ticker, security_type);
}

void SymbolPropertiesDatabase::SetEntry(std::string_view market, std::string_view ticker,
                                        SecurityType security_type, SymbolProperties properties) {
  const std::lock_guard lock(mutex_);
  entries_[{market, ticker, security_type}] =
      std::make_shared<const SymbolProperties>(std::move(properties));
}

std::shared_ptr<const SymbolProperties> SymbolPropertiesDatabase::Find(
    const SecurityDatabaseKey& key) {
  if (const auto known = entries_.find(key); known != entries_.end()) return known->second;
  std::shared_ptr<const SymbolProperties> properties;
  if (auto row = source_->Find(key)) {
    properties = std::make_shared<const SymbolProperties>(*std::move(row));
  }
  return entries_.emplace(key, std::move(properties)).first->second;
}

}  // namespace regimen
