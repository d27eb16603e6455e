#include "data/lean/price_file.hpp"

#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::lean {
namespace {

bool IsCrypto(SecurityType type) {
  return type == SecurityType::Crypto || type == SecurityType::CryptoFuture;
}

void CheckHasLayout(SecurityType type) {
  switch (type) {
    case SecurityType::Equity:
    case SecurityType::Forex:
    case SecurityType::Cfd:
    case SecurityType::Crypto:
    case SecurityType::CryptoFuture:
    case SecurityType::Index:
      return;
    case SecurityType::Base:
    case SecurityType::Option:
    case SecurityType::Commodity:
    case SecurityType::Future:
    case SecurityType::FutureOption:
    case SecurityType::IndexOption:
      break;
  }
  throw ArgumentError("price files of kind " + std::string(ToText(type)) +
                      " are not supported; expected Equity, Forex, Cfd, Crypto, CryptoFuture or "
                      "Index");
}

// Equity tick files spell their entries differently from all others: 20131007_spy_Trade_Tick.csv.
std::string EntryOfDate(const PriceSeries& series, const std::string& date) {
  const std::string ticker = LowerCase(series.ticker);
  const std::string_view tick_type = ToText(series.tick_type);
  if (series.resolution == Resolution::Tick && series.security_type == SecurityType::Equity) {
    return date + "_" + ticker + "_" + std::string(tick_type) + "_Tick.csv";
  }
  const std::string suffix = series.security_type == SecurityType::CryptoFuture ? "_perp" : "";
  return date + "_" + ticker + "_" + LowerCase(ToText(series.resolution)) + "_" +
         LowerCase(tick_type) + suffix + ".csv";
}

}  // namespace

std::string FolderOf(const PriceSeries& series) {
  CheckHasLayout(series.security_type);
  std::string folder = LowerCase(ToText(series.security_type)) + "/" + LowerCase(series.market) +
                       "/" + LowerCase(ToText(series.resolution));
  if (!series.IsWholeHistory()) folder += "/" + LowerCase(series.ticker);
  return folder;
}

PriceFile FileOf(const PriceSeries& series, DateTime date) {
  PriceFile file;
  file.path = FolderOf(series) + "/";
  file.security = LowerCase(ToText(series.security_type)) + "/" + LowerCase(series.market) + "/" +
                  LowerCase(series.ticker);
  file.tick_type = series.tick_type;
  file.whole_history = series.IsWholeHistory();
  file.ticks = series.resolution == Resolution::Tick;
  // Equity prices are written in 1/10000 dollars, all others as they are.
  file.format.price_scale = series.security_type == SecurityType::Equity ? 4 : 0;
  const std::string tick_type = LowerCase(ToText(series.tick_type));
  if (file.whole_history) {
    const std::string ticker = LowerCase(series.ticker);
    file.path += IsCrypto(series.security_type) ? ticker + "_" + tick_type : ticker;
    file.entry = ticker + ".csv";
    file.format.time = RowTime::DateAndMinute;
  } else {
    const std::string day = date.ToString("yyyyMMdd");
    file.path += day + "_" + tick_type;
    file.entry = EntryOfDate(series, day);
    file.format.time = RowTime::MillisecondsOfDay;
    file.format.date = date.Date();
  }
  file.path += ".zip";
  return file;
}

}  // namespace regimen::lean
