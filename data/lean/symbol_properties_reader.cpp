#include "data/lean/symbol_properties_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "data/lean/byte_buffer.hpp"
#include "data/lean/csv_lines.hpp"
#include "data/lean/file_reader.hpp"
#include "data/lean/json_index.hpp"
#include "framework/core/error.hpp"
#include "framework/core/letter_case.hpp"

namespace regimen::lean {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// FNV-1a of the lower-case text.
std::uint64_t HashOf(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(Lower(c))) * 1'099'511'628'211U;
  }
  return hash;
}

bool EqualIgnoringCase(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, Lower, Lower);
}

std::string_view Read(const std::string& path, ByteBuffer& buffer) {
  if (const auto text = ReadFile(path, buffer)) return *text;
  throw DataError(path, 0,
                  std::string("there is no such file: expected LEAN's ") + kSymbolPropertiesFile +
                      " in the data folder");
}

SymbolProperties ParseRow(CsvLines& row) {
  row.RequireFields(
      "market,symbol,type,description,quote_currency,contract_multiplier,minimum_price_variation,"
      "lot_size");
  const auto has = [&row](std::size_t field) {
    return row.Fields().size() > field && !row.Fields()[field].empty();
  };
  SymbolProperties::Fields fields;
  fields.description = row.Fields()[3];
  fields.quote_currency = row.Fields()[4];
  fields.contract_multiplier = row.Number(5);
  fields.minimum_price_variation = row.Number(6);
  fields.lot_size = row.Number(7);
  if (has(8)) fields.market_ticker = row.Fields()[8];
  if (has(9)) fields.minimum_order_size = row.Number(9);
  if (has(10)) fields.price_magnifier = row.Number(10);
  if (has(11)) fields.strike_multiplier = row.Number(11);
  try {
    return SymbolProperties(std::move(fields));
  } catch (const ArgumentError& error) {
    row.Throw(error.what());
  }
}

}  // namespace

// The lines of the file, found by the hash of their first three columns.
class SymbolPropertiesReader::Rows {
 public:
  explicit Rows(const std::string& path) : path_(path), text_(Read(path, buffer_)) {
    bool is_header = true;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t length = std::min(text_.find('\n', at), text_.size()) - at;
      const std::string_view line = text_.substr(at, length);
      at += length + 1;
      if (line.starts_with('#') || line.find_first_not_of(" \t\r") == line.npos) continue;
      if (!std::exchange(is_header, false)) Add(line);
    }
    // Stable: rows of one hash stay in the order of the file.
    std::ranges::stable_sort(rows_, {}, &Row::hash);
    RequireUnique();
  }

  // The row of that key, or an empty text.
  std::string_view Find(std::string_view key) const {
    const auto rows = std::ranges::equal_range(rows_, HashOf(key), {}, &Row::hash);
    for (const Row& row : rows) {
      if (EqualIgnoringCase(Key(row), key)) return Line(row);
    }
    return {};
  }
  // The first row of the file with that ticker and type, whatever its market, or an empty text.
  std::string_view FindFirst(std::string_view ticker_and_type) const {
    const Row* first = nullptr;
    for (const Row& row : rows_) {
      const std::string_view key = Key(row);
      const bool fits = EqualIgnoringCase(key.substr(key.find(',') + 1), ticker_and_type);
      if (fits && (first == nullptr || row.offset < first->offset)) first = &row;
    }
    return first == nullptr ? std::string_view() : Line(*first);
  }
  std::size_t LineNumber(std::string_view line) const { return LineOf(text_, line); }

 private:
  struct Row {
    std::uint64_t hash;
    std::uint32_t offset;
    std::uint32_t key_length;
  };

  void Add(std::string_view line) {
    std::size_t length = line.find(',');
    for (int i = 0; i < 2 && length != line.npos; ++i) length = line.find(',', length + 1);
    if (length == line.npos) {
      Throw(line, "the row has too few columns; expected market,symbol,type,description,...");
    }
    rows_.push_back({HashOf(line.substr(0, length)),
                     static_cast<std::uint32_t>(line.data() - text_.data()),
                     static_cast<std::uint32_t>(length)});
  }
  void RequireUnique() const {
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      const bool same =
          rows_[i - 1].hash == rows_[i].hash && EqualIgnoringCase(Key(rows_[i - 1]), Key(rows_[i]));
      if (same) {
        Throw(Line(rows_[i]), "the row repeats the key " + std::string(Key(rows_[i])) +
                                  " of line " + std::to_string(LineNumber(Line(rows_[i - 1]))) +
                                  "; expected one row per market, symbol and type");
      }
    }
  }
  [[noreturn]] void Throw(std::string_view line, const std::string& problem) const {
    throw DataError(path_, LineNumber(line), problem);
  }
  std::string_view Key(const Row& row) const { return text_.substr(row.offset, row.key_length); }
  std::string_view Line(const Row& row) const {
    const std::string_view rest = text_.substr(row.offset);
    return rest.substr(0, rest.find('\n'));
  }

  const std::string& path_;
  ByteBuffer buffer_;
  std::string_view text_;
  std::vector<Row> rows_;
};

SymbolPropertiesReader::SymbolPropertiesReader(std::string path)
    : path_(std::move(path)), rows_(std::make_unique<const Rows>(path_)) {}

SymbolPropertiesReader::~SymbolPropertiesReader() = default;

std::optional<SymbolProperties> SymbolPropertiesReader::Find(const SecurityDatabaseKey& key) {
  const std::string type(ToText(key.security_type));
  const std::string_view line = rows_->Find(key.market + "," + key.symbol + "," + type);
  if (line.empty()) return std::nullopt;
  CsvLines row(line, path_, rows_->LineNumber(line));
  row.Next();
  return ParseRow(row);
}

std::optional<std::string> SymbolPropertiesReader::FindMarket(std::string_view ticker,
                                                              SecurityType security_type) {
  const std::string_view line =
      rows_->FindFirst(std::string(ticker) + "," + std::string(ToText(security_type)));
  if (line.empty()) return std::nullopt;
  return LowerCase(line.substr(0, line.find(',')));
}

}  // namespace regimen::lean
