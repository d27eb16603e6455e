#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "data/generator/row_text.hpp"
#include "data/generator/us_equity_calendar.hpp"
#include "data/lean/zip_writer.hpp"
#include "framework/core/resolution.hpp"
#include "framework/core/tick_type.hpp"

namespace regimen::generator {

// Writes generated files below one folder and counts them. Missing folders are created, files that
// are there replaced. Throws DataError naming a file that cannot be written. Not thread-safe.
class FolderWriter {
 public:
  explicit FolderWriter(std::filesystem::path folder) : folder_(std::move(folder)) {}

  void WriteText(const std::filesystem::path& relative, std::string_view content);
  // The price file of a US equity for `date` (hour and daily files hold all dates) with these rows,
  // which are cleared.
  void WriteEquity(const std::string& ticker, Resolution resolution, TickType tick_type, Date date,
                   RowText& rows);

  // Rows of price files.
  std::size_t Rows() const { return rows_; }
  std::size_t Files() const { return files_; }
  std::uintmax_t Bytes() const { return bytes_; }

 private:
  void Write(const std::filesystem::path& relative, std::string_view bytes);

  std::filesystem::path folder_;
  lean::ZipWriter zip_;
  std::size_t rows_ = 0;
  std::size_t files_ = 0;
  std::uintmax_t bytes_ = 0;
};

}  // namespace regimen::generator
