#include "framework/market/ticks.hpp"

#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen {

namespace {

[[noreturn]] void FailAbsent(std::string_view name) {
  throw ArgumentError("'" + std::string(name) +
                      "' has no ticks in this slice: ask ContainsKey or TryGetValue first");
}

}  // namespace

const std::vector<Tick>* Ticks::Find(const Symbol& symbol) const {
  for (const Entry& entry : *this) {
    if (entry.first == symbol) return &entry.second;
  }
  return nullptr;
}

const std::vector<Tick>* Ticks::Find(std::string_view ticker) const {
  const std::string name = UpperCase(ticker);
  for (const Entry& entry : *this) {
    if (entry.first.Value() == name) return &entry.second;
  }
  // One that trades under another ticker by now.
  const Symbol symbol = tickers_ == nullptr ? Symbol() : tickers_->FindSymbol(ticker);
  return symbol ? Find(symbol) : nullptr;
}

const std::vector<Tick>& Ticks::operator[](const Symbol& symbol) const {
  if (const std::vector<Tick>* list = Find(symbol)) return *list;
  FailAbsent(symbol.Value());
}

const std::vector<Tick>& Ticks::operator[](std::string_view ticker) const {
  if (const std::vector<Tick>* list = Find(ticker)) return *list;
  FailAbsent(ticker);
}

std::vector<Symbol> Ticks::Keys() const {
  std::vector<Symbol> keys;
  for (const Entry& entry : *this) keys.push_back(entry.first);
  return keys;
}

std::vector<Tick>& Ticks::ListOf(const Symbol& symbol, std::size_t& position) {
  for (position = 0; position < used_; ++position) {
    if (entries_[position].first == symbol) return entries_[position].second;
  }
  if (used_ == entries_.size()) entries_.emplace_back();
  Entry& entry = entries_[used_++];
  entry.first = symbol;
  return entry.second;
}

void Ticks::Clear() {
  for (std::size_t i = 0; i < used_; ++i) entries_[i].second.clear();
  used_ = 0;
}

}  // namespace regimen
