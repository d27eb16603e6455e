#include "data/lean/tick_decoder.hpp"

#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>

#include "data/lean/count_lines.hpp"
#include "data/lean/row_columns_builder.hpp"
#include "data/lean/row_reader.hpp"

namespace regimen::lean {
namespace {

constexpr std::string_view kTradeLayout = "time,price,quantity[,exchange[,condition[,suspicious]]]";
constexpr std::string_view kQuoteLayout =
    "time,bidPrice,bidSize,askPrice,askSize[,exchange[,condition[,suspicious]]]";

// A .NET quotient by 10^decimals: exact, with no more decimals than it needs.
ScaledNumber Quotient(ScaledNumber number, unsigned decimals) {
  while (decimals != 0 && number.coefficient % 10 == 0) {
    number.coefficient /= 10;
    --decimals;
  }
  number.scale = static_cast<std::uint8_t>(number.scale + decimals);
  return number;
}

// The conditions of the rows of one file, which say the same few things over and over.
class ConditionsOfFile {
 public:
  // Reads what is left of the row. The text must outlive this object.
  const TickConditions* Of(RowReader& reader) {
    const std::string_view text = reader.RestOfRow();
    if (last_ != nullptr && text == last_text_) return last_;
    const TickConditions*& known = known_[text];
    if (known == nullptr) known = &Read(reader);
    last_text_ = text;
    return last_ = known;
  }

 private:
  static const TickConditions& Read(RowReader& reader) {
    const std::string_view exchange = reader.ReadText();
    const std::string_view condition = reader.ReadText();
    if (reader.AtEndOfRow()) return TickConditions::Of(exchange, condition, false);
    const ScaledNumber suspicious = reader.ReadNumber();
    return TickConditions::Of(exchange, condition,
                              suspicious.coefficient == 1 && suspicious.scale == 0);
  }

  std::unordered_map<std::string_view, const TickConditions*> known_;
  std::string_view last_text_;
  const TickConditions* last_ = nullptr;
};

// `Count`: price and size of the trade, or of the bid and then of the ask.
template <std::size_t Count>
TickColumns DecodeRows(RowReader reader, std::size_t capacity, const RowFormat& format) {
  RowColumnsBuilder<Count> builder(capacity);
  TickColumns::Notes notes;
  notes.conditions.reserve(capacity);
  ConditionsOfFile conditions;
  RowReader::TickTime previous{std::numeric_limits<std::int32_t>::min(), 0};
  while (reader.NextRow()) {
    const RowReader::TickTime time = reader.ReadTickTime();
    if (time < previous) {
      reader.Throw("the row is earlier than the one before it; times must ascend");
    }
    previous = time;
    builder.BeginRow(time.milliseconds);
    if (time.part != 0 && notes.parts.empty()) notes.parts.assign(builder.Rows() - 1, 0);
    if (time.part != 0 || !notes.parts.empty()) notes.parts.push_back(time.part);
    for (std::size_t side = 0; side < Count; side += 2) {
      builder.Put(side, Quotient(reader.ReadNumber(), format.price_scale));
      builder.Put(side + 1, reader.ReadNumber());
    }
    notes.conditions.push_back(conditions.Of(reader));
  }
  return {builder.Finish(format.date, TimeSpan::FromMilliseconds(1)), std::move(notes)};
}

}  // namespace

TickColumns DecodeTradeTicks(std::string_view text, const RowFormat& format,
                             std::string_view file) {
  return DecodeRows<2>(RowReader(text, file, kTradeLayout), CountLines(text), format);
}

TickColumns DecodeQuoteTicks(std::string_view text, const RowFormat& format,
                             std::string_view file) {
  return DecodeRows<4>(RowReader(text, file, kQuoteLayout), CountLines(text), format);
}

}  // namespace regimen::lean
