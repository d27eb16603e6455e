#include "data/lean/zip_reader.hpp"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "data/lean/zip_archive.hpp"
#include "data/lean/zip_writer.hpp"
#include "framework/core/error.hpp"
#include "tests/data/lean/zip_samples.hpp"
#include "tests/support/exam.hpp"
#include "tests/support/temp_folder.hpp"

namespace regimen::lean {
namespace {

using regimen::tests::TempFolder;

std::string Content(const std::string& bytes) {
  ZipReader reader;
  return std::string(reader.Inflate(ZipArchive(bytes, "test.zip").First(), "test.zip"));
}

// The text of the DataError that reading `bytes` ends with.
std::string ErrorOf(const std::string& bytes) {
  try {
    Content(bytes);
  } catch (const DataError& error) {
    EXPECT_EQ(error.File(), "test.zip");
    return error.what();
  }
  return "no error";
}

void Put16(std::string& bytes, std::size_t offset, unsigned value) {
  bytes[offset] = static_cast<char>(value & 0xff);
  bytes[offset + 1] = static_cast<char>(value >> 8 & 0xff);
}

void Put32(std::string& bytes, std::size_t offset, unsigned value) {
  Put16(bytes, offset, value & 0xffff);
  Put16(bytes, offset + 2, value >> 16);
}

TEST(ZipReaderTest, ReadsDeflatedStoredAndZip64Entries) {
  EXPECT_EQ(Content(tests::DeflatedZip()), tests::kSampleText);
  EXPECT_EQ(Content(tests::StoredZip()), tests::kSampleText);
  EXPECT_EQ(Content(tests::Zip64()), tests::kSampleText);
}

TEST(ZipReaderTest, ReadsAnArchiveWithComment) {
  std::string bytes = tests::DeflatedZip();
  Put16(bytes, bytes.size() - 2, 7);
  EXPECT_EQ(Content(bytes + "comment"), tests::kSampleText);
}

TEST(ZipReaderTest, FindsEntriesByName) {
  const std::string bytes = tests::DeflatedZip();
  const ZipArchive archive(bytes, "test.zip");
  EXPECT_EQ(archive.Entries().size(), 1U);
  EXPECT_EQ(archive.First().name, "20131007_spy_minute_trade.csv");
  ASSERT_TRUE(archive.Find("20131007_spy_minute_trade.csv").has_value());
  EXPECT_EQ(archive.Find("20131007_spy_minute_trade.csv")->size, tests::kSampleText.size());
  EXPECT_FALSE(archive.Find("other.csv").has_value());
}

TEST(ZipReaderTest, ReadsFilesAndReusesItsMemory) {
  const TempFolder folder;
  const auto deflated = folder.Write("deflated.zip", tests::DeflatedZip()).string();
  const auto stored = folder.Write("stored.zip", tests::StoredZip()).string();
  ZipReader& reader = ZipReader::ForThisThread();
  EXPECT_EQ(reader.ReadFirstEntry(deflated), tests::kSampleText);
  EXPECT_EQ(reader.ReadFirstEntry(stored), tests::kSampleText);
  EXPECT_EQ(reader.ReadEntry(stored, "20131007_spy_minute_trade.csv"), tests::kSampleText);
  EXPECT_THROW(reader.ReadEntry(stored, "other.csv"), DataError);
}

TEST(ZipReaderTest, AMissingFileIsNoError) {
  const TempFolder folder;
  EXPECT_EQ(ZipReader().ReadFirstEntry((folder.Path() / "none.zip").string()), std::nullopt);
  EXPECT_EQ(ZipReader().ReadFirstEntry((folder.Path() / "none" / "none.zip").string()),
            std::nullopt);
}

TEST(ZipReaderTest, AFolderIsNoFile) {
  const TempFolder folder;
  EXPECT_THROW(ZipReader().ReadFirstEntry(folder.Path().string()), DataError);
}

TEST(ZipReaderTest, NamesEmptyTruncatedAndForeignFiles) {
  EXPECT_NE(ErrorOf("").find("is empty"), std::string::npos);
  EXPECT_NE(ErrorOf("date,open,high,low,close\n2020-01-01,1,1,1,1").find("is not a zip file"),
            std::string::npos);
  EXPECT_NE(ErrorOf(tests::EmptyArchive()).find("without entries"), std::string::npos);
  const std::string whole = tests::DeflatedZip();
  for (std::size_t length = 4; length < whole.size(); ++length) {
    EXPECT_NE(ErrorOf(whole.substr(0, length)).find("truncated"), std::string::npos) << length;
  }
}

TEST(ZipReaderTest, NamesEncryptedEntries) {
  std::string bytes = tests::DeflatedZip();
  Put16(bytes, tests::kDeflatedDirectory + 8, 1);
  EXPECT_NE(ErrorOf(bytes).find("is encrypted"), std::string::npos);
}

TEST(ZipReaderTest, NamesForeignCompression) {
  EXPECT_NE(ErrorOf(tests::Bzip2Zip()).find("compressed by method 12"), std::string::npos);
}

TEST(ZipReaderTest, NamesDamagedContent) {
  std::string wrong_crc = tests::DeflatedZip();
  Put32(wrong_crc, tests::kDeflatedDirectory + 16, 1);
  EXPECT_NE(ErrorOf(wrong_crc).find("checksum"), std::string::npos);

  std::string wrong_data = tests::StoredZip();
  wrong_data[70] = 'x';
  EXPECT_NE(ErrorOf(wrong_data).find("checksum"), std::string::npos);

  std::string wrong_stream = tests::DeflatedZip();
  Put32(wrong_stream, 59, 0xffffffff);
  EXPECT_NE(ErrorOf(wrong_stream).find("damaged"), std::string::npos);
}

TEST(ZipReaderTest, NamesSizesThatLie) {
  std::string too_small = tests::DeflatedZip();
  Put32(too_small, tests::kDeflatedDirectory + 24, 10);
  EXPECT_NE(ErrorOf(too_small).find("more than the 10 bytes it claims"), std::string::npos);

  std::string too_large = tests::DeflatedZip();
  Put32(too_large, tests::kDeflatedDirectory + 24, 1'000'000);
  EXPECT_NE(ErrorOf(too_large).find("compressed bytes can hold"), std::string::npos);

  std::string huge = tests::DeflatedZip();
  Put32(huge, tests::kDeflatedDirectory + 24, 0xfffffff0);
  EXPECT_NE(ErrorOf(huge).find("2 GiB"), std::string::npos);

  std::string beyond = tests::DeflatedZip();
  Put32(beyond, tests::kDeflatedDirectory + 20, 5000);
  EXPECT_NE(ErrorOf(beyond).find("beyond the end"), std::string::npos);
}

TEST(ZipReaderTest, NamesDamagedDirectories) {
  std::string no_header = tests::DeflatedZip();
  no_header[tests::kDeflatedDirectory] = 'x';
  EXPECT_NE(ErrorOf(no_header).find("directory is cut short"), std::string::npos);

  std::string elsewhere = tests::DeflatedZip();
  Put32(elsewhere, elsewhere.size() - 6, 100'000);
  EXPECT_NE(ErrorOf(elsewhere).find("outside the file"), std::string::npos);

  std::string too_many = tests::DeflatedZip();
  Put16(too_many, too_many.size() - 12, 5000);
  EXPECT_NE(ErrorOf(too_many).find("too small for the number of entries"), std::string::npos);

  std::string no_local = tests::DeflatedZip();
  no_local[0] = 'x';
  EXPECT_NE(ErrorOf(no_local).find("not where the directory says"), std::string::npos);
}

// Whatever byte is wrong, the answer is an error or the right text, never a crash or a wrong text.
TEST(ZipReaderTest, EveryDamagedByteIsAnErrorOrHarmless) {
  for (const auto& make : {tests::DeflatedZip, tests::StoredZip, tests::Zip64}) {
    const std::string whole = make();
    for (std::size_t i = 0; i < whole.size(); ++i) {
      for (const char flip : {'\x01', '\x80', '\xff'}) {
        std::string bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ flip);
        try {
          EXPECT_EQ(Content(bytes), tests::kSampleText) << i;
        } catch (const DataError&) {
        }
      }
    }
  }
}

TEST(ZipReaderTest, ReadsLeansOwnFiles) {
  const auto data = regimen::tests::LeanDataDir();
  if (!data) GTEST_SKIP() << "LEAN's data folder is absent (REGIMEN_LEAN_DATA)";
  const auto text = ZipReader::ForThisThread().ReadFirstEntry(
      (*data / "equity/usa/minute/spy/20131007_trade.zip").string());
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(text->size(), 38745U);  // as zipinfo prints it
  EXPECT_TRUE(text->starts_with("14400000,1674100,1674100,1672500,1672700,3197"));
  // The entry's name has nothing to do with the file's here: tapa/tapa.csv.
  EXPECT_TRUE(ZipReader::ForThisThread()
                  .ReadFirstEntry((*data / "equity/usa/hour/tapa.zip").string())
                  ->starts_with("20100111 10:00,438000"));
}

}  // namespace
}  // namespace regimen::lean
