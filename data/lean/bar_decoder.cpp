#include "data/lean/bar_decoder.hpp"

#include <cstdint>
#include <limits>

#include "data/lean/count_lines.hpp"
#include "data/lean/row_columns_builder.hpp"
#include "data/lean/row_reader.hpp"

namespace regimen::lean {
namespace {

// Open, high, low, close and a size: of the trades, or of the bid and then of the ask.
constexpr std::size_t kColumnsOfSide = 5;

constexpr std::string_view kTradeLayout = "time,open,high,low,close,volume";
constexpr std::string_view kQuoteLayout =
    "time,bidOpen,bidHigh,bidLow,bidClose,bidSize,askOpen,askHigh,askLow,askClose,askSize";

ScaledNumber ReadPrice(RowReader& reader, std::uint8_t left_out_decimals) {
  const ScaledNumber number = reader.ReadNumber();
  return {number.coefficient, static_cast<std::uint8_t>(number.scale + left_out_decimals)};
}

template <std::size_t Count, RowTime Time>
RowColumns<Count> DecodeRows(RowReader reader, std::size_t capacity, const RowFormat& format) {
  constexpr bool kDayFile = Time == RowTime::MillisecondsOfDay;
  RowColumnsBuilder<Count> builder(capacity);
  std::int32_t previous = std::numeric_limits<std::int32_t>::min();
  while (reader.NextRow()) {
    const std::int32_t time = kDayFile ? reader.ReadMilliseconds() : reader.ReadMinutes();
    if (time < previous) {
      reader.Throw("the row is earlier than the one before it; times must ascend");
    }
    previous = time;
    builder.BeginRow(time);
    for (std::size_t side = 0; side < Count; side += kColumnsOfSide) {
      for (std::size_t i = 0; i < kColumnsOfSide - 1; ++i) {
        builder.Put(side + i, ReadPrice(reader, format.price_scale));
      }
      builder.Put(side + kColumnsOfSide - 1, reader.ReadNumber());
    }
  }
  return kDayFile ? builder.Finish(format.date, TimeSpan::FromMilliseconds(1))
                  : builder.Finish(DateTime(), TimeSpan::FromMinutes(1));
}

template <std::size_t Count>
RowColumns<Count> Decode(const RowReader& reader, std::size_t capacity, const RowFormat& format) {
  return format.time == RowTime::MillisecondsOfDay
             ? DecodeRows<Count, RowTime::MillisecondsOfDay>(reader, capacity, format)
             : DecodeRows<Count, RowTime::DateAndMinute>(reader, capacity, format);
}

}  // namespace

TradeBarColumns DecodeTradeBars(std::string_view text, const RowFormat& format,
                                std::string_view file) {
  const RowReader reader(text, file, kTradeLayout);
  return TradeBarColumns(Decode<TradeBarColumns::kColumns>(reader, CountLines(text), format));
}

QuoteBarColumns DecodeQuoteBars(std::string_view text, const RowFormat& format,
                                std::string_view file) {
  const RowReader reader(text, file, kQuoteLayout);
  return QuoteBarColumns(Decode<QuoteBarColumns::kColumns>(reader, CountLines(text), format));
}

}  // namespace regimen::lean
