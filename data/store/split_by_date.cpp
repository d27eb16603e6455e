#include "data/store/split_by_date.hpp"

#include <array>
#include <cstdint>

#include "data/lean/row_columns_builder.hpp"

namespace regimen::store {
namespace {

lean::ScaledNumber NumberOf(const lean::DecimalColumn& column, std::size_t row) {
  return {column.Coefficients()[row], column.Scale(row)};
}

lean::TradeBarColumns Rows(const lean::TradeBarColumns& bars, std::size_t first, std::size_t end) {
  const DateTime date = bars.Times()[first].Date();
  const TimeSpan unit = TimeSpan::FromMilliseconds(1);
  lean::RowColumnsBuilder<lean::TradeBarColumns::kColumns> builder(end - first);
  const std::array columns = {&bars.Open(), &bars.High(), &bars.Low(), &bars.Close(),
                              &bars.Volume()};
  for (std::size_t row = first; row < end; ++row) {
    const std::int64_t offset = (bars.Times()[row] - date).Ticks() / unit.Ticks();
    builder.BeginRow(static_cast<std::int32_t>(offset));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      builder.Put(i, NumberOf(*columns[i], row));
    }
  }
  return lean::TradeBarColumns(builder.Finish(date, unit));
}

}  // namespace

std::vector<std::pair<DateTime, lean::TradeBarColumns>> SplitByDate(
    const lean::TradeBarColumns& bars) {
  std::vector<std::pair<DateTime, lean::TradeBarColumns>> dates;
  for (std::size_t first = 0; first < bars.Size();) {
    const DateTime date = bars.Times()[first].Date();
    const std::size_t end = bars.Times().FirstRowFrom(date.AddDays(1));
    dates.emplace_back(date, Rows(bars, first, end));
    first = end;
  }
  return dates;
}

}  // namespace regimen::store
