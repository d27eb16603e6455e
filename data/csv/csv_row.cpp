#include "data/csv/csv_row.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

#include "data/csv/csv_time.hpp"
#include "framework/core/decimal.hpp"

namespace regimen::csv {
namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();

DateTime ReadTime(const lean::CsvLines& line, const CsvHeader& header) {
  std::string text(Unquoted(line.Fields()[header.date]));
  if (header.time) text.append(" ").append(Unquoted(line.Fields()[*header.time]));
  const auto time = ParseCsvTime(text);
  if (!time) {
    line.ThrowField(header.date, "a date as yyyy-MM-dd or yyyyMMdd, with or without HH:mm:ss");
  }
  if (time->has_zone && time->time != time->time.Date()) {
    line.ThrowField(header.date, "the exchange's local time without a zone; convert it");
  }
  if (time->time.Ticks() % TimeSpan::kTicksPerSecond != 0) {
    line.ThrowField(header.date, "a time in whole seconds");
  }
  return time->time;
}

// nullopt when the field is no number, or one of more than 63 bits.
std::optional<Decimal> ReadNumber(std::string_view field) {
  const auto number = Decimal::TryParse(Unquoted(field));
  if (!number || number->High() != 0 || number->Low() > kLargest) return std::nullopt;
  return number;
}

Decimal ReadPrice(const lean::CsvLines& line, std::size_t column) {
  const auto price = ReadNumber(line.Fields()[column]);
  if (!price || *price <= 0) line.ThrowField(column, "a price above zero, e.g. 167.42");
  return *price;
}

Decimal ReadVolume(const lean::CsvLines& line, const CsvHeader& header) {
  if (!header.volume || Unquoted(line.Fields()[*header.volume]).empty()) return 0;
  const auto volume = ReadNumber(line.Fields()[*header.volume]);
  if (!volume || *volume < 0)
    line.ThrowField(*header.volume, "a volume of zero or more, or nothing");
  return *volume;
}

lean::ScaledNumber Scaled(Decimal number) {
  return {static_cast<std::int64_t>(number.Low()), static_cast<std::uint8_t>(number.Scale())};
}

}  // namespace

CsvRow ReadCsvRow(const lean::CsvLines& line, const CsvHeader& header) {
  if (line.Fields().size() != header.columns) {
    line.Throw("the row has " + std::to_string(line.Fields().size()) + " columns; expected " +
               std::to_string(header.columns) + " as in the first line");
  }
  std::array<Decimal, 4> prices;
  for (std::size_t i = 0; i < prices.size(); ++i) prices[i] = ReadPrice(line, header.prices[i]);
  const auto [open, high, low, close] = prices;
  CsvRow row;
  row.time = ReadTime(line, header);
  row.line = line.LineNumber();
  row.is_consistent = low <= std::min(open, close) && std::max(open, close) <= high;
  row.numbers = {Scaled(open), Scaled(high), Scaled(low), Scaled(close),
                 Scaled(ReadVolume(line, header))};
  return row;
}

}  // namespace regimen::csv
