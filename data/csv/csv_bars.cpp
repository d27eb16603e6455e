#include "data/csv/csv_bars.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "data/csv/csv_header.hpp"
#include "data/csv/csv_row.hpp"
#include "data/lean/file_reader.hpp"
#include "data/lean/row_columns_builder.hpp"
#include "framework/core/error.hpp"

namespace regimen::csv {
namespace {

using lean::CsvLines;

std::string_view WithoutByteOrderMark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text;
}

void CheckAscends(const CsvLines& line, const CsvRow& row, const CsvRow& previous) {
  const std::string date = row.time.ToString("yyyy-MM-dd HH:mm:ss");
  if (row.time == previous.time) {
    line.Throw(date + " stands in line " + std::to_string(previous.line) +
               " already; expected each time once");
  }
  if (row.time < previous.time) {
    line.Throw(date + " is earlier than the row before; expected ascending times (sort the file)");
  }
}

std::vector<CsvRow> ReadRows(CsvLines& lines, const CsvHeader& header) {
  std::vector<CsvRow> rows;
  for (bool has_line = header.is_row || lines.Next(); has_line; has_line = lines.Next()) {
    rows.push_back(ReadCsvRow(lines, header));
    if (rows.size() > 1) CheckAscends(lines, rows.back(), rows[rows.size() - 2]);
  }
  return rows;
}

// The smallest distance between the dates or times of neighbouring rows; 0 for a single row.
TimeSpan SmallestStep(const std::vector<CsvRow>& rows, DateTime (*part)(DateTime)) {
  TimeSpan smallest;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const TimeSpan step = part(rows[i].time) - part(rows[i - 1].time);
    if (i == 1 || step < smallest) smallest = step;
  }
  return smallest;
}

DateTime DateOf(DateTime time) { return time.Date(); }
DateTime Whole(DateTime time) { return time; }

[[noreturn]] void ThrowStep(const std::string& file, TimeSpan step) {
  // A longer bar taken for a shorter one would show its close before it was known.
  throw DataError(file, 0,
                  "the nearest two rows are " + step.ToString() +
                      " apart; expected bars of a second, a minute, an hour or a day");
}

Resolution ResolutionOf(const std::vector<CsvRow>& rows, const std::string& file) {
  const TimeSpan between_dates = SmallestStep(rows, DateOf);
  if (rows.size() == 1 || between_dates > TimeSpan()) {
    if (rows.size() > 2 && between_dates >= TimeSpan::FromDays(7)) ThrowStep(file, between_dates);
    return Resolution::Daily;
  }
  const TimeSpan step = SmallestStep(rows, Whole);
  if (step == TimeSpan::FromHours(1)) return Resolution::Hour;
  if (step == TimeSpan::FromMinutes(1)) return Resolution::Minute;
  if (step == TimeSpan::FromSeconds(1)) return Resolution::Second;
  ThrowStep(file, step);
}

lean::TradeBarColumns ColumnsOf(const std::vector<CsvRow>& rows, Resolution resolution,
                                const std::string& file) {
  const auto start_of = [&](const CsvRow& row) {
    return resolution == Resolution::Daily ? row.time.Date() : row.time;
  };
  const bool in_minutes = std::ranges::all_of(rows, [&](const CsvRow& row) {
    return start_of(row).Ticks() % TimeSpan::kTicksPerMinute == 0;
  });
  const TimeSpan unit = in_minutes ? TimeSpan::FromMinutes(1) : TimeSpan::FromSeconds(1);
  const DateTime base = rows.front().time.Date();
  const auto offset_of = [&](const CsvRow& row) {
    return (start_of(row) - base).Ticks() / unit.Ticks();
  };
  if (offset_of(rows.back()) > std::numeric_limits<std::int32_t>::max()) {
    throw DataError(file, 0, "covers too long a time; expected at most 68 years in seconds");
  }
  lean::RowColumnsBuilder<lean::TradeBarColumns::kColumns> builder(rows.size());
  for (const CsvRow& row : rows) {
    builder.BeginRow(static_cast<std::int32_t>(offset_of(row)));
    for (std::size_t i = 0; i < row.numbers.size(); ++i) builder.Put(i, row.numbers[i]);
  }
  return lean::TradeBarColumns(builder.Finish(base, unit));
}

void NoteColumns(const CsvHeader& header, std::vector<std::string>& notes) {
  if (!header.volume) notes.emplace_back("there is no volume column: every volume is 0");
  for (const auto& name : header.ignored) {
    notes.push_back("column '" + name +
                    "' is ignored: prices are taken from open, high, low, close");
  }
}

void NoteTimes(const std::vector<CsvRow>& rows, Resolution resolution,
               std::vector<std::string>& notes) {
  const bool has_times =
      std::ranges::any_of(rows, [](const CsvRow& row) { return row.time != row.time.Date(); });
  if (!has_times) return;
  notes.push_back(
      resolution == Resolution::Daily
          ? "each date has one row: read as daily bars, the time of day is ignored"
          : "read as " + std::string(ToText(resolution)) +
                " bars; each time is the start of its bar, in the exchange's time zone");
}

void NoteInconsistent(const std::vector<CsvRow>& rows, std::vector<std::string>& notes) {
  const auto is_off = [](const CsvRow& row) { return !row.is_consistent; };
  const auto count = std::ranges::count_if(rows, is_off);
  if (count == 0) return;
  notes.push_back(std::to_string(count) +
                  " rows have an open or close outside low to high, the first in line " +
                  std::to_string(std::ranges::find_if(rows, is_off)->line));
}

}  // namespace

CsvBars ReadCsvBars(std::string_view text, const std::string& file) {
  // Would end every message that quotes the text.
  if (text.find('\0') != std::string_view::npos) {
    throw DataError(
        file, 0,
        "is no text: it holds zero bytes, as UTF-16 and spreadsheets do; save it as csv "
        "in UTF-8");
  }
  CsvLines lines(WithoutByteOrderMark(text), file);
  if (!lines.Next()) throw DataError(file, 0, "is empty; expected date,open,high,low,close,volume");
  const CsvHeader header = ReadCsvHeader(lines);
  const std::vector<CsvRow> rows = ReadRows(lines, header);
  if (rows.empty()) throw DataError(file, 0, "has a header but no rows; expected one row a bar");
  const Resolution resolution = ResolutionOf(rows, file);
  std::vector<std::string> notes;
  NoteColumns(header, notes);
  NoteTimes(rows, resolution, notes);
  NoteInconsistent(rows, notes);
  return {resolution, ColumnsOf(rows, resolution, file), std::move(notes)};
}

CsvBars ReadCsvFile(const std::string& path) {
  lean::ByteBuffer buffer;
  const auto text = lean::ReadFile(path, buffer);
  if (!text) throw DataError(path, 0, "does not exist; expected a csv file of bars");
  return ReadCsvBars(*text, path);
}

}  // namespace regimen::csv
