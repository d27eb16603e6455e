// Reads back what the generator wrote, with the project's own readers.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "data/lean/bar_decoder.hpp"
#include "data/lean/factor_file.hpp"
#include "data/lean/map_file.hpp"
#include "data/lean/price_file.hpp"
#include "data/lean/zip_reader.hpp"

namespace regimen::tests {

inline std::string ReadText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class GeneratedFolder {
 public:
  explicit GeneratedFolder(std::filesystem::path path) : path_(std::move(path)) {}

  bool Has(const std::string& relative) const { return std::filesystem::exists(path_ / relative); }
  std::string Text(const std::string& relative) const { return ReadText(path_ / relative); }

  lean::TradeBarColumns Trades(const std::string& ticker, Resolution resolution,
                               DateTime date = DateTime(2020, 1, 2)) const {
    const lean::PriceFile file = FileOf(ticker, resolution, TickType::Trade, date);
    return lean::DecodeTradeBars(Content(file), file.format, file.path);
  }
  lean::QuoteBarColumns Quotes(const std::string& ticker, DateTime date) const {
    const lean::PriceFile file = FileOf(ticker, Resolution::Minute, TickType::Quote, date);
    return lean::DecodeQuoteBars(Content(file), file.format, file.path);
  }
  lean::FactorFile Factors(const std::string& ticker) const {
    const std::string name = "equity/usa/factor_files/" + ticker + ".csv";
    return lean::FactorFile::Parse(Text(name), name);
  }
  lean::MapFile Map(const std::string& ticker) const {
    const std::string name = "equity/usa/map_files/" + ticker + ".csv";
    return lean::MapFile::Parse(Text(name), ticker, name);
  }

 private:
  static lean::PriceFile FileOf(const std::string& ticker, Resolution resolution, TickType type,
                                DateTime date) {
    return lean::FileOf({SecurityType::Equity, "usa", ticker, resolution, type}, date);
  }
  std::string_view Content(const lean::PriceFile& file) const {
    const auto content =
        lean::ZipReader::ForThisThread().ReadEntry((path_ / file.path).string(), file.entry);
    EXPECT_TRUE(content.has_value()) << file.path;
    return content.value_or("");
  }

  std::filesystem::path path_;
};

}  // namespace regimen::tests
