// Any text as rows of a price file: either ascending rows, no more than there are lines, whose
// numbers print, or a DataError with a line that the text has. The first byte picks the format.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "data/lean/bar_decoder.hpp"
#include "framework/core/error.hpp"

namespace {

using regimen::lean::RowFormat;
using regimen::lean::RowTime;

void CheckColumn(const regimen::lean::DecimalColumn& column, std::size_t row) {
  const regimen::Decimal number = column[row];
  if (regimen::Decimal::Parse(number.ToString()) != number) std::abort();
}

template <typename Columns>
void CheckTimes(const Columns& bars, std::size_t lines) {
  if (bars.Size() > lines) std::abort();
  for (std::size_t row = 1; row < bars.Size(); ++row) {
    if (bars.Times()[row] < bars.Times()[row - 1]) std::abort();
  }
}

void Decode(std::string_view text, const RowFormat& format, bool quotes, std::size_t lines) {
  if (quotes) {
    const auto bars = regimen::lean::DecodeQuoteBars(text, format, "fuzzed.zip");
    CheckTimes(bars, lines);
    for (std::size_t row = 0; row < bars.Size(); ++row) {
      CheckColumn(bars.Bid().Open(), row);
      CheckColumn(bars.Ask().LastSize(), row);
    }
  } else {
    const auto bars = regimen::lean::DecodeTradeBars(text, format, "fuzzed.zip");
    CheckTimes(bars, lines);
    for (std::size_t row = 0; row < bars.Size(); ++row) {
      CheckColumn(bars.Open(), row);
      CheckColumn(bars.Volume(), row);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto lines =
      static_cast<std::size_t>(1 + std::ranges::count(text, '\n') + std::ranges::count(text, '\r'));
  const RowFormat format{(data[0] & 1) != 0 ? RowTime::DateAndMinute : RowTime::MillisecondsOfDay,
                         regimen::DateTime(2013, 10, 7),
                         static_cast<std::uint8_t>((data[0] & 2) != 0 ? 4 : 0)};
  try {
    Decode(text, format, (data[0] & 4) != 0, lines);
  } catch (const regimen::DataError& error) {
    if (error.Line() == 0 || error.Line() > lines) std::abort();
  }
  return 0;
}
