// Any text as rows of a tick file: either ascending rows, no more than there are lines, whose
// numbers print, or a DataError with a line that the text has. The first byte picks the format.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "data/lean/tick_decoder.hpp"
#include "framework/core/error.hpp"

namespace {

using regimen::lean::RowFormat;
using regimen::lean::RowTime;
using regimen::lean::TickColumns;

void CheckColumn(const regimen::lean::DecimalColumn& column, std::size_t row) {
  const regimen::Decimal number = column[row];
  if (regimen::Decimal::Parse(number.ToString()) != number) std::abort();
}

void Check(const TickColumns& ticks, std::size_t lines) {
  if (ticks.Size() > lines || ticks.Times().Size() != ticks.Size()) std::abort();
  for (std::size_t row = 0; row < ticks.Size(); ++row) {
    if (row > 0 && ticks.Times()[row] < ticks.Times()[row - 1]) std::abort();
    if (ticks.Conditions(row).ExchangeCode().size() > 1) std::abort();
    if (ticks.TickType() == regimen::TickType::Trade) {
      CheckColumn(ticks.Price(), row);
      CheckColumn(ticks.Quantity(), row);
    } else {
      CheckColumn(ticks.BidPrice(), row);
      CheckColumn(ticks.AskPrice(), row);
      CheckColumn(ticks.AskSize(), row);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto lines =
      static_cast<std::size_t>(1 + std::ranges::count(text, '\n') + std::ranges::count(text, '\r'));
  const RowFormat format{RowTime::MillisecondsOfDay, regimen::DateTime(2013, 10, 7),
                         static_cast<std::uint8_t>((data[0] & 1) != 0 ? 4 : 0)};
  try {
    const bool quotes = (data[0] & 2) != 0;
    Check(quotes ? regimen::lean::DecodeQuoteTicks(text, format, "fuzzed.zip")
                 : regimen::lean::DecodeTradeTicks(text, format, "fuzzed.zip"),
          lines);
  } catch (const regimen::DataError& error) {
    if (error.Line() == 0 || error.Line() > lines) std::abort();
  }
  return 0;
}
