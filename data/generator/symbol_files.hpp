#pragma once

#include <optional>
#include <string>

#include "data/generator/folder_writer.hpp"
#include "data/generator/generator_options.hpp"
#include "data/generator/intraday_path.hpp"
#include "data/generator/row_text.hpp"
#include "data/generator/symbol_history.hpp"

namespace regimen::generator {

// Writes the files of one symbol below equity/usa: daily and hour files, a file for each minute day
// and tick type, factor file, map file. Each price file stands under the ticker that was used then.
// Minutes are drawn once and feed the minute and the hour files; their stream depends on seed,
// ticker and date alone. Not thread-safe.
class SymbolFiles {
 public:
  // All must outlive this.
  SymbolFiles(const GeneratorOptions& options, const GeneratedSymbol& symbol, FolderWriter& writer);

  // Requires a history that is not empty.
  void Write(const SymbolHistory& history);

 private:
  bool Writes(Resolution resolution) const;
  bool Writes(TickType type) const;
  bool WritesMinutesOf(Date date) const;
  const std::string& TickerOn(Date date) const;

  void AddDay(const SymbolDay& day);
  void AddHours(const SymbolDay& day, const std::vector<MinuteBar>& bars);
  void WriteTrades(const std::string& ticker, Date date, const std::vector<MinuteBar>& bars);
  void WriteQuotes(const std::string& ticker, Date date, const std::vector<MinuteBar>& bars);
  // Writes the daily and hour files of the ticker that was used up to `date`.
  void FinishLongFiles(const std::string& ticker, Date date);

  const GeneratorOptions& options_;
  const GeneratedSymbol& symbol_;
  FolderWriter& writer_;
  IntradayPath path_;
  RowText daily_;
  RowText hours_;
  RowText minutes_;
};

}  // namespace regimen::generator
