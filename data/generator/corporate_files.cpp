#include "data/generator/corporate_files.hpp"

#include <ranges>
#include <vector>

#include <fmt/format.h>

#include "data/generator/date_text.hpp"

namespace regimen::generator {
namespace {

constexpr std::string_view kEndOfTime = "20501231";

// Up to seven decimals, no trailing zeros.
std::string FactorText(double factor) {
  std::string text = fmt::format("{:.7f}", factor);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// Cents at most, no trailing zeros.
std::string PriceText(Price price) {
  std::string text = fmt::format("{}.{:02}", price / kDollar, price % kDollar / kCent);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::string FactorFileText(const SymbolHistory& history) {
  double price_factor = 1.0;
  double split_factor = 1.0;
  std::vector<std::string> rows = {fmt::format("{},1,1,0", kEndOfTime)};
  for (const CorporateAction& action : history.actions | std::views::reverse) {
    const SymbolDay& before = history.days[action.ex_day - 1];
    const auto reference = static_cast<double>(before.close);
    price_factor *= (reference - static_cast<double>(action.dividend)) / reference;
    split_factor /= action.new_shares;
    rows.push_back(fmt::format("{},{},{},{}", CompactDate(before.session.date),
                               FactorText(price_factor), FactorText(split_factor),
                               PriceText(before.close)));
  }
  const bool first_has_row = !history.actions.empty() && history.actions.front().ex_day == 1;
  if (!first_has_row) {
    rows.push_back(fmt::format("{},{},{},1", CompactDate(history.days.front().session.date),
                               FactorText(price_factor), FactorText(split_factor)));
  }
  std::string text;
  for (const std::string& row : rows | std::views::reverse) text.append(row).append("\n");
  return text;
}

std::string MapFileText(const GeneratedSymbol& symbol, const SymbolHistory& history) {
  const Date first = symbol.listed.value_or(history.days.front().session.date);
  const std::string& oldest = symbol.renamed ? symbol.former_ticker : symbol.ticker;
  std::string text = fmt::format("{},{},{}\n", CompactDate(first), oldest, symbol.exchange);
  if (symbol.renamed) {
    text += fmt::format("{},{},{}\n", CompactDate(*symbol.renamed), symbol.former_ticker,
                        symbol.exchange);
  }
  return text + fmt::format("{},{},{}\n", kEndOfTime, symbol.ticker, symbol.exchange);
}

}  // namespace regimen::generator
