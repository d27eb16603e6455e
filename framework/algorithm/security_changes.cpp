#include "framework/algorithm/security_changes.hpp"

#include <algorithm>
#include <utility>

namespace regimen {

namespace {

void SortByTicker(std::vector<Security*>& securities) {
  std::ranges::stable_sort(securities, [](const Security* a, const Security* b) {
    return a->GetSymbol().Value() < b->GetSymbol().Value();
  });
}

std::string Tickers(const std::vector<Security*>& securities) {
  std::string text;
  for (const Security* security : securities) {
    text += (text.empty() ? "" : ",") + security->GetSymbol().Value();
  }
  return text;
}

}  // namespace

SecurityChanges::SecurityChanges(std::vector<Security*> added, std::vector<Security*> removed)
    : added_(std::move(added)), removed_(std::move(removed)) {
  SortByTicker(added_);
  SortByTicker(removed_);
}

std::string SecurityChanges::ToString() const {
  if (Count() == 0) return "SecurityChanges: None";
  std::string text = "SecurityChanges: ";
  if (!added_.empty()) text += "Added: " + Tickers(added_);
  if (!removed_.empty()) text += " Removed: " + Tickers(removed_);
  return text;
}

}  // namespace regimen
