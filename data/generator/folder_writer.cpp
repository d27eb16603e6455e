#include "data/generator/folder_writer.hpp"

#include <fstream>
#include <system_error>

#include "data/generator/date_text.hpp"
#include "data/lean/price_file.hpp"
#include "framework/core/error.hpp"

namespace regimen::generator {

void FolderWriter::WriteText(const std::filesystem::path& relative, std::string_view content) {
  Write(relative, content);
}

void FolderWriter::WriteEquity(const std::string& ticker, Resolution resolution, TickType tick_type,
                               Date date, RowText& rows) {
  const lean::PriceSeries series = {
      .ticker = ticker, .resolution = resolution, .tick_type = tick_type};
  const lean::PriceFile file = lean::FileOf(series, ToDateTime(date));
  Write(file.path, zip_.Pack(file.entry, rows.Text()));
  rows_ += rows.Rows();
  rows.Clear();
}

void FolderWriter::Write(const std::filesystem::path& relative, std::string_view bytes) {
  const std::filesystem::path path = folder_ / relative;
  std::error_code error;  // a folder that cannot be made shows when the file is written
  std::filesystem::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) {
    throw DataError(path.string(), 0,
                    "cannot be written; check that the folder is writable and has room");
  }
  ++files_;
  bytes_ += bytes.size();
}

}  // namespace regimen::generator
