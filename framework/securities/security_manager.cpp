#include "framework/securities/security_manager.hpp"

#include <algorithm>
#include <string>

#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen {

namespace {

[[noreturn]] void ThrowUnknown(std::string_view name) {
  throw ArgumentError("'" + std::string(name) +
                      "' is not among the securities: add it first, e.g. AddEquity(\"" +
                      std::string(name) + "\")");
}

}  // namespace

Security* SecurityManager::Find(const Symbol& symbol) const {
  const auto found = by_symbol_.find(symbol);
  return found == by_symbol_.end() ? nullptr : found->second;
}

Security* SecurityManager::Find(std::string_view ticker) const {
  const auto matches = [name = UpperCase(ticker)](const Security* security) {
    return security->GetSymbol().Value() == name;
  };
  const auto found = std::ranges::find_if(all_.rbegin(), all_.rend(), matches);
  return found == all_.rend() ? nullptr : *found;
}

Security& SecurityManager::operator[](const Symbol& symbol) const {
  if (Security* security = Find(symbol)) return *security;
  ThrowUnknown(symbol ? symbol.Value() : "(no symbol)");
}

Security& SecurityManager::operator[](std::string_view ticker) const {
  if (Security* security = Find(ticker)) return *security;
  ThrowUnknown(ticker);
}

std::vector<Security*> SecurityManager::Values() const {
  std::vector<Security*> values;
  for (Security* security : slots_) {
    if (security != nullptr) values.push_back(security);
  }
  return values;
}

std::vector<Symbol> SecurityManager::Keys() const {
  std::vector<Symbol> keys;
  for (const auto& [symbol, security] : *this) keys.push_back(symbol);
  return keys;
}

void SecurityManager::Add(Security& security) {
  if (std::ranges::find(slots_, &security) != slots_.end()) return;
  if (free_slots_.empty()) {
    slots_.push_back(&security);
  } else {
    slots_[free_slots_.back()] = &security;
    free_slots_.pop_back();
  }
  ++count_;
  ++version_;
  if (by_symbol_.insert_or_assign(security.GetSymbol(), &security).second) {
    all_.push_back(&security);
  }
}

void SecurityManager::Remove(const Symbol& symbol) {
  const auto at = std::ranges::find_if(slots_, [&](const Security* security) {
    return security != nullptr && security->GetSymbol() == symbol;
  });
  if (at == slots_.end()) return;
  *at = nullptr;
  free_slots_.push_back(static_cast<std::size_t>(at - slots_.begin()));
  --count_;
  ++version_;
}

}  // namespace regimen
